using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Inference;

namespace Umbriel.Scan.Tests;

/// <summary>The limit between the masses of a coarse scan, one of which is the threshold of the real Z'.</summary>
public sealed class LimitCurveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_curve_is_the_limit_between_the_masses_of_the_scan()
    {
        SearchInputs inputs = SearchInputs.Read(folder.Write("card.yaml", Text("[single]", 1e-3)), 2);
        ScanRun run = new(inputs.Card, PointCache.None, 2, NoProgress.Instance, CancellationToken.None);
        ScanPlane plane = ScanPoints.Planes(inputs.Card)[0];
        PlaneLimits limits = run.Limits(inputs.MicroBooNE, [plane])[0].Limits;

        // 0.1.0 had no limit on the threshold and drew 2.0e-8 at 60.5 MeV, where `limit` gives 2.9e-10 (the issue).
        limits.Limits.ShouldAllBe(l => l.ObservedU2 != null && l.ExpectedU2 != null);
        foreach (double mass in new[] { 0.045, 0.0605, 0.063, 0.09 })
        {
            MassLimit alone = run.LimitAt(inputs.MicroBooNE, ScanPoints.Point(inputs.Card, plane.Scenario, plane.MZPrime, mass)).Limit;
            double[] drawn = Crossings(limits.ObservedContours, mass);

            // 5% that call for more masses, twice since curvature changes within a step.
            drawn.Length.ShouldBe(1, $"at {mass}");
            drawn[0].ShouldBe(alone.ObservedU2!.Value, 0.1 * drawn[0], $"at {mass}");
        }

        Crossings(limits.ObservedContours, 0.0605)[0].ShouldBe(2.9e-10, 0.3e-10);

        // At its own masses the scan's limit is that of the mass alone, up to the precision of limits, 1e-4 in log10 |U|².
        foreach (MassLimit limit in limits.Limits.Where((_, i) => i % 4 == 0))
        {
            MassLimit alone = run.LimitAt(inputs.MicroBooNE, ScanPoints.Point(inputs.Card, plane.Scenario, plane.MZPrime, limit.Mass)).Limit;
            alone.ExpectedU2!.Value.ShouldBe(limit.ExpectedU2!.Value, 5e-4 * limit.ExpectedU2.Value);
        }

        // One curve from left to right: it turns back by no more than a step of the contour.
        Contour curve = limits.ObservedContours.ShouldHaveSingleItem();
        double[] x = curve.X[0] < curve.X[^1] ? curve.X : [.. curve.X.Reverse()];
        for (int k = 1; k < x.Length; k++)
        {
            x[k].ShouldBeGreaterThan(0.98 * x[..k].Max());
        }
    }

    [Theory]
    [InlineData("[single]", 1e-3, 0.06)]
    [InlineData("[dual]", 1e-6, 0.12)]
    public void Masses_lie_closely_where_N_turns_prompt(string scenario, double epsilon, double threshold)
    {
        Card card = CardReader.Read(folder.Write("card.yaml", Text(scenario, epsilon)));
        ScanPlane plane = ScanPoints.Planes(card)[0];
        double[] masses = ScanPoints.SignalMasses(card, plane.Scenario, plane.MZPrime);
        masses.ShouldBeInOrder();
        masses.Count(m => Math.Abs(Math.Log(m / threshold)) < 0.06).ShouldBe(9);

        // A node on the threshold is not computed twice.
        masses.Zip(masses.Skip(1), (a, b) => b / a).ShouldAllBe(ratio => ratio > 1.000005);
    }

    [Fact]
    public void Masses_are_those_of_the_scan_where_N_is_prompt_anyway()
    {
        Card card = CardReader.Read(folder.Write("card.yaml", Text("[dual]", 1e-3)));
        ScanPoints.SignalMasses(card, Scenario.Dual, 0.06).ShouldBe(ScanPoints.Masses(card).Values.ToArray());
    }

    private static string Text(string scenarios, double epsilon) => FormattableString.Invariant($$"""
        model: single
        m4: 0.2
        mzprime: 0.06
        Umu4: 1.0e-5
        epsilon: {{epsilon}}
        alphaD: 0.4
        scan:
          scenarios: {{scenarios}}
          mzprime: [0.06]
          mass: {low: 0.03, high: {{(scenarios == "[dual]" ? 0.48 : 0.12)}}, points: 3}
        response: {mixture: light-heavy}
        fit: {backgroundScaling: fixed}

        """);

    /// <summary>|U|² where contours cross a mass, linear in the logarithms between their points.</summary>
    private static double[] Crossings(IReadOnlyList<Contour> contours, double mass) =>
    [
        .. from contour in contours
           from k in Enumerable.Range(1, contour.X.Length - 1)
           where contour.X[k - 1] < mass != contour.X[k] < mass
           let f = Math.Log(mass / contour.X[k - 1]) / Math.Log(contour.X[k] / contour.X[k - 1])
           select contour.Y[k - 1] * Math.Pow(contour.Y[k] / contour.Y[k - 1], f),
    ];
}
