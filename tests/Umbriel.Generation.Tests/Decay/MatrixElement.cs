using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Generation.Tests.Decay;

/// <summary>
/// |M|² of N → n e+e− by contracting the two currents' tensors component by component, and a slow accept-reject sampler
/// over the whole of three-body phase space: the oracle for DecayChain. Z' only, couplings left out.
/// </summary>
internal sealed class MatrixElement
{
    private const double Me2 = PhysicalConstants.MassElectron * PhysicalConstants.MassElectron;
    private static readonly double[] Metric = [1.0, -1.0, -1.0, -1.0];

    private readonly double parent;
    private readonly double daughter;
    private readonly double mediatorSquared;
    private readonly bool dirac;
    private readonly bool onShell;
    private readonly double bound;

    public MatrixElement(DarkSectorParameters parameters)
    {
        parent = parameters.ParentMass;
        daughter = parameters.DaughterMass;
        mediatorSquared = parameters.MZPrime * parameters.MZPrime;
        dirac = parameters.HnlType == HnlType.Dirac;
        onShell = parameters.MZPrime < parent - daughter;

        // The largest weight of a scan, with room to spare; Sample checks that it is never exceeded.
        FourVector axis = new(1.0, 0.0, 0.0, 1.0);
        for (int i = 0; i < 40_000; i++)
        {
            RandomStream random = new(99, RandomStage.Generation, (ulong)i);
            bound = Math.Max(bound, Weight(Draw(ref random), axis));
        }

        bound *= 1.5;
    }

    /// <summary>A decay in N's rest frame whose K points along <paramref name="axis"/> (lightlike).</summary>
    public (FourVector Electron, FourVector Positron) Sample(ref RandomStream random, in FourVector axis)
    {
        while (true)
        {
            Trial trial = Draw(ref random);
            double weight = Weight(trial, axis);
            weight.ShouldBeLessThanOrEqualTo(bound);
            if (random.NextDouble() * bound < weight)
            {
                return (trial.Electron, trial.Positron);
            }
        }
    }

    /// <summary>
    /// N's tensor for a left-handed vertex, k'^μ K^ν + K^μ k'^ν − g k'·K, times the electrons' p₁^μ p₂^ν + p₂^μ p₁^ν
    /// − g (p₁·p₂ + m_e²). Majorana: the vertex is axial, Tr[(k̸' + m)γ^μγ5(P̸ + M)γ5γ^ν], so K → P and −g (k'·P + mM).
    /// </summary>
    public double Squared(in FourVector daughterMomentum, in FourVector k, in FourVector electron, in FourVector positron)
    {
        double[] n = Components(daughterMomentum);
        double[] s = Components(k);
        double[] a = Components(electron);
        double[] b = Components(positron);
        double trace = daughterMomentum.Dot(k) + (dirac ? 0.0 : daughter * parent);
        double pairTrace = electron.Dot(positron) + Me2;
        double sum = 0.0;
        for (int mu = 0; mu < 4; mu++)
        {
            for (int nu = 0; nu < 4; nu++)
            {
                double g = mu == nu ? Metric[mu] : 0.0;
                double neutral = (n[mu] * s[nu]) + (s[mu] * n[nu]) - (g * trace);
                double charged = (a[mu] * b[nu]) + (b[mu] * a[nu]) - (g * pairTrace);
                sum += neutral * Metric[mu] * charged * Metric[nu];
            }
        }

        return sum;
    }

    /// <summary>|M|² times the phase-space density that Draw does not have: √λ β dt, and the propagator.</summary>
    private double Weight(in Trial trial, in FourVector axis)
    {
        FourVector k = dirac ? (0.5 * parent / axis.E) * axis : new FourVector(parent, 0.0, 0.0, 0.0);
        double squared = Squared(trial.Daughter, k, trial.Electron, trial.Positron);
        if (onShell)
        {
            return squared;
        }

        double offset = mediatorSquared - trial.T;
        return squared * trial.Momentum * Math.Sqrt(1.0 - (4.0 * Me2 / trial.T)) / (offset * offset);
    }

    private Trial Draw(ref RandomStream random)
    {
        double low = 4.0 * Me2;
        double high = (parent - daughter) * (parent - daughter);
        double t = onShell ? mediatorSquared : low + ((high - low) * random.NextDouble());
        double energy = ((parent * parent) + t - (daughter * daughter)) / (2.0 * parent);
        double momentum = Math.Sqrt((energy * energy) - t);
        FourVector q = Isotropic(ref random, energy, momentum);
        double half = 0.5 * Math.Sqrt(t);
        FourVector first = Isotropic(ref random, half, Math.Sqrt((half * half) - Me2));
        FourVector second = new(half, -first.X, -first.Y, -first.Z);
        double mass = Math.Sqrt(t);
        return new Trial(t, momentum, new FourVector(parent - energy, -q.X, -q.Y, -q.Z), first.BoostFromRestFrameOf(q, mass), second.BoostFromRestFrameOf(q, mass));
    }

    private static FourVector Isotropic(ref RandomStream random, double energy, double momentum)
    {
        double z = (2.0 * random.NextDouble()) - 1.0;
        double phi = 2.0 * Math.PI * random.NextDouble();
        double r = Math.Sqrt(1.0 - (z * z));
        return new FourVector(energy, momentum * r * Math.Cos(phi), momentum * r * Math.Sin(phi), momentum * z);
    }

    private static double[] Components(in FourVector v) => [v.E, v.X, v.Y, v.Z];

    private readonly record struct Trial(double T, double Momentum, FourVector Daughter, FourVector Electron, FourVector Positron);
}
