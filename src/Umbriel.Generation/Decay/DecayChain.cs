using System.Diagnostics;
using System.Runtime.CompilerServices;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Sampling;

namespace Umbriel.Generation.Decay;

/// <summary>
/// N(P) → n(k') V(q), V → e+(p₁) e−(p₂) with all angular correlations, for a real Z', a virtual one of mass √t, or, where
/// m_N − m_n is about m_Z', the mixture of both that the line of the Z' gives.
/// For a Dirac N of definite helicity the spin enters through the lightlike vector K of its production, and
/// |M|² ∝ (k'·p₁)(K·p₂) + (k'·p₂)(K·p₁) + m_e² k'·K; without polarisation (Majorana) K becomes P and a mass term
/// ½ m_N m_n (t + 2m_e²) is added. The on-shell Z' is the limit t = m_Z'². Derived in docs/physics.md.
/// </summary>
public sealed class DecayChain
{
    /// <summary>Cells of a virtual Z'.</summary>
    private const int MassCells = 512;

    /// <summary>Cells of a line, which spans some 50 units of u.</summary>
    private const int LineCells = 2048;

    /// <summary>Distance kept from both ends of phase space, relative.</summary>
    private const double Margin = 2.5e-8;

    private readonly double parentMass;
    private readonly double daughterMass;
    private readonly double inverseParentMass;
    private readonly double gapSquared;
    private readonly bool dirac;
    private readonly bool isotropicZPrime;
    private readonly ZPrimeLine line;
    private readonly double lineScale;
    private readonly PiecewiseLinearDensity? massDensity;
    private readonly PairFrame onShell;

    /// <summary>Prepares the chain of one model point.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="polarisation">How a real Z' decays.</param>
    public DecayChain(DarkSectorParameters parameters, ZPrimePolarisation polarisation)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parentMass = parameters.ParentMass;
        inverseParentMass = 1.0 / parentMass;
        daughterMass = parameters.DaughterMass;
        dirac = parameters.HnlType == HnlType.Dirac;
        isotropicZPrime = polarisation == ZPrimePolarisation.Isotropic;
        double gap = parentMass - daughterMass;
        gapSquared = gap * gap;
        line = new ZPrimeLine(parameters);
        lineScale = line.Scale(PairFrame.FourElectronMassesSquared);
        switch (line.Regime)
        {
            case ZPrimeRegime.Real:
                onShell = new PairFrame(line.MassSquared, parentMass, daughterMass);
                break;
            case ZPrimeRegime.Resonant:
                massDensity = TabulateLine();
                break;
            default:
                massDensity = TabulateVirtualMass();
                break;
        }
    }

    /// <summary>Decays one N.</summary>
    /// <param name="random">The event's random numbers.</param>
    /// <param name="parent">Momentum of N in the laboratory, GeV.</param>
    /// <param name="polarisation">K in the laboratory, any length; ignored for Majorana.</param>
    /// <param name="electron">The electron, laboratory.</param>
    /// <param name="positron">The positron, laboratory.</param>
    /// <param name="mediator">Momentum of the (virtual) Z', laboratory.</param>
    /// <returns>Whether the Z' is real: it flies before it decays.</returns>
    public bool Sample(ref RandomStream random, in FourVector parent, in FourVector polarisation, out FourVector electron, out FourVector positron, out FourVector mediator)
    {
        FourVector axis = dirac ? polarisation.BoostToRestFrameOf(parent, parentMass) : default;
        return SampleAbout(ref random, parent, axis.X, axis.Y, axis.Z, out electron, out positron, out mediator);
    }

    /// <summary>
    /// As <see cref="Sample"/>, with the direction of K in the rest frame of N (any length; ignored for Majorana). Works in
    /// the frame of N with axes along K, then along the Z', where all boosts but the last are along an axis.
    /// </summary>
    internal bool SampleAbout(ref RandomStream random, in FourVector parent, double ax, double ay, double az, out FourVector electron, out FourVector positron, out FourVector mediator)
    {
        Debug.Assert(parent.E > 0.0 && double.IsFinite(parent.E));
        PairFrame frame = massDensity is null ? onShell : new PairFrame(SampleMassSquared(ref random, massDensity), parentMass, daughterMass);
        bool isReal = line.Regime == ZPrimeRegime.Real || (line.Regime == ZPrimeRegime.Resonant && line.IsReal(frame.T - line.MassSquared));
        double mediatorEnergy = frame.MediatorEnergy;
        double momentum = frame.Momentum;
        double norm = dirac ? Math.Sqrt((ax * ax) + (ay * ay) + (az * az)) : 0.0;
        double scale = 1.0 / norm;
        (ax, ay, az) = norm > 0.0 ? (ax * scale, ay * scale, az * scale) : (0.0, 0.0, 1.0);
        double u = random.NextDouble();
        double cosine = dirac ? LinearCosine(u, frame.Slope) : (2.0 * u) - 1.0;
        double sine = Math.Sqrt(Math.Max(0.0, (1.0 - cosine) * (1.0 + cosine)));
        Direction.Turn(random.NextDouble(), out double sinPhi, out double cosPhi);

        Direction.Isotropic(ref random, out double nx, out double ny, out double nz);
        if (!(isotropicZPrime && isReal))
        {
            // In the rest frame of the Z', with z along its flight and x away from K.
            double spin = (dirac ? 0.5 : 1.0) * parentMass * frame.InverseMass;
            LeptonCorrelation correlation = dirac
                ? new(frame, (spin * (mediatorEnergy - (momentum * cosine)), -0.5 * parentMass * sine, spin * ((cosine * mediatorEnergy) - momentum)), 0.0)
                : new(frame, (spin * mediatorEnergy, 0.0, -spin * momentum), 0.5 * parentMass * daughterMass * (frame.T + (0.5 * PairFrame.FourElectronMassesSquared)));
            SampleLeptonAxis(ref random, correlation, ref nx, ref ny, ref nz);
        }

        // The electron in the rest frame of N: boosted along the Z', turned by the polar angle and the azimuth about K.
        double half = 0.5 * frame.Beta * frame.Mass;
        double forward = 0.5 * (momentum + (frame.Beta * nz * mediatorEnergy));
        double energy = 0.5 * (mediatorEnergy + (frame.Beta * nz * momentum));
        double outward = (half * nx * cosine) + (forward * sine);
        double sideways = half * ny;
        Direction.FromFrame(ax, ay, az, (outward * cosPhi) - (sideways * sinPhi), (outward * sinPhi) + (sideways * cosPhi), (forward * cosine) - (half * nx * sine), out double x, out double y, out double z);
        double perSum = 1.0 / (parent.E + parentMass);
        Boost(parent, perSum, energy, x, y, z, out electron);
        double transverse = momentum * sine;
        Direction.FromFrame(ax, ay, az, transverse * cosPhi, transverse * sinPhi, momentum * cosine, out x, out y, out z);
        Boost(parent, perSum, mediatorEnergy, x, y, z, out mediator);
        positron = mediator - electron;
        return isReal;
    }

    /// <summary>From the rest frame of N to the laboratory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Boost(in FourVector parent, double perSum, double e, double x, double y, double z, out FourVector result)
    {
        double energy = ((e * parent.E) + (x * parent.X) + (y * parent.Y) + (z * parent.Z)) * inverseParentMass;
        double factor = (e + energy) * perSum;
        result = new FourVector(energy, x + (factor * parent.X), y + (factor * parent.Y), z + (factor * parent.Z));
    }

    /// <summary>Replaces an isotropic lepton axis by one distributed as the matrix element, by acceptance (above one half).</summary>
    private static void SampleLeptonAxis(ref RandomStream random, in LeptonCorrelation correlation, ref double nx, ref double ny, ref double nz)
    {
        while (random.NextDouble() * correlation.Bound > correlation.At(nx, nz))
        {
            Direction.Isotropic(ref random, out nx, out ny, out nz);
        }
    }

    /// <summary>Inverse of the cumulative of (1 + s c)/2 on [−1, 1].</summary>
    private static double LinearCosine(double u, double s)
    {
        double root = Math.Sqrt(Math.Max(0.0, ((1.0 - s) * (1.0 - s)) + (4.0 * s * u)));
        return Math.Clamp((((4.0 * u) - 2.0 + s) / (1.0 + root)) + 0.0, -1.0, 1.0);
    }

    /// <summary>Density of v = 1/(m_Z'² − t), in which the propagator of a virtual Z' is flat.</summary>
    private PiecewiseLinearDensity TabulateVirtualMass()
    {
        double low = 1.0 / (line.MassSquared - PairFrame.FourElectronMassesSquared);
        double high = -1.0 / line.HighOffset;
        double[] v = new double[MassCells + 1];
        double[] density = new double[MassCells + 1];
        for (int i = 0; i <= MassCells; i++)
        {
            // Denser towards the threshold, where the density rises as a square root.
            double s = (double)i / MassCells;
            v[i] = low + ((high - low) * s * s);
            density[i] = PhaseSpace(line.MassSquared - (1.0 / v[i]));
        }

        return new PiecewiseLinearDensity(v, density);
    }

    /// <summary>Density of u, t = m_Z'² + s sinh u, over the line of the Z'; see <see cref="ZPrimeLine"/>.</summary>
    private PiecewiseLinearDensity TabulateLine()
    {
        double low = Math.Asinh((PairFrame.FourElectronMassesSquared - line.MassSquared) / lineScale);
        double high = Math.Asinh(line.HighOffset / lineScale);
        double[] u = new double[LineCells + 1];
        double[] density = new double[LineCells + 1];
        for (int i = 0; i <= LineCells; i++)
        {
            // Denser towards both ends, where the density rises as a square root.
            double s = (double)i / LineCells;
            u[i] = low + ((high - low) * s * s * (3.0 - (2.0 * s)));
            double offset = lineScale * Math.Sinh(u[i]);
            density[i] = PhaseSpace(line.MassSquared + offset) * line.At(offset) * lineScale * Math.Cosh(u[i]);
        }

        return new PiecewiseLinearDensity(u, density);
    }

    /// <summary>λ^½ β (1 + 2m_e²/t) [(k'·q)(P·q) + (t/2) k'·P (+ (3/2) m_N m_n t for Majorana)], up to a factor.</summary>
    private double PhaseSpace(double t)
    {
        t = Within(t);
        PairFrame frame = new(t, parentMass, daughterMass);
        double pq = parentMass * frame.MediatorEnergy;
        double kp = parentMass * (parentMass - frame.MediatorEnergy);
        double bracket = ((pq - t) * pq) + (0.5 * t * kp) + (dirac ? 0.0 : 1.5 * parentMass * daughterMass * t);
        return frame.Momentum * frame.Beta * (1.0 + (0.5 * PairFrame.FourElectronMassesSquared / t)) * bracket;
    }

    private double SampleMassSquared(ref RandomStream random, PiecewiseLinearDensity density)
    {
        double at = density.Sample(random.NextDouble());
        return Within(line.MassSquared + (line.Regime == ZPrimeRegime.Resonant ? lineScale * Math.Sinh(at) : -1.0 / at));
    }

    private double Within(double t) => Math.Clamp(t, (1.0 + Margin) * PairFrame.FourElectronMassesSquared, (1.0 - 1e-12) * gapSquared);
}
