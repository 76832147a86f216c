using Umbriel.Core;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// From a pair's smeared momenta to MiniBooNE's electron-like observables, as in arXiv:2308.02543: single-ring cut, visible
/// energy, angle, quasi-elastic energy and efficiency. Immutable; no random numbers.
/// </summary>
public sealed class ElectronLikeReconstruction
{
    private readonly SingleRingCut cut;
    private readonly SelectionEfficiency efficiency;

    /// <summary>Combines a cut and an efficiency.</summary>
    /// <param name="cut">The single-ring cut.</param>
    /// <param name="efficiency">The published efficiency.</param>
    /// <param name="convention">How the efficiency is applied.</param>
    /// <param name="clipped">What becomes of pairs with a lepton smeared to rest.</param>
    public ElectronLikeReconstruction(
        SingleRingCut cut,
        SelectionEfficiency efficiency,
        EfficiencyConvention convention = EfficiencyConvention.Head,
        ClippedLepton clipped = ClippedLepton.Reject)
    {
        ArgumentNullException.ThrowIfNull(cut);
        ArgumentNullException.ThrowIfNull(efficiency);
        this.cut = cut;
        this.efficiency = efficiency;
        Convention = convention;
        Clipped = clipped;
    }

    /// <summary>How the efficiency is applied.</summary>
    public EfficiencyConvention Convention { get; }

    /// <summary>What becomes of pairs with a lepton smeared to rest.</summary>
    public ClippedLepton Clipped { get; }

    /// <summary>Reads cut and efficiency from the data folder.</summary>
    /// <param name="dataDirectory">Umbriel's data folder.</param>
    /// <param name="convention">How the efficiency is applied.</param>
    /// <param name="variant">Which single-ring cut.</param>
    /// <param name="clipped">What becomes of pairs with a lepton smeared to rest.</param>
    /// <exception cref="UserErrorException">A table is missing or damaged.</exception>
    public static ElectronLikeReconstruction Load(
        string dataDirectory,
        EfficiencyConvention convention = EfficiencyConvention.Head,
        SingleRingVariant variant = SingleRingVariant.Circle1,
        ClippedLepton clipped = ClippedLepton.Reject) =>
        new(SingleRingCut.Load(dataDirectory, variant), SelectionEfficiency.Load(dataDirectory), convention, clipped);

    /// <summary>The files that <see cref="Load"/> reads.</summary>
    public static IReadOnlyList<string> FilesIn(string dataDirectory) => [SingleRingCut.FileIn(dataDirectory), SelectionEfficiency.FileIn(dataDirectory)];

    /// <summary>Reconstructs a pair from smeared momenta. Symmetric in the two leptons.</summary>
    /// <param name="electron">Four-momentum of one lepton, GeV; the beam is along +z.</param>
    /// <param name="positron">Four-momentum of the other.</param>
    /// <param name="result">The observables, filled in either case.</param>
    /// <returns>Whether the weight is above zero.</returns>
    public bool TryReconstruct(in FourVector electron, in FourVector positron, out ElectronLikeEvent result)
    {
        double momenta = electron.Momentum * positron.Momentum;
        double cosOpening = momenta > 0.0 ? ((electron.X * positron.X) + (electron.Y * positron.Y) + (electron.Z * positron.Z)) / momenta : 1.0;
        return TryReconstruct(
            new SmearedLepton(electron.E, electron.Momentum, electron.CosTheta), new SmearedLepton(positron.E, positron.Momentum, positron.CosTheta), cosOpening, out result);
    }

    /// <summary>The same from energies and angles. Allocation-free.</summary>
    /// <param name="one">One lepton.</param>
    /// <param name="other">The other.</param>
    /// <param name="cosOpening">Cosine of the angle between them; of no meaning where one is at rest.</param>
    /// <param name="result">The observables, filled in either case.</param>
    /// <returns>Whether the weight is above zero.</returns>
    public bool TryReconstruct(in SmearedLepton one, in SmearedLepton other, double cosOpening, out ElectronLikeEvent result)
    {
        double total = one.Energy + other.Energy;
        double visible = total - (2.0 * PhysicalConstants.MassElectron);
        double momentum = Math.Sqrt(Math.Max(0.0, (one.Momentum * one.Momentum) + (other.Momentum * other.Momentum) + (2.0 * one.Momentum * other.Momentum * cosOpening)));
        double cosTheta = momentum > 0.0 ? Math.Clamp(((one.Momentum * one.CosTheta) + (other.Momentum * other.CosTheta)) / momentum, -1.0, 1.0) : 1.0;
        bool isOneRing = one.Momentum > 0.0 && other.Momentum > 0.0 ? cut.Passes(cosOpening, Math.Max(one.Energy, other.Energy) / total, total) : Clipped == ClippedLepton.Keep;
        double weight = isOneRing ? efficiency.Weight(visible, Convention) : 0.0;
        result = new ElectronLikeEvent(visible, cosTheta, QuasiElasticEnergy.Of(visible, cosTheta), weight);
        return weight > 0.0;
    }
}
