using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Backgrounds.Hadronization;

/// <summary>
/// Decays in the rest frame, distributed as Lorentz-invariant phase space: a chain of two-body decays with the density
/// ∏ p_k dM_k of its intermediate masses (F. James, CERN 68-15 (1968)). The steps Δ_k = M_k − M_(k−1) − m_k, of sum T, are
/// drawn from ∏ √Δ_k, the density of slow particles (a Dirichlet distribution of exponents 3/2), and accepted by
/// ∏ p_k/√Δ_k ≤ ∏ √(2m_k + Δ_k) ≤ ((T + 2 Σ m_k)/(n − 1))^((n − 1)/2). Energy and momentum are conserved to rounding.
/// </summary>
public static class PhaseSpace
{
    /// <summary>Momentum of either of two particles that a third at rest decays to, GeV; 0 where it cannot.</summary>
    /// <param name="total">Mass of the decaying particle, GeV.</param>
    /// <param name="first">Mass, GeV.</param>
    /// <param name="second">Mass, GeV.</param>
    public static double Momentum(double total, double first, double second)
    {
        double sum = first + second;
        double difference = first - second;
        return total > sum ? Math.Sqrt((total - sum) * (total + sum) * (total - difference) * (total + difference)) / (2.0 * total) : 0.0;
    }

    /// <summary>Two particles along ± a direction.</summary>
    /// <param name="total">Mass of the decaying particle, GeV.</param>
    /// <param name="firstMass">Mass of the first, GeV.</param>
    /// <param name="secondMass">Mass of the second, GeV.</param>
    /// <param name="direction">Direction of the first, of length 1.</param>
    public static (FourVector First, FourVector Second) TwoBodies(double total, double firstMass, double secondMass, SpaceVector direction)
    {
        double p = Momentum(total, firstMass, secondMass);
        double e = ((total * total) + (firstMass * firstMass) - (secondMass * secondMass)) / (2.0 * total);
        SpaceVector v = direction * p;
        return (new FourVector(e, v.X, v.Y, v.Z), new FourVector(total - e, -v.X, -v.Y, -v.Z));
    }

    /// <summary>Two or more particles.</summary>
    /// <param name="total">Mass of the decaying system, GeV, above the sum of the masses.</param>
    /// <param name="masses">Masses, GeV.</param>
    /// <param name="random">The stream it is drawn from.</param>
    /// <param name="momenta">Receives the momenta in the rest frame.</param>
    public static void Sample(double total, ReadOnlySpan<double> masses, ref RandomStream random, Span<FourVector> momenta)
    {
        int n = masses.Length;
        Debug.Assert(n >= 2 && n <= Hadron.Most && momenta.Length >= n);
        Span<double> systems = stackalloc double[n];
        Span<double> steps = stackalloc double[n];
        double free = total;
        foreach (double mass in masses)
        {
            free -= mass;
        }

        Debug.Assert(free > -1e-9);
        double bound = Bound(free, masses);
        double squared;
        double limit;
        do
        {
            Steps(total, free, masses, ref random, systems);
            squared = 1.0;
            for (int k = 1; k < n; k++)
            {
                // p² = Δ (M_k + M_(k−1) + m)(M_k + M_(k−1) − m)(M_k − M_(k−1) + m)/4M_k².
                double sum = systems[k] + systems[k - 1];
                double rest = (sum + masses[k]) * (sum - masses[k]) * (systems[k] - systems[k - 1] + masses[k]) / (4.0 * systems[k] * systems[k]);
                steps[k] = Math.Sqrt(Math.Max(0.0, systems[k] - systems[k - 1] - masses[k]) * rest);
                squared *= rest;
            }

            limit = random.NextDouble();
        }
        while (n > 2 && limit * limit * bound > squared);

        momenta[0] = new FourVector(masses[0], 0.0, 0.0, 0.0);
        for (int k = 1; k < n; k++)
        {
            SpaceVector p = Direction.Isotropic(ref random) * steps[k];
            double square = steps[k] * steps[k];
            FourVector system = new(Math.Sqrt((systems[k - 1] * systems[k - 1]) + square), p.X, p.Y, p.Z);
            for (int i = 0; i < k; i++)
            {
                momenta[i] = momenta[i].BoostFromRestFrameOf(system, systems[k - 1]);
            }

            momenta[k] = new FourVector(Math.Sqrt((masses[k] * masses[k]) + square), -p.X, -p.Y, -p.Z);
        }
    }

    /// <summary>Masses of the first k + 1 particles together.</summary>
    private static void Steps(double total, double free, ReadOnlySpan<double> masses, ref RandomStream random, Span<double> systems)
    {
        int n = masses.Length;
        double sum = 0.0;
        for (int k = 1; k < n; k++)
        {
            // A gamma variate of exponent 3/2: an exponential one and half the square of a normal one.
            Direction.Turn(random.NextDouble(), out _, out double cos);
            systems[k] = -Math.Log(random.NextDouble()) - (Math.Log(random.NextDouble()) * cos * cos);
            sum += systems[k];
        }

        double scale = free / sum;
        systems[0] = masses[0];
        for (int k = 1; k < n - 1; k++)
        {
            systems[k] = systems[k - 1] + masses[k] + (scale * systems[k]);
        }

        systems[n - 1] = total;
    }

    /// <summary>The bound on the square of the weight.</summary>
    private static double Bound(double free, ReadOnlySpan<double> masses)
    {
        double sum = free;
        for (int k = 1; k < masses.Length; k++)
        {
            sum += 2.0 * masses[k];
        }

        double mean = sum / (masses.Length - 1);
        double bound = 1.0;
        for (int k = 1; k < masses.Length; k++)
        {
            bound *= mean;
        }

        return bound;
    }
}
