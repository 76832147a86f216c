using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Bench;

/// <summary>What is measured (bench/README.md). Every result is consumed, so that no work can be optimised away.</summary>
internal static class Workloads
{
    /// <summary>The letter's example point: everything is prompt.</summary>
    public static readonly DarkSectorParameters Light = new() { Scenario = Scenario.Single, M4 = 0.106, MZPrime = 0.03, Umu4 = Math.Sqrt(2e-10) };

    /// <summary>A heavy mediator: a three-body decay with a decay length of 4.6 m.</summary>
    public static readonly DarkSectorParameters Heavy = new() { Scenario = Scenario.Dual, M4 = 0.1, M5 = 0.2, MZPrime = 1.25, Umu5 = 5e-4 };

    private static double sink;

    /// <summary>Uses a result.</summary>
    public static void Consume(double value) => sink += value;

    /// <summary>Measures everything, or what has <paramref name="filter"/> in its name.</summary>
    public static IEnumerable<Measurement> Run(string filter)
    {
        string data = UmbrielHome.DataPath();
        foreach ((string name, string unit, Func<double> work) in Small().Concat(GenerationWorkloads.All()).Concat(AnalysisWorkloads.All(data)).Concat(MiniBooNEWorkloads.All(data)).Concat(DetectorWorkloads.All(data)).Concat(ReconstructionWorkloads.All(data)))
        {
            if (name.Contains(filter, StringComparison.Ordinal))
            {
                yield return Measurement.Of(name, unit, work);
            }
        }
    }

    private static IEnumerable<(string Name, string Unit, Func<double> Work)> Small() =>
    [
        ("random", "numbers", RandomNumbers),
        ("boost", "boosts", Boosts),
        ("xsec-coherent-argon", "energies", TotalCrossSection),
        ("width-on-shell", "points", () => Widths(Light)),
        ("width-off-shell", "points", () => Widths(Heavy)),
    ];

    private static double RandomNumbers()
    {
        const int Count = 1 << 16;
        RandomStream stream = new(1, RandomStage.Generation, 0);
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += stream.NextDouble();
        }

        Consume(sum);
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

        Consume(child.E);
        return Count;
    }

    private static double TotalCrossSection()
    {
        UpscatteringCrossSection crossSection = new(Light, Target.Ar40, ScatteringRegime.Coherent);
        const int Count = 64;
        for (int i = 0; i < Count; i++)
        {
            Consume(crossSection.Total(0.3 + (0.04 * i), Helicity.Both));
        }

        return Count;
    }

    private static double Widths(DarkSectorParameters parameters)
    {
        Consume(DecayWidths.Compute(parameters).GammaParent_GeV);
        return 1;
    }
}
