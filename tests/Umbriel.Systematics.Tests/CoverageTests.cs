using System.Globalization;
using MathNet.Numerics;
using Umbriel.Core.Numerics;
using Umbriel.Inference;
using Umbriel.Inference.Tests;

namespace Umbriel.Systematics.Tests;

/// <summary>
/// How often Δχ² &lt; 5.99 holds the true strength of the example signal in pseudo-experiments of the score fit, whose shape
/// is fixed: one parameter. validation/fit.md has the numbers.
/// </summary>
public sealed class CoverageTests
{
    private const int Experiments = 4000;
    private const double Highest = 4.0;

    /// <summary>Rows of the page: strength, coverage in per cent with the background's error fixed and growing with the prediction.</summary>
    public static TheoryData<double, double, double> Rows
    {
        get
        {
            TheoryData<double, double, double> rows = [];
            foreach (string line in File.ReadLines(Repository.PathOf("validation/fit.md")).SkipWhile(l => !l.StartsWith("| true strength", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|')))
            {
                string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
                rows.Add(double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2].TrimEnd('%'), CultureInfo.InvariantCulture), double.Parse(cells[3].TrimEnd('%'), CultureInfo.InvariantCulture));
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_pages_coverage_is_that_of_pseudo_experiments(double strength, double percent, double growing)
    {
        double[] deltas = Deltas(Published.WithSignalMatrix("drawn-minus-poisson"), strength);
        double covered = Covered(deltas, ConfidenceLevel.LetterThreshold);
        double[] growingDeltas = Deltas(Published.Read("drawn-minus-poisson").RelativeToPrediction(), strength);
        double growingCovered = Covered(growingDeltas, ConfidenceLevel.LetterThreshold);
        TestContext.Current.TestOutputHelper!.WriteLine($"growing: {100.0 * growingCovered:F2}% below 5.99, {100.0 * Covered(growingDeltas, 3.841):F2}% below 3.841");
        TestContext.Current.TestOutputHelper!.WriteLine($"strength {strength}: {100.0 * covered:F2}% below 5.99, {100.0 * Covered(deltas, 3.841):F2}% below 3.841");

        // Another processor's mathematical functions may move an experiment across the threshold.
        (100.0 * covered).ShouldBe(percent, 0.06);
        (100.0 * growingCovered).ShouldBe(growing, 0.06);

        // One Gaussian parameter: erf(√(5.99/2)) = 98.6%; at zero strength half of all best fits are there: 99.3%. Four binomial
        // standard deviations are 0.8%, and counts of 13 to 26 with errors like theirs need not be Gaussian.
        double one = SpecialFunctions.Erf(Math.Sqrt(0.5 * ConfidenceLevel.LetterThreshold));
        covered.ShouldBe(strength == 0.0 ? 0.5 * (1.0 + one) : one, 0.01);

        // The quantile of one parameter is 3.841, where it would be 95% (97.5% at zero): 5.99 is far above what 95% needs.
        Covered(deltas, 3.841).ShouldBeLessThan(covered - 0.01);
    }

    [Fact]
    public void The_page_has_strengths_from_none_to_the_examples() => Rows.Select(row => row.Data.Item1).ShouldBe([0.0, 0.25, 0.5, 1.0]);

    private static double Covered(double[] deltas, double threshold) => (double)deltas.Count(d => d < threshold) / deltas.Length;

    /// <summary>Δχ² of the true strength against the best one in each pseudo-experiment, systematic shifts and Poisson counts thrown at the truth.</summary>
    private static double[] Deltas(SystematicModel model, double strength)
    {
        double[] signal = PublishedTables.ExampleSignal();
        double[] truth = [.. signal.Select(s => strength * s)];
        int n = signal.Length;
        double[] packed = new double[Cholesky.PackedLength(n)];
        model.Covariance.Evaluate(truth, packed);
        double[] full = [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select packed[(Math.Max(i, j) * (Math.Max(i, j) + 1) / 2) + Math.Min(i, j)]];
        Binning binning = model.Background.Binning;
        Spectrum mean = new(binning, "truth", [.. truth.Select((s, i) => s + model.Background.Total[i])]);
        PseudoExperiments throws = new(mean, new AbsoluteCovariance(binning, full, "all"), 20);
        SignalFit fit = model.Fit();
        double[] deltas = new double[Experiments];
        for (int k = 0; k < Experiments; k++)
        {
            SignalFit pseudo = fit.WithObserved(throws.Throw((ulong)k));
            deltas[k] = At(strength) - Lowest(At);

            double At(double x) => pseudo.ChiSquare([.. signal.Select(s => x * s)]);
        }

        return deltas;
    }

    /// <summary>The lowest value from no signal up: the lowest of a grid, then golden section around it.</summary>
    private static double Lowest(Func<double, double> chiSquare)
    {
        const int Steps = 80;
        double[] grid = [.. Enumerable.Range(0, Steps + 1).Select(i => chiSquare(Highest * i / Steps))];
        int lowest = Array.IndexOf(grid, grid.Min());
        double a = Highest * Math.Max(lowest - 1, 0) / Steps;
        double b = Highest * Math.Min(lowest + 1, Steps) / Steps;
        double ratio = 0.5 * (Math.Sqrt(5.0) - 1.0);
        for (int i = 0; i < 25; i++)
        {
            double left = b - (ratio * (b - a));
            double right = a + (ratio * (b - a));
            (a, b) = chiSquare(left) < chiSquare(right) ? (a, right) : (left, b);
        }

        return Math.Min(grid[lowest], chiSquare(0.5 * (a + b)));
    }
}
