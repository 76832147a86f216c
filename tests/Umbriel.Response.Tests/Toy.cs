using Umbriel.Formats.HepData;
using Umbriel.Response.Published;

namespace Umbriel.Response.Tests;

/// <summary>Small made-up tables: bins of unit width from 1 on every axis, the other topologies at a tenth and a twentieth.</summary>
internal static class Toy
{
    public static EfficiencyAxes Axes(params double[][] efficiencies) => new([.. efficiencies.Select(Marginal)]);

    public static PairKinematics Pair(int e, int t = 0, int o = 0, int a = 0) => new(1.5 + e, 1.5 + t, 1.5 + o, 1.5 + a, 0.0);

    public static EfficiencyMap Map(EfficiencyAxes axes, IReadOnlyList<PairKinematics> pairs, IReadOnlyList<double> weights) =>
        new(axes, new MixtureSample([PointSample.Of(axes, pairs, weights)], [1.0]));

    private static EfficiencyMarginal Marginal(double[] e) => new(
        "toy",
        [.. Enumerable.Range(1, e.Length + 1).Select(i => (double)i)],
        [.. e.Select(x => 1.15 * x)],
        e,
        [.. e.Select(x => 0.1 * x)],
        [.. e.Select(x => 0.05 * x)],
        new double[e.Length]);
}
