using Umbriel.Core;

namespace Umbriel.Backgrounds.Hadronization;

/// <summary>
/// Phase space with a weight exp(−a p_T) for each particle, p_T across the z axis (A. B. Clegg, A. Donnachie, Z. Phys. C 13
/// (1982) 71). GeV.
/// </summary>
internal static class TransverseMomentum
{
    private const int MovesPerParticle = 16;

    /// <summary>Draws by rejection: exact, slow for many particles.</summary>
    /// <param name="system">Total four-momentum.</param>
    /// <param name="masses">Masses of the particles.</param>
    /// <param name="slope">a, 1/GeV.</param>
    /// <param name="random">The stream it is drawn from.</param>
    /// <param name="momenta">Receives the momenta.</param>
    public static void Draw(FourVector system, ReadOnlySpan<double> masses, double slope, ref RandomStream random, Span<FourVector> momenta)
    {
        // The transverse momenta add up to the system's at least: their smallest sum bounds the weight.
        double least = Across(system);
        double sum;
        do
        {
            Plain(system, masses, ref random, momenta);
            sum = 0.0;
            foreach (ref readonly FourVector momentum in momenta)
            {
                sum += Across(momentum);
            }
        }
        while (random.NextDouble() > Math.Exp(-slope * (sum - least)));
    }

    /// <summary>Draws by a chain from a state of plain phase space.</summary>
    /// <param name="system">Total four-momentum.</param>
    /// <param name="masses">Masses of the particles, at least two.</param>
    /// <param name="slope">a, 1/GeV.</param>
    /// <param name="random">The stream it is drawn from.</param>
    /// <param name="momenta">Receives the momenta.</param>
    public static void Chain(FourVector system, ReadOnlySpan<double> masses, double slope, ref RandomStream random, Span<FourVector> momenta)
    {
        Plain(system, masses, ref random, momenta);
        int n = masses.Length;
        for (int move = 0; move < MovesPerParticle * n; move++)
        {
            int i = (int)(random.NextDouble() * n);
            int j = (i + 1 + (int)(random.NextDouble() * (n - 1))) % n;
            FourVector pair = momenta[i] + momenta[j];
            double mass = Math.Sqrt(pair.MassSquared);
            if (!(mass > masses[i] + masses[j]))
            {
                continue;
            }

            (FourVector first, FourVector second) = PhaseSpace.TwoBodies(mass, masses[i], masses[j], Direction.Isotropic(ref random));
            first = first.BoostFromRestFrameOf(pair, mass);
            second = second.BoostFromRestFrameOf(pair, mass);
            double more = Across(first) + Across(second) - Across(momenta[i]) - Across(momenta[j]);
            if (random.NextDouble() < Math.Exp(-slope * more))
            {
                (momenta[i], momenta[j]) = (first, second);
            }
        }
    }

    private static void Plain(FourVector system, ReadOnlySpan<double> masses, ref RandomStream random, Span<FourVector> momenta)
    {
        double mass = Math.Sqrt(system.MassSquared);
        PhaseSpace.Sample(mass, masses, ref random, momenta);
        foreach (ref FourVector momentum in momenta)
        {
            momentum = momentum.BoostFromRestFrameOf(system, mass);
        }
    }

    private static double Across(in FourVector momentum) => Math.Sqrt((momentum.X * momentum.X) + (momentum.Y * momentum.Y));
}
