using Umbriel.Backgrounds.Elastic;
using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Totals;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.TwoParticle;

/// <summary>
/// Scattering on pairs of nucleons (2p2h). Charged currents: σ(E) of the Valencia model times a scale, the lepton
/// distributed as that model has it, as the empirical model has it, or linear between the two. Neutral currents: the
/// empirical model alone, σ(E) = 0.30 (A/12)^(−0.1) times elastic scattering on all nucleons of the nucleus, times a scale
/// (GENIE v3.0.6: no tensor of neutral currents is public). Shares of pairs: Valencia's, or 0.8 proton-neutron in the
/// empirical shape. In an event the two nucleons come from the local Fermi gas at a radius drawn from r² ρ², share what the
/// lepton leaves isotropically in their rest frame, and both must be above the local Fermi momentum; the cross section has
/// no factor for that, since blocking is part of the Valencia response.
/// </summary>
public sealed class PairInteraction : ISampledInteraction
{
    private const double ShareOfElastic = 0.30;
    private const double SizePower = -0.1;
    private const double EmpiricalMixedShare = 0.8;
    private const int MostPairs = 200; // pairs tried for one transfer

    private readonly InteractionParameters parameters;
    private readonly double leptonMass;
    private readonly ValenciaPairs? valencia;
    private readonly EnergyTable? total;
    private readonly EnergyTable? shapeIntegral;

    /// <summary>Sets the process up.</summary>
    /// <param name="nucleus">The nucleus; a free proton has none of it.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="parameters">Scales and shape.</param>
    public PairInteraction(Nucleus nucleus, int neutrino, WeakCurrent current, InteractionParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(nucleus);
        ArgumentNullException.ThrowIfNull(parameters);
        (Nucleus, Neutrino, Current) = (nucleus, neutrino, current);
        this.parameters = parameters;
        leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
        if (nucleus.Nucleons == 1)
        {
            return;
        }

        shapeIntegral = new EnergyTable(energy => Integral(energy, (q0, q) => EmpiricalPairs.Evaluate(energy, leptonMass, q0, q)));
        if (current == WeakCurrent.Charged)
        {
            valencia = new ValenciaPairs(nucleus, neutrino);
            total = new EnergyTable(energy => Integral(energy, (q0, q) => valencia.Evaluate(energy, q0, q).Density));
        }
        else
        {
            double share = ShareOfElastic * Math.Pow(nucleus.Nucleons / 12.0, SizePower);
            ElasticInteraction[] elastic = [.. Enum.GetValues<Nucleon>().Select(struck => new ElasticInteraction(nucleus, neutrino, current, struck, parameters))];
            total = new EnergyTable(energy => share * elastic.Sum(process => CrossSection.Roughly(process, energy)));
        }
    }

    /// <inheritdoc/>
    public InteractionProcess Process => InteractionProcess.Pair;

    /// <inheritdoc/>
    public WeakCurrent Current { get; }

    /// <inheritdoc/>
    public int Neutrino { get; }

    /// <inheritdoc/>
    public Nucleus Nucleus { get; }

    /// <inheritdoc/>
    public double RemovalEnergy => Nucleus.RemovalEnergy + parameters.RemovalEnergyShift;

    /// <inheritdoc/>
    public int Dimensions => 3;

    /// <inheritdoc/>
    public (int First, int Second) SteepCoordinates => (0, 1);

    /// <inheritdoc/>
    public double Density(double energy, ReadOnlySpan<double> point) => Evaluate(energy, point, out _);

    /// <summary>Density and configuration at a point, which is (q₀, q, azimuth of the lepton).</summary>
    /// <param name="energy">Neutrino energy along z, GeV.</param>
    /// <param name="point">Three coordinates within 0 and 1.</param>
    /// <param name="state">The configuration; default where the density is zero.</param>
    public double Evaluate(double energy, ReadOnlySpan<double> point, out PairState state)
    {
        state = default;
        double spanQ0 = Math.Min(energy - leptonMass, PairTensor.MaximumTransfer);
        if (total is null || !(spanQ0 > 0.0))
        {
            return 0.0;
        }

        double q0 = spanQ0 * point[0];
        (double low, double high) = Limits(energy, q0);
        if (!(high > low))
        {
            return 0.0;
        }

        double q = low + ((high - low) * point[1]);
        double shape = EmpiricalPairs.Evaluate(energy, leptonMass, q0, q);
        double integral = shapeIntegral!.At(energy);
        double empirical = integral > 0.0 ? total.At(energy) * shape / integral : 0.0;
        double scale = parameters.PairScaleNeutral;
        double density = empirical;
        double mixed = EmpiricalMixedShare;
        if (valencia is not null)
        {
            (double other, double otherMixed) = valencia.Evaluate(energy, q0, q);
            double x = parameters.EmpiricalShape;
            density = (x * empirical) + ((1.0 - x) * other);
            mixed = density > 0.0 ? ((x * empirical * mixed) + ((1.0 - x) * other * otherMixed)) / density : mixed;
            scale = parameters.PairScaleCharged;
        }

        state = new PairState(q0, q, point[2], mixed);
        return Math.Max(0.0, scale * density) * spanQ0 * (high - low);
    }

    /// <inheritdoc/>
    public bool TryMake(double energy, ReadOnlySpan<double> point, ref RandomStream random, InteractionEvent made)
    {
        ArgumentNullException.ThrowIfNull(made);
        Evaluate(energy, point, out PairState state);
        FourVector lepton = Lepton(energy, state);
        FourVector transfer = new FourVector(energy, 0.0, 0.0, energy) - lepton;
        (Nucleon First, Nucleon Second) before = Pair(random.NextDouble(), random.NextDouble(), state.MixedShare);
        (Nucleon First, Nucleon Second) after = Charged(before);
        for (int i = 0; i < MostPairs; i++)
        {
            double radius = Nucleus.SampleRadius(ref random);
            if (random.NextDouble() * Nucleus.MaximumDensity > Nucleus.Density(radius))
            {
                continue;
            }

            FourVector first = Bound(before.First, radius, ref random);
            FourVector second = Bound(before.Second, radius, ref random);
            FourVector total = transfer + first + second;
            double s = total.MassSquared;
            double rootS = Math.Sqrt(Math.Max(0.0, s));
            double m1 = after.First.Mass();
            double m2 = after.Second.Mass();
            if (!(rootS > m1 + m2))
            {
                continue;
            }

            double e1 = (s + (m1 * m1) - (m2 * m2)) / (2.0 * rootS);
            SpaceVector p = Direction.Isotropic(ref random) * Math.Sqrt((e1 - m1) * (e1 + m1));
            FourVector one = new FourVector(e1, p.X, p.Y, p.Z).BoostFromRestFrameOf(total, rootS);
            FourVector two = new FourVector(rootS - e1, -p.X, -p.Y, -p.Z).BoostFromRestFrameOf(total, rootS);
            if (one.Momentum > Nucleus.FermiMomentum(after.First, radius) && two.Momentum > Nucleus.FermiMomentum(after.Second, radius))
            {
                made.Begin(this, energy, radius, lepton);
                made.Take(before.First, first);
                made.Take(before.Second, second);
                made.Add(after.First.Pdg(), one);
                made.Add(after.Second.Pdg(), two);
                return true;
            }
        }

        return false;
    }

    private FourVector Lepton(double energy, in PairState state)
    {
        double after = energy - state.EnergyTransfer;
        double momentum = Math.Sqrt(Math.Max(0.0, (after - leptonMass) * (after + leptonMass)));
        double cosine = Math.Clamp(((energy * energy) + (momentum * momentum) - (state.MomentumTransfer * state.MomentumTransfer)) / (2.0 * energy * Math.Max(momentum, 1e-300)), -1.0, 1.0);
        double across = momentum * Math.Sqrt((1.0 - cosine) * (1.0 + cosine));
        Direction.Turn(state.Azimuth, out double sin, out double cos);
        return new FourVector(after, across * cos, across * sin, momentum * cosine);
    }

    // A proton and a neutron, or two alike: those that can take the charge, or by number of pairs in neutral currents.
    private (Nucleon First, Nucleon Second) Pair(double mixed, double kind, double mixedShare)
    {
        if (mixed < mixedShare)
        {
            return (Nucleon.Proton, Nucleon.Neutron);
        }

        double protons = Nucleus.Protons * (Nucleus.Protons - 1.0);
        double neutrons = Nucleus.Neutrons * (Nucleus.Neutrons - 1.0);
        Nucleon alike = Current == WeakCurrent.Charged
            ? (Neutrino > 0 ? Nucleon.Neutron : Nucleon.Proton)
            : (kind * (protons + neutrons) < protons ? Nucleon.Proton : Nucleon.Neutron);
        return (alike, alike);
    }

    private (Nucleon First, Nucleon Second) Charged((Nucleon First, Nucleon Second) pair)
    {
        Nucleon taking = Neutrino > 0 ? Nucleon.Neutron : Nucleon.Proton;
        return Current == WeakCurrent.Neutral ? pair
            : pair.First == taking ? (pair.First.Other(), pair.Second)
            : (pair.First, pair.Second.Other());
    }

    private FourVector Bound(Nucleon nucleon, double radius, ref RandomStream random)
    {
        SpaceVector p = Nucleus.SampleMomentum(ref random, nucleon, radius);
        return new FourVector(Math.Sqrt((nucleon.Mass() * nucleon.Mass()) + p.Dot(p)) - RemovalEnergy, p.X, p.Y, p.Z);
    }

    private double Integral(double energy, Func<double, double, double> density)
    {
        double span = Math.Min(energy - leptonMass, PairTensor.MaximumTransfer);
        if (!(span > 0.0))
        {
            return 0.0;
        }

        return GaussLegendre.Integrate(
            q0 =>
            {
                (double low, double high) = Limits(energy, q0);
                return high > low ? GaussLegendre.Integrate(q => density(q0, q), low, high, 48) : 0.0;
            },
            0.0,
            span,
            48);
    }

    // |k − k'| to k + k', the space-like region and the tables' end.
    private (double Low, double High) Limits(double energy, double q0)
    {
        double after = energy - q0;
        double momentum = Math.Sqrt(Math.Max(0.0, (after - leptonMass) * (after + leptonMass)));
        return (energy - momentum, Math.Min(energy + momentum, PairTensor.MaximumTransfer));
    }
}
