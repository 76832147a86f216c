using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Backgrounds.Hadronization;

/// <summary>
/// Decays in the rest frame, distributed as Lorentz-invariant phase space: intermediate masses are sorted uniform numbers,
/// accepted by the product of their two-body momenta (F. James, CERN 68-15 (1968), the method of Raubold and Lynch).
/// Energy and momentum are conserved to rounding.
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
        double weight;
        do
        {
            IntermediateMasses(total, free, masses, ref random, systems);
            weight = 1.0;
            for (int k = 1; k < n; k++)
            {
                steps[k] = Momentum(systems[k], systems[k - 1], masses[k]);
                weight *= steps[k];
            }
        }
        while (n > 2 && random.NextDouble() * bound > weight);

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
    private static void IntermediateMasses(double total, double free, ReadOnlySpan<double> masses, ref RandomStream random, Span<double> systems)
    {
        int n = masses.Length;
        systems[0] = masses[0];
        systems[n - 1] = total;
        for (int k = 1; k < n - 1; k++)
        {
            // Insertion keeps the numbers sorted.
            double u = random.NextDouble();
            int at = k;
            while (at > 1 && systems[at - 1] > u)
            {
                systems[at] = systems[at - 1];
                at--;
            }

            systems[at] = u;
        }

        double below = masses[0];
        for (int k = 1; k < n - 1; k++)
        {
            below += masses[k];
            systems[k] = below + (systems[k] * free);
        }
    }

    private static double Bound(double free, ReadOnlySpan<double> masses)
    {
        double low = 0.0;
        double high = free + masses[0];
        double bound = 1.0;
        for (int k = 1; k < masses.Length; k++)
        {
            low += masses[k - 1];
            high += masses[k];
            bound *= Momentum(high, low, masses[k]);
        }

        return bound;
    }
}
