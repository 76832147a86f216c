using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Bench;

/// <summary>What is measured. Every result is consumed, so that no work can be optimised away.</summary>
internal static class Workloads
{
    // The letter's example point, and a heavy mediator with a three-body decay.
    private static readonly DarkSectorParameters Light = new() { Scenario = Scenario.Single, M4 = 0.106, MZPrime = 0.03, Umu4 = Math.Sqrt(2e-10) };
    private static readonly DarkSectorParameters Heavy = new() { Scenario = Scenario.Dual, M4 = 0.1, M5 = 0.2, MZPrime = 1.25, Umu5 = 1e-3 };

    private static double sink;

    public static IEnumerable<Measurement> Run()
    {
        yield return Measurement.Of("random numbers", "numbers", RandomNumbers);
        yield return Measurement.Of("boosts", "boosts", Boosts);
        yield return Measurement.Of("coherent cross section on argon, total", "energies", TotalCrossSection);
        yield return Measurement.Of("widths, Z' on shell", "points", () => Widths(Light));
        yield return Measurement.Of("widths, Z' off shell", "points", () => Widths(Heavy));
    }

    private static double RandomNumbers()
    {
        const int Count = 1 << 16;
        RandomStream stream = new(1, RandomStage.Generation, 0);
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += stream.NextDouble();
        }

        sink += sum;
        return Count;
    }

    private static double Boosts()
    {
        const int Count = 1 << 14;
        FourVector parent = new(1.25, 0, 0.75, 0);
        FourVector child = new(1, 0.6, 0, 0.8);
        for (int i = 0; i < Count; i += 2)
        {
            child = child.BoostFromRestFrameOf(parent, 1).BoostToRestFrameOf(parent, 1);
        }

        sink += child.E;
        return Count;
    }

    private static double TotalCrossSection()
    {
        UpscatteringCrossSection crossSection = new(Light, Target.Ar40, ScatteringRegime.Coherent);
        const int Count = 64;
        for (int i = 0; i < Count; i++)
        {
            sink += crossSection.Total(0.3 + (0.04 * i), Helicity.Both);
        }

        return Count;
    }

    private static double Widths(DarkSectorParameters parameters)
    {
        sink += DecayWidths.Compute(parameters).GammaParent_GeV;
        return 1;
    }
}
