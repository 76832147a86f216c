using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation.Decay;

/// <summary>
/// N(P) → n(k') V(q), V → e+(p₁) e−(p₂) with all angular correlations, for a real Z' or a virtual one of mass √t.
/// For a Dirac N of definite helicity the spin enters through the lightlike vector K of its production, and
/// |M|² ∝ (k'·p₁)(K·p₂) + (k'·p₂)(K·p₁) + m_e² k'·K; without polarisation (Majorana) K becomes P and a mass term
/// ½ m_N m_n (t + 2m_e²) is added. The on-shell Z' is the limit t = m_Z'². Derived in docs/physics.md.
/// </summary>
public sealed class DecayChain
{
    private const int MassCells = 512;

    private readonly double parentMass;
    private readonly double daughterMass;
    private readonly double mediatorMassSquared;
    private readonly bool dirac;
    private readonly bool isotropicZPrime;
    private readonly PiecewiseLinearDensity? massDensity;

    /// <summary>Prepares the chain of one model point.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="polarisation">How an on-shell Z' decays.</param>
    public DecayChain(DarkSectorParameters parameters, ZPrimePolarisation polarisation)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parentMass = parameters.ParentMass;
        daughterMass = parameters.DaughterMass;
        mediatorMassSquared = parameters.MZPrime * parameters.MZPrime;
        dirac = parameters.HnlType == HnlType.Dirac;
        double gap = parentMass - daughterMass;
        IsOnShell = parameters.MZPrime < gap;
        isotropicZPrime = IsOnShell && polarisation == ZPrimePolarisation.Isotropic;
        if (!IsOnShell)
        {
            massDensity = TabulateMass(gap);
        }
    }

    /// <summary>Whether the Z' is real.</summary>
    public bool IsOnShell { get; }

    /// <summary>Decays one N.</summary>
    /// <param name="random">The event's random numbers.</param>
    /// <param name="parent">Momentum of N in the laboratory, GeV.</param>
    /// <param name="polarisation">K in the laboratory, any length; ignored for Majorana.</param>
    /// <param name="electron">The electron, laboratory.</param>
    /// <param name="positron">The positron, laboratory.</param>
    /// <param name="mediator">Momentum of the (virtual) Z', laboratory.</param>
    public void Sample(ref RandomStream random, in FourVector parent, in FourVector polarisation, out FourVector electron, out FourVector positron, out FourVector mediator)
    {
        double t = massDensity is null ? mediatorMassSquared : MassSquaredOf(massDensity.Sample(random.NextDouble()));
        double mass = Math.Sqrt(t);
        double beta = Math.Sqrt(Math.Max(0.0, 1.0 - (4.0 * PhysicalConstants.MassElectron * PhysicalConstants.MassElectron / t)));

        // In the rest frame of N.
        double mediatorEnergy = ((parentMass * parentMass) + t - (daughterMass * daughterMass)) / (2.0 * parentMass);
        double daughterEnergy = parentMass - mediatorEnergy;
        double momentum = Math.Sqrt(Math.Max(0.0, (mediatorEnergy * mediatorEnergy) - t));
        FourVector axis = dirac ? polarisation.BoostToRestFrameOf(parent, parentMass) : new FourVector(1.0, 0.0, 0.0, 1.0);
        double cosine = (2.0 * random.NextDouble()) - 1.0;
        if (dirac)
        {
            double kq = parentMass * mediatorEnergy - t; // k'·q
            double flat = (kq * mediatorEnergy) + (0.5 * t * daughterEnergy);
            double slope = momentum * ((0.5 * t) - kq) / flat;
            cosine = LinearCosine(0.5 * (cosine + 1.0), slope);
        }

        Direction.Around(axis, cosine, 2.0 * Math.PI * random.NextDouble(), out double nx, out double ny, out double nz);
        FourVector q = new(mediatorEnergy, momentum * nx, momentum * ny, momentum * nz);
        FourVector daughter = new(daughterEnergy, -q.X, -q.Y, -q.Z);
        FourVector spin = dirac ? (parentMass / (2.0 * axis.Momentum)) * axis with { E = axis.Momentum } : new FourVector(parentMass, 0.0, 0.0, 0.0);

        Direction.Isotropic(ref random, out nx, out ny, out nz);
        if (!isotropicZPrime)
        {
            SampleLeptonAxis(ref random, daughter.BoostToRestFrameOf(q, mass), spin.BoostToRestFrameOf(q, mass), t, beta, ref nx, ref ny, ref nz);
        }

        double half = 0.5 * mass;
        FourVector first = new(half, half * beta * nx, half * beta * ny, half * beta * nz);
        FourVector second = new(half, -first.X, -first.Y, -first.Z);
        mediator = q.BoostFromRestFrameOf(parent, parentMass);
        electron = first.BoostFromRestFrameOf(q, mass).BoostFromRestFrameOf(parent, parentMass);
        positron = second.BoostFromRestFrameOf(q, mass).BoostFromRestFrameOf(parent, parentMass);
    }

    /// <summary>Replaces an isotropic lepton axis by one distributed as the matrix element, by acceptance (above one half).</summary>
    private void SampleLeptonAxis(ref RandomStream random, in FourVector k, in FourVector spin, double t, double beta, ref double nx, ref double ny, ref double nz)
    {
        double me2 = PhysicalConstants.MassElectron * PhysicalConstants.MassElectron;
        double constant = (0.5 * t * k.E * spin.E) + (me2 * k.Dot(spin));
        if (!dirac)
        {
            constant += 0.5 * parentMass * daughterMass * (t + (2.0 * me2));
        }

        double correlated = 0.5 * t * beta * beta;
        double product = (k.X * spin.X) + (k.Y * spin.Y) + (k.Z * spin.Z);
        double bound = constant + (0.5 * correlated * ((k.Momentum * spin.Momentum) - product));
        while (true)
        {
            double value = constant - (correlated * ((k.X * nx) + (k.Y * ny) + (k.Z * nz)) * ((spin.X * nx) + (spin.Y * ny) + (spin.Z * nz)));
            if (random.NextDouble() * bound <= value)
            {
                return;
            }

            Direction.Isotropic(ref random, out nx, out ny, out nz);
        }
    }

    /// <summary>Inverse of the cumulative of (1 + s c)/2 on [−1, 1].</summary>
    private static double LinearCosine(double u, double s)
    {
        double root = Math.Sqrt(Math.Max(0.0, ((1.0 - s) * (1.0 - s)) + (4.0 * s * u)));
        return Math.Clamp((((4.0 * u) - 2.0 + s) / (1.0 + root)) + 0.0, -1.0, 1.0);
    }

    /// <summary>
    /// Density of v = 1/(m_Z'² − t), in which the propagator is flat:
    /// λ^½ β (1 + 2m_e²/t) [(k'·q)(P·q) + (t/2) k'·P (+ (3/2) m_N m_n t for Majorana)].
    /// </summary>
    private PiecewiseLinearDensity TabulateMass(double gap)
    {
        double me2 = PhysicalConstants.MassElectron * PhysicalConstants.MassElectron;
        double low = 1.0 / (mediatorMassSquared - (4.0 * me2));
        double high = 1.0 / Math.Max(mediatorMassSquared - (gap * gap), 1e-6 * mediatorMassSquared);
        double[] v = new double[MassCells + 1];
        double[] density = new double[MassCells + 1];
        for (int i = 0; i <= MassCells; i++)
        {
            // Denser towards the threshold, where the density rises as a square root.
            double s = (double)i / MassCells;
            v[i] = low + ((high - low) * s * s);
            double t = Math.Max(4.0 * me2, mediatorMassSquared - (1.0 / v[i]));
            double energy = ((parentMass * parentMass) + t - (daughterMass * daughterMass)) / (2.0 * parentMass);
            double momentum = Math.Sqrt(Math.Max(0.0, (energy * energy) - t));
            double pq = parentMass * energy;
            double kp = parentMass * (parentMass - energy);
            double bracket = ((pq - t) * pq) + (0.5 * t * kp) + (dirac ? 0.0 : 1.5 * parentMass * daughterMass * t);
            density[i] = momentum * Math.Sqrt(Math.Max(0.0, 1.0 - (4.0 * me2 / t))) * (1.0 + (2.0 * me2 / t)) * bracket;
        }

        return new PiecewiseLinearDensity(v, density);
    }

    private double MassSquaredOf(double v) => Math.Max(
        4.0000001 * PhysicalConstants.MassElectron * PhysicalConstants.MassElectron,
        mediatorMassSquared - (1.0 / v));
}
