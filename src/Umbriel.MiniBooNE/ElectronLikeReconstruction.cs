using Umbriel.Core;
using Umbriel.Interchange.Cards;

namespace Umbriel.MiniBooNE;

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

    /// <summary>Reconstructs a pair. Symmetric in the two leptons. Allocation-free.</summary>
    /// <param name="electron">Smeared four-momentum of one lepton, GeV; the beam is along +z.</param>
    /// <param name="positron">Smeared four-momentum of the other.</param>
    /// <param name="result">The observables, filled in either case.</param>
    /// <returns>Whether the weight is above zero.</returns>
    public bool TryReconstruct(in FourVector electron, in FourVector positron, out ElectronLikeEvent result)
    {
        FourVector sum = electron + positron;
        double visible = sum.E - (2.0 * PhysicalConstants.MassElectron);
        double cosTheta = sum.CosTheta;
        double weight = IsOneRing(electron, positron, sum.E) ? efficiency.Weight(visible, Convention) : 0.0;
        result = new ElectronLikeEvent(visible, cosTheta, QuasiElasticEnergy.Of(visible, cosTheta), weight);
        return weight > 0.0;
    }

    private bool IsOneRing(in FourVector electron, in FourVector positron, double total)
    {
        double momenta = electron.Momentum * positron.Momentum;
        if (!(momenta > 0.0))
        {
            return Clipped == ClippedLepton.Keep;
        }

        double cosOpening = ((electron.X * positron.X) + (electron.Y * positron.Y) + (electron.Z * positron.Z)) / momenta;
        return cut.Passes(cosOpening, Math.Max(electron.E, positron.E) / total, total);
    }
}
