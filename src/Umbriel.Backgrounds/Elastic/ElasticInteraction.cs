using Umbriel.Backgrounds.Events;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Elastic;

/// <summary>
/// (Quasi-)elastic scattering on the nucleons of one kind in a local Fermi gas. A nucleon at radius r, uniform in the
/// sphere of the local Fermi momentum, has the energy √(M² + p²) − E_b; the neutrino meets it with s = (k + p)² and the
/// flux factor 1 − β cos θ. The angle in the centre of mass is that of a free nucleon at the same s, from
/// <see cref="LlewellynSmith"/>; the nucleon that leaves must be above the local Fermi momentum of its kind. In charged
/// currents the long-range correlations enter as the factor 1 + κ (f₀(Q²) − 1), see <see cref="RandomPhase"/>.
/// Energy and momentum are conserved exactly: k + p = l + p'.
/// </summary>
public sealed class ElasticInteraction : ISampledInteraction
{
    private const double M = Nucleons.MeanMass;
    private const double Softening = 0.5; // GeV²: Q² is drawn as 1/(Q² + this)²

    private readonly InteractionParameters parameters;
    private readonly RandomPhase? correlations;
    private readonly double leptonMass;
    private readonly double couplingSquared;
    private readonly bool antineutrino;

    /// <summary>Sets a process up.</summary>
    /// <param name="nucleus">The nucleus.</param>
    /// <param name="neutrino">PDG code of the neutrino: ±12 or ±14.</param>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="struck">The kind of nucleon that is struck.</param>
    /// <param name="parameters">Couplings, masses and strengths.</param>
    /// <exception cref="ArgumentException">The nucleon cannot take the charge.</exception>
    public ElasticInteraction(Nucleus nucleus, int neutrino, WeakCurrent current, Nucleon struck, InteractionParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(nucleus);
        ArgumentNullException.ThrowIfNull(parameters);
        if (!LlewellynSmith.IsPossible(current, neutrino, struck))
        {
            throw new ArgumentException($"{struck} does not take the charge of {neutrino}", nameof(struck));
        }

        (Nucleus, Neutrino, Current, Struck) = (nucleus, neutrino, current, struck);
        this.parameters = parameters;
        leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
        couplingSquared = LlewellynSmith.CouplingSquared(current, parameters);
        RemovalEnergy = nucleus.MaximumRadius > 0.0 ? nucleus.RemovalEnergy + parameters.RemovalEnergyShift : 0.0;
        antineutrino = neutrino < 0;
        correlations = current == WeakCurrent.Charged && nucleus.MaximumRadius > 0.0 ? RandomPhase.Of(nucleus) : null;
        Leaving = current == WeakCurrent.Charged ? struck.Other() : struck;
    }

    /// <inheritdoc/>
    public InteractionProcess Process => InteractionProcess.Elastic;

    /// <inheritdoc/>
    public Nucleus Nucleus { get; }

    /// <inheritdoc/>
    public int Neutrino { get; }

    /// <inheritdoc/>
    public WeakCurrent Current { get; }

    /// <summary>The kind of nucleon that is struck.</summary>
    public Nucleon Struck { get; }

    /// <summary>The kind of nucleon that leaves.</summary>
    public Nucleon Leaving { get; }

    /// <inheritdoc/>
    public double RemovalEnergy { get; }

    /// <inheritdoc/>
    public int Dimensions => 6;

    /// <inheritdoc/>
    public (int First, int Second) SteepCoordinates => (4, 0);

    /// <inheritdoc/>
    public double Density(double energy, ReadOnlySpan<double> point) => Evaluate(energy, point, blocking: true, out _);

    /// <summary>Density and configuration at a point, which is (share of nucleons within r, share of the Fermi sphere, its two angles, Q², azimuth).</summary>
    /// <param name="energy">Neutrino energy along z, GeV.</param>
    /// <param name="point">Six coordinates within 0 and 1.</param>
    /// <param name="blocking">Whether Pauli's principle holds.</param>
    /// <param name="state">The configuration; default where the density is zero.</param>
    public double Evaluate(double energy, ReadOnlySpan<double> point, bool blocking, out ElasticState state)
    {
        state = default;
        double radius = Nucleus.RadiusAt(point[0]);
        double p = Nucleus.FermiMomentum(Struck, radius) * Math.Cbrt(point[1]);
        double cosine = (2.0 * point[2]) - 1.0;
        double onShell = Math.Sqrt((Struck.Mass() * Struck.Mass()) + (p * p));
        Direction.Turn(point[3], out double sin, out double cos);
        double across = p * Math.Sqrt((1.0 - cosine) * (1.0 + cosine));
        FourVector struck = new(onShell - RemovalEnergy, across * cos, across * sin, p * cosine);
        FourVector total = new(energy + struck.E, struck.X, struck.Y, struck.Z + energy);
        double s = total.MassSquared;
        double rootS = Math.Sqrt(Math.Max(0.0, s));
        double outMass = Leaving.Mass();
        if (!(rootS > leptonMass + outMass))
        {
            return 0.0;
        }

        // The free nucleon that has this s.
        double effective = (s - (M * M)) / (2.0 * M);
        double k = (s - (M * M)) / (2.0 * rootS);
        double leptonEnergy = (s + (leptonMass * leptonMass) - (outMass * outMass)) / (2.0 * rootS);
        double leptonMomentum = Math.Sqrt((leptonEnergy - leptonMass) * (leptonEnergy + leptonMass));
        double middle = (2.0 * k * leptonEnergy) - (leptonMass * leptonMass);
        double half = 2.0 * k * leptonMomentum;
        double low = Math.Max(0.0, middle - half) + Softening;
        double high = middle + half + Softening;
        double slope = (1.0 / low) - (1.0 / high);
        double shifted = 1.0 / ((1.0 / low) - (slope * point[4]));
        double q2 = Math.Max(0.0, shifted - Softening);
        double scattering = Math.Clamp((middle - q2) / half, -1.0, 1.0);

        FourVector incoming = new FourVector(energy, 0.0, 0.0, energy).BoostToRestFrameOf(total, rootS);
        double inverse = 1.0 / incoming.E;
        double transverse = leptonMomentum * Math.Sqrt((1.0 - scattering) * (1.0 + scattering));
        Direction.Turn(point[5], out sin, out cos);
        Direction.FromFrame(
            incoming.X * inverse, incoming.Y * inverse, incoming.Z * inverse,
            transverse * cos, transverse * sin, leptonMomentum * scattering,
            out double x, out double y, out double z);
        FourVector leaving = new FourVector(rootS - leptonEnergy, -x, -y, -z).BoostFromRestFrameOf(total, rootS);
        if (blocking && leaving.Momentum <= Nucleus.FermiMomentum(Leaving, radius))
        {
            return 0.0;
        }

        double density = LlewellynSmith.Differential(effective, q2, leptonMass, antineutrino, couplingSquared, LlewellynSmith.Factors(Current, Struck, q2, parameters));
        if (correlations is not null)
        {
            density *= 1.0 + (parameters.CorrelationStrength * (correlations.Factor(q2) - 1.0));
        }

        state = new ElasticState(radius, q2, struck, total - leaving, leaving);
        double flux = 1.0 - (struck.Z / onShell);
        return density * Nucleus.Count(Struck) * flux * shifted * shifted * slope;
    }

    /// <inheritdoc/>
    public bool TryMake(double energy, ReadOnlySpan<double> point, ref RandomStream random, InteractionEvent made)
    {
        ArgumentNullException.ThrowIfNull(made);
        Evaluate(energy, point, blocking: true, out ElasticState state);
        made.Begin(this, energy, state.Radius, state.Lepton);
        made.Take(Struck, state.Struck);
        made.Add(Leaving.Pdg(), state.Leaving);
        return true;
    }
}
