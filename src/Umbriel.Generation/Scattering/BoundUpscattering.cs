using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Generation.Sampling;
using Umbriel.Nuclei;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// Upscattering off the nucleons of a nucleus that is a local Fermi gas (docs/physics.md): momentum uniform in the sphere of
/// the local Fermi momentum, energy √(M² + p²) less the removal energy, flux factor 1 − β cos θ, the free nucleon's cross section
/// at the same s and angle with propagators, form factors and longitudinal response at the Q² that N and the neutrino have, and a
/// nucleon that leaves above the local Fermi momentum. Without Fermi momentum and removal energy it is the free nucleon's. Immutable.
/// </summary>
public sealed class BoundUpscattering
{
    /// <summary>Nodes over the share of nucleons, the share of the Fermi sphere, the angle, ln Q²: totals are good to 1e-3 of themselves.</summary>
    private static readonly (int Radius, int Sphere, int Angle, int Q2) Usual = (8, 6, 10, 24);

    private const int MostAttempts = 2_000_000;

    /// <summary>Over the largest product of flux and cross section that the encounters have.</summary>
    private const double Margin = 1.15;

    private readonly UpscatteringCrossSection free;
    private readonly Nucleus nucleus;
    private readonly Nucleon nucleon;
    private readonly double mass;
    private readonly double removalEnergy;
    private readonly double highestFermiMomentum;

    /// <summary>Prepares one regime on one nucleus.</summary>
    /// <param name="free">The free nucleon's, times the number of nucleons; without Pauli blocking of its own.</param>
    /// <param name="nucleus">The nucleus.</param>
    /// <param name="nucleon">The kind that is struck.</param>
    internal BoundUpscattering(UpscatteringCrossSection free, Nucleus nucleus, Nucleon nucleon)
    {
        (this.free, this.nucleus, this.nucleon) = (free, nucleus, nucleon);
        mass = free.TargetMass;
        removalEnergy = nucleus.RemovalEnergy;
        for (int i = 0; i < 1000; i++)
        {
            highestFermiMomentum = Math.Max(highestFermiMomentum, nucleus.FermiMomentum(nucleon, i * nucleus.MaximumRadius / 1000.0));
        }

        Threshold = FindThreshold();
    }

    /// <summary>Prepares one regime of a model point on one target.</summary>
    /// <param name="free">The free nucleon's, times the number of nucleons; without Pauli blocking of its own.</param>
    /// <param name="target">The nuclide.</param>
    /// <param name="regime">Proton- or neutron-elastic.</param>
    /// <exception cref="UserErrorException">There is no Fermi gas of the nuclide.</exception>
    public BoundUpscattering(UpscatteringCrossSection free, Target target, ScatteringRegime regime)
        : this(free, Nucleus.Find(target.Name), regime == ScatteringRegime.ProtonElastic ? Nucleon.Proton : Nucleon.Neutron)
    {
    }

    /// <summary>Energy of the neutrino at which the fastest nucleon head-on is enough, GeV.</summary>
    public double Threshold { get; }

    /// <summary>The nucleus.</summary>
    public Nucleus Nucleus => nucleus;

    /// <summary>The kind of nucleon that is struck.</summary>
    public Nucleon Struck => nucleon;

    /// <summary>Energy of the free encounter of a neutrino with the fastest nucleon head-on, GeV: no other is higher.</summary>
    internal double HighestEnergy(double energy) => new BoundEncounter(energy, mass, highestFermiMomentum, -1.0, removalEnergy).Energy;

    /// <summary>Whether a regime of a nuclide has a nucleus around its nucleon under these settings.</summary>
    public static bool Applies(NuclearResponse response, Target target, ScatteringRegime regime)
    {
        ArgumentNullException.ThrowIfNull(target);
        return response == NuclearResponse.FermiGas && regime != ScatteringRegime.Coherent && target.A > 1;
    }

    /// <summary>σ in cm² per nucleus at a neutrino energy in GeV.</summary>
    public double Total(double energy, Helicity helicity) => Total(energy, helicity, Usual);

    /// <summary>As <see cref="Total(double, Helicity)"/>, with other numbers of nodes.</summary>
    internal double Total(double energy, Helicity helicity, (int Radius, int Sphere, int Angle, int Q2) points)
    {
        if (energy <= Threshold)
        {
            return 0.0;
        }

        (double[] radii, double[] radiusWeights) = GaussLegendre.Rule(nucleus.MaximumRadius > 0.0 ? points.Radius : 1);
        (double[] spheres, double[] sphereWeights) = GaussLegendre.Rule(points.Sphere);
        (double[] angles, double[] angleWeights) = GaussLegendre.Rule(points.Angle);
        double sum = 0.0;
        for (int i = 0; i < radii.Length; i++)
        {
            double fermi = nucleus.FermiMomentum(nucleon, nucleus.RadiusAt(0.5 * (1.0 + radii[i])));
            for (int j = 0; j < spheres.Length; j++)
            {
                double p = fermi * 0.5 * (1.0 + spheres[j]);
                double share = 1.5 * (1.0 + spheres[j]) * 0.5 * (1.0 + spheres[j]);
                for (int k = 0; k < angles.Length; k++)
                {
                    BoundEncounter encounter = new(energy, mass, p, angles[k], removalEnergy);
                    if (encounter.Energy > free.Threshold)
                    {
                        sum += 0.25 * radiusWeights[i] * sphereWeights[j] * share * 0.5 * angleWeights[k] * encounter.Flux * Unblocked(encounter, fermi, helicity, points.Q2);
                    }
                }
            }
        }

        return sum;
    }

    /// <summary>
    /// Draws a configuration at an energy above threshold from an envelope: encounters uniform in the gas, Q² by tables of the free
    /// nucleon, azimuth uniform, accepted by density over envelope.
    /// </summary>
    /// <param name="random">The event's stream.</param>
    /// <param name="energy">Of the neutrino, GeV.</param>
    /// <param name="envelope">Tables of the free nucleon up to <see cref="HighestEnergy"/>.</param>
    /// <param name="helicity">Helicities that are kept.</param>
    /// <param name="state">The configuration.</param>
    /// <returns>
    /// Its weight: 1, more where the density is above the envelope, and 0 where too many attempts failed, at energies where the
    /// cross section is less than 1e-6 of what it is above.
    /// </returns>
    internal double Sample(ref RandomStream random, double energy, BoundEnvelope envelope, Helicity helicity, out BoundState state)
    {
        double bound = Margin * (1.0 + (highestFermiMomentum / Math.Sqrt((mass * mass) + (highestFermiMomentum * highestFermiMomentum)))) * envelope.HighestTotal(HighestEnergy(energy));
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            double radius = nucleus.SampleRadius(ref random);
            double fermi = nucleus.FermiMomentum(nucleon, radius);
            SpaceVector p = nucleus.SampleMomentum(ref random, nucleon, radius);
            double momentum = p.Length;
            BoundEncounter encounter = new(energy, mass, momentum, momentum > 0.0 ? p.Z / momentum : 0.0, removalEnergy);
            if (encounter.Energy <= free.Threshold)
            {
                continue;
            }

            UpscatteringKinematics kinematics = free.KinematicsAt(encounter.Energy);
            double q2 = envelope.Sample(ref random, encounter.Energy, kinematics, out double inverseDensity);
            BoundTransfer transferred = encounter.Transferred(kinematics, q2);
            (double conserving, double flipping) = Kept(free.DifferentialByHelicity(kinematics, q2, transferred), helicity);
            double ratio = encounter.Flux * (conserving + flipping) * inverseDensity / bound;
            if (random.NextDouble() >= ratio)
            {
                continue;
            }

            FourVector struck = new(Math.Sqrt((mass * mass) + (momentum * momentum)) - removalEnergy, p.X, p.Y, p.Z);
            Leave(energy, struck, encounter, kinematics, q2, random.NextDouble(), out FourVector heavy, out FourVector leaving);
            if (leaving.Momentum > fermi)
            {
                state = new BoundState(radius, transferred.Q2, struck, heavy, leaving, random.NextDouble() * (conserving + flipping) < conserving);
                return Math.Max(1.0, ratio);
            }
        }

        state = HeadOn(energy);
        return 0.0;
    }

    /// <summary>∫ dσ/dQ² times the share of azimuths that Pauli's principle leaves, cm².</summary>
    private double Unblocked(in BoundEncounter encounter, double fermi, Helicity helicity, int points)
    {
        UpscatteringKinematics kinematics = free.KinematicsAt(encounter.Energy);
        (double low, double high) = free.Q2Range(kinematics);
        low = StartOfUnblocked(encounter, kinematics, fermi, low, high);
        if (low >= high)
        {
            return 0.0;
        }

        (double[] nodes, double[] weights) = GaussLegendre.Rule(points);
        double centre = 0.5 * Math.Log(low * high);
        double half = 0.5 * Math.Log(high / low);
        double sum = 0.0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double q2 = Math.Exp(centre + (half * nodes[i]));
            double share = encounter.UnblockedShare(kinematics, q2, fermi);
            if (share > 0.0)
            {
                (double conserving, double flipping) = Kept(free.DifferentialByHelicity(kinematics, q2, encounter.Transferred(kinematics, q2)), helicity);
                sum += weights[i] * q2 * share * (conserving + flipping);
            }
        }

        return half * sum;
    }

    /// <summary>The Q² below which no azimuth is left, by bisection in its logarithm; the largest one if none is left there.</summary>
    private static double StartOfUnblocked(in BoundEncounter encounter, in UpscatteringKinematics kinematics, double fermi, double low, double high)
    {
        if (encounter.UnblockedShare(kinematics, low, fermi) > 0.0)
        {
            return low;
        }

        if (encounter.UnblockedShare(kinematics, high, fermi) <= 0.0)
        {
            return high;
        }

        while (high > low * 1.0001)
        {
            double middle = Math.Sqrt(low * high);
            (low, high) = encounter.UnblockedShare(kinematics, middle, fermi) > 0.0 ? (low, middle) : (middle, high);
        }

        return low;
    }

    private static (double Conserving, double Flipping) Kept((double Conserving, double Flipping) both, Helicity helicity) =>
        (helicity == Helicity.Flipping ? 0.0 : both.Conserving, helicity == Helicity.Conserving ? 0.0 : both.Flipping);

    private void Leave(double energy, in FourVector struck, in BoundEncounter encounter, in UpscatteringKinematics kinematics, double q2, double turn, out FourVector heavy, out FourVector leaving)
    {
        FourVector total = new(energy + struck.E, struck.X, struck.Y, energy + struck.Z);
        FourVector incoming = new FourVector(energy, 0.0, 0.0, energy).BoostToRestFrameOf(total, encounter.RootS);
        double inverse = 1.0 / incoming.Momentum;
        double oneMinus = Math.Clamp(kinematics.OneMinusCosine(q2), 0.0, 2.0);
        double sine = Math.Sqrt(oneMinus * (2.0 - oneMinus));
        Direction.Turn(turn, out double sin, out double cos);
        Direction.FromFrame(incoming.X * inverse, incoming.Y * inverse, incoming.Z * inverse, sine * cos, sine * sin, 1.0 - oneMinus, out double x, out double y, out double z);
        double p = kinematics.HeavyMomentum;
        heavy = new FourVector(kinematics.HeavyEnergy, p * x, p * y, p * z).BoostFromRestFrameOf(total, encounter.RootS);
        leaving = total - heavy;
    }

    private BoundState HeadOn(double energy)
    {
        FourVector struck = new(Math.Sqrt((mass * mass) + (highestFermiMomentum * highestFermiMomentum)) - removalEnergy, 0.0, 0.0, -highestFermiMomentum);
        BoundEncounter encounter = new(energy, mass, highestFermiMomentum, -1.0, removalEnergy);
        UpscatteringKinematics kinematics = free.KinematicsAt(Math.Max(encounter.Energy, free.Threshold));
        Leave(energy, struck, encounter, kinematics, kinematics.LowQ2, 0.0, out FourVector heavy, out FourVector leaving);
        return new BoundState(0.0, encounter.Transferred(kinematics, kinematics.LowQ2).Q2, struck, heavy, leaving, HelicityConserved: true);
    }

    // The energy of the free encounter rises with the neutrino's.
    private double FindThreshold()
    {
        double low = 0.0;
        double high = 2.0 * (free.Threshold + removalEnergy);
        while (HighestEnergy(high) < free.Threshold)
        {
            high *= 2.0;
        }

        for (int i = 0; i < 80; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = HighestEnergy(middle) < free.Threshold ? (middle, high) : (low, middle);
        }

        return high;
    }
}
