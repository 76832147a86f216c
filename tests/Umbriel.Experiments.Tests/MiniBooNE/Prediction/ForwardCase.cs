using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Scattering;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>One comparison of the program with <see cref="ForwardSimulation"/>.</summary>
internal sealed record ForwardCase(string Name, DarkSectorParameters Point, GenerationSettings Settings, EventOrigin Origin)
{
    private static readonly GenerationSettings Best = new()
    {
        Pot = DarkNewsModel.Pot,
        Experiment = Experiment.MiniBooNE,
        Regimes = [ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic],
    };

    public static IReadOnlyList<ForwardCase> All { get; } =
    [
        new("A, real Z'", Target.All[0].Point, DarkNewsModel.Settings, EventOrigin.Tpc),
        new("B, real Z', heavy daughter", Target.All[1].Point, DarkNewsModel.Settings, EventOrigin.Tpc),
        new("C, virtual Z'", Target.All[2].Point, DarkNewsModel.Settings, EventOrigin.Tpc),
        new("single 80, 60 MeV, real Z'", DarkNewsModel.Single(0.08, 0.06, 3e-14), DarkNewsModel.Settings, EventOrigin.Tpc),
        new("single 80, 60 MeV, real Z'", DarkNewsModel.Single(0.08, 0.06, 3e-14), DarkNewsModel.Settings, EventOrigin.Soil),
        new("single 80, 60 MeV, real Z'", DarkNewsModel.Single(0.08, 0.06, 3e-16), DarkNewsModel.Settings, EventOrigin.Soil),
        new("single 32.6, 117.6 MeV, virtual Z'", DarkNewsModel.Single(0.03257, 0.1176, 1e-4), DarkNewsModel.Settings, EventOrigin.Tpc),
        new("single 32.6, 117.6 MeV, virtual Z'", DarkNewsModel.Single(0.03257, 0.1176, 1e-4), DarkNewsModel.Settings, EventOrigin.Soil),
        new("single 400, 200 MeV, all defaults", DarkNewsModel.Single(0.4, 0.2, 1e-9), Best with { Helicity = Helicity.Both }, EventOrigin.Tpc),
        new("single 80, 60 MeV, all defaults", DarkNewsModel.Single(0.08, 0.06, 3e-15), Best, EventOrigin.Soil),
        new("dual 150 → 15, 302 MeV, all defaults", DarkNewsModel.Dual(0.015, 0.1489, 0.3024, 1e-9), Best, EventOrigin.Tpc),
    ];

    /// <summary>Differences in standard errors, total and the bins in which both sides are known to 10%.</summary>
    public Comparison Run(int pairs, int events)
    {
        ForwardSimulation.Result forward = ForwardSimulation.Run(Point, Settings, Origin, new ForwardReconstruction(Predictions.StoredEdges), events);
        Counts[] program = [.. new[] { EfficiencyConvention.Legacy, EfficiencyConvention.Head }.AsParallel().AsOrdered()
            .Select(convention => Predictions.Region(Point, Settings, Predictions.Selection(convention), Origin, pairs))];
        (Counts legacy, Counts head) = (program[0], program[1]);
        return new Comparison(head, forward.Head, Pull(head, forward.Head, Counts.Bins)!.Value, Pull(legacy, forward.Legacy, Counts.Bins)!.Value, Pulls(head, forward.Head), Pulls(legacy, forward.Legacy));
    }

    private static double[] Pulls(Counts a, Counts b) => [.. Enumerable.Range(0, Counts.Bins - 1).Select(bin => Pull(a, b, bin)).OfType<double>()];

    private static double? Pull(Counts a, Counts b, int bin)
    {
        ((double value, double error), (double other, double otherError)) = (a[bin], b[bin]);
        bool known = error < 0.1 * value && otherError < 0.1 * other;
        return known || bin == Counts.Bins ? (value - other) / Math.Sqrt((error * error) + (otherError * otherError)) : null;
    }

    internal sealed record Comparison(Counts Program, Counts Forward, double Head, double Legacy, double[] HeadBins, double[] LegacyBins)
    {
        public IEnumerable<double> All => [Head, Legacy, .. HeadBins, .. LegacyBins];
    }
}
