using Umbriel.Backgrounds.DeepInelastic;
using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Hadronization;
using Umbriel.Backgrounds.Resonances;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Inelastic;

/// <summary>
/// Inelastic scattering on the nucleons of one kind in a local Fermi gas: the cross section d²σ/dW dQ² of a free nucleon
/// at the same s = (k + p)², where p is a nucleon of the local Fermi sphere with energy √(M² + p²) − E_b, times the flux
/// factor 1 − β cos θ. A nucleon among the hadrons must be above the local Fermi momentum: where it is not, the event is
/// drawn again, which leaves the cross section as it is (as GENIE does; blocking would take 2 to 4% of it).
/// Energy and momentum are conserved exactly: k + p = l + hadrons.
/// </summary>
public sealed class InelasticInteraction : ISampledInteraction
{
    private const double Softening = 0.3; // GeV²: Q² is drawn as 1/(Q² + this)²

    private static readonly Lazy<ResonanceTable> Table = new(ResonanceTable.Load);
    private static readonly Lazy<PartonDensities> Densities = new(PartonDensities.Load);

    private readonly Func<double, double, double, double> differential;
    private readonly HadronSampler sampler;
    private readonly double maximumMass;
    private readonly double leptonMass;
    private readonly double threshold;

    private InelasticInteraction(
        Nucleus nucleus,
        int neutrino,
        WeakCurrent current,
        Nucleon struck,
        InteractionParameters parameters,
        InteractionProcess process,
        Func<double, double, double, double> differential,
        HadronSampler sampler,
        double maximumMass)
    {
        (Nucleus, Neutrino, Current, Struck, Process) = (nucleus, neutrino, current, struck, process);
        (this.differential, this.sampler, this.maximumMass) = (differential, sampler, maximumMass);
        leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
        threshold = NeutrinoScattering.PionThreshold(NeutrinoScattering.HadronCharge(current, neutrino, struck));
        RemovalEnergy = nucleus.MaximumRadius > 0.0 ? nucleus.RemovalEnergy + parameters.RemovalEnergyShift : 0.0;
    }

    // Draws hadrons in their rest frame, z along the momentum transfer, at the energy of a free nucleon, W and Q².
    private delegate ResonanceOutcome HadronSampler(double energy, double w, double q2, ref RandomStream random, Span<Hadron> hadrons);

    /// <inheritdoc/>
    public InteractionProcess Process { get; }

    /// <inheritdoc/>
    public WeakCurrent Current { get; }

    /// <inheritdoc/>
    public int Neutrino { get; }

    /// <inheritdoc/>
    public Nucleus Nucleus { get; }

    /// <summary>The kind of nucleon that is struck.</summary>
    public Nucleon Struck { get; }

    /// <inheritdoc/>
    public double RemovalEnergy { get; }

    /// <inheritdoc/>
    public int Dimensions => 7;

    /// <inheritdoc/>
    public (int First, int Second) SteepCoordinates => (4, 5);

    /// <summary>The resonances' table.</summary>
    internal static ResonanceTable Resonances => Table.Value;

    /// <summary>The parton densities.</summary>
    internal static PartonDensities Partons => Densities.Value;

    /// <summary>Production of resonances.</summary>
    /// <param name="nucleus">The nucleus.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="struck">The kind of nucleon that is struck.</param>
    /// <param name="parameters">What the models are varied in.</param>
    public static InelasticInteraction Resonant(Nucleus nucleus, int neutrino, WeakCurrent current, Nucleon struck, InteractionParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(nucleus);
        ArgumentNullException.ThrowIfNull(parameters);
        ResonanceCrossSection resonances = new(Table.Value, parameters.Inelastic);
        ResonanceFinalState states = new(Table.Value, parameters.Inelastic);
        return new InelasticInteraction(
            nucleus,
            neutrino,
            current,
            struck,
            parameters,
            InteractionProcess.Resonant,
            (energy, w, q2) => resonances.Differential(current, neutrino, struck, energy, w, q2),
            (double energy, double w, double q2, ref RandomStream random, Span<Hadron> hadrons) => states.Sample(current, neutrino, struck, energy, w, q2, ref random, hadrons),
            parameters.Inelastic.JoiningMass);
    }

    /// <summary>Deep-inelastic scattering and, below the joining mass, the background under the resonances.</summary>
    /// <param name="nucleus">The nucleus.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="struck">The kind of nucleon that is struck.</param>
    /// <param name="parameters">What the models are varied in.</param>
    public static InelasticInteraction NonResonant(Nucleus nucleus, int neutrino, WeakCurrent current, Nucleon struck, InteractionParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(nucleus);
        ArgumentNullException.ThrowIfNull(parameters);
        DeepInelasticCrossSection partons = new(Densities.Value, parameters.Inelastic);
        Hadronizer hadronizer = new(parameters.Inelastic);
        return new InelasticInteraction(
            nucleus,
            neutrino,
            current,
            struck,
            parameters,
            InteractionProcess.NonResonant,
            (energy, w, q2) => partons.Differential(current, neutrino, struck, nucleus.Nucleons, energy, w, q2),
            (double energy, double w, double q2, ref RandomStream random, Span<Hadron> hadrons) => new ResonanceOutcome(default, default, hadronizer.Sample(current, neutrino, struck, w, ref random, hadrons)),
            double.PositiveInfinity);
    }

    /// <inheritdoc/>
    public double Density(double energy, ReadOnlySpan<double> point) => Evaluate(energy, point, out _);

    /// <summary>
    /// Density and configuration at a point, which is (share of nucleons within r, share of the Fermi sphere, its two angles,
    /// W, Q², azimuth).
    /// </summary>
    /// <param name="energy">Neutrino energy along z, GeV.</param>
    /// <param name="point">Seven coordinates within 0 and 1.</param>
    /// <param name="state">The configuration; default where the density is zero.</param>
    public double Evaluate(double energy, ReadOnlySpan<double> point, out InelasticState state)
    {
        state = default;
        double radius = Nucleus.RadiusAt(point[0]);
        double p = Nucleus.FermiMomentum(Struck, radius) * Math.Cbrt(point[1]);
        double mass = Struck.Mass();
        double onShell = Math.Sqrt((mass * mass) + (p * p));
        double cosine = (2.0 * point[2]) - 1.0;
        double across = p * Math.Sqrt((1.0 - cosine) * (1.0 + cosine));
        Direction.Turn(point[3], out double sin, out double cos);
        FourVector struck = new(onShell - RemovalEnergy, across * cos, across * sin, p * cosine);
        FourVector total = new(energy + struck.E, struck.X, struck.Y, struck.Z + energy);
        double s = total.MassSquared;
        double rootS = Math.Sqrt(Math.Max(0.0, s));
        double spanW = Math.Min(rootS - leptonMass, maximumMass) - threshold;
        if (!(spanW > 0.0))
        {
            return 0.0;
        }

        double w = threshold + (spanW * point[4]);
        double effective = (s - (mass * mass)) / (2.0 * mass);
        (double low, double high) = NeutrinoScattering.TransferLimits(effective, mass, leptonMass, w);
        if (!(high > low))
        {
            return 0.0;
        }

        double slope = (1.0 / (low + Softening)) - (1.0 / (high + Softening));
        double shifted = 1.0 / ((1.0 / (low + Softening)) - (slope * point[5]));
        double q2 = shifted - Softening;
        double density = differential(effective, w, q2);
        if (!(density > 0.0))
        {
            return 0.0;
        }

        // As for elastic scattering: the angle in the centre of mass is that of a free nucleon at this s.
        double middle = 0.5 * (low + high);
        double leptonEnergy = (s + (leptonMass * leptonMass) - (w * w)) / (2.0 * rootS);
        double leptonMomentum = Math.Sqrt(Math.Max(0.0, (leptonEnergy - leptonMass) * (leptonEnergy + leptonMass)));
        double scattering = Math.Clamp((middle - q2) / (0.5 * (high - low)), -1.0, 1.0);
        FourVector incoming = new FourVector(energy, 0.0, 0.0, energy).BoostToRestFrameOf(total, rootS);
        double inverse = 1.0 / incoming.E;
        double transverse = leptonMomentum * Math.Sqrt((1.0 - scattering) * (1.0 + scattering));
        Direction.Turn(point[6], out sin, out cos);
        Direction.FromFrame(
            incoming.X * inverse, incoming.Y * inverse, incoming.Z * inverse,
            transverse * cos, transverse * sin, leptonMomentum * scattering,
            out double x, out double y, out double z);
        FourVector hadrons = new FourVector(rootS - leptonEnergy, -x, -y, -z).BoostFromRestFrameOf(total, rootS);
        state = new InelasticState(radius, effective, w, q2, struck, total - hadrons, hadrons);
        double flux = 1.0 - (struck.Z / onShell);
        return density * Nucleus.Count(Struck) * flux * spanW * shifted * shifted * slope;
    }

    /// <inheritdoc/>
    public bool TryMake(double energy, ReadOnlySpan<double> point, ref RandomStream random, InteractionEvent made)
    {
        ArgumentNullException.ThrowIfNull(made);
        Evaluate(energy, point, out InelasticState state);
        Span<Hadron> hadrons = new Hadron[Hadron.Most];
        ResonanceOutcome outcome = sampler(state.FreeEnergy, state.HadronMass, state.Q2, ref random, hadrons);
        hadrons = hadrons[..outcome.Count];
        made.Begin(this, energy, state.Radius, state.Lepton);
        made.Record(state, outcome, hadrons);
        made.Take(Struck, state.Struck);
        FourVector transfer = (new FourVector(energy, 0.0, 0.0, energy) - state.Lepton).BoostToRestFrameOf(state.Hadrons, state.HadronMass);
        double inverse = 1.0 / transfer.Momentum;
        foreach (Hadron hadron in hadrons)
        {
            FourVector p = hadron.Momentum;
            Direction.FromFrame(transfer.X * inverse, transfer.Y * inverse, transfer.Z * inverse, p.X, p.Y, p.Z, out double x, out double y, out double z);
            FourVector leaving = new FourVector(p.E, x, y, z).BoostFromRestFrameOf(state.Hadrons, state.HadronMass);
            if (IsBlocked(Nucleon.Proton, hadron.Pdg, leaving, state.Radius) || IsBlocked(Nucleon.Neutron, hadron.Pdg, leaving, state.Radius))
            {
                return false;
            }

            made.Add(hadron.Pdg, leaving);
        }

        return true;
    }

    private bool IsBlocked(Nucleon nucleon, int pdg, in FourVector momentum, double radius) =>
        pdg == nucleon.Pdg() && momentum.Momentum < Nucleus.FermiMomentum(nucleon, radius);
}
