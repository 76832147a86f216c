using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>
/// Exclusion in the plane of mass and coupling at one Z' mass: Δχ² against the best fit of the plane, excluded at or
/// above the threshold (arXiv:2502.10900; 5.99 for 95% with two parameters). Expected limits use data equal to the
/// background. The plane is sampled finely along contours only.
/// </summary>
public sealed class LimitScan
{
    /// <summary>Rounds of improving the best fit by what refinement turned up.</summary>
    private const int MaximumRounds = 8;

    private readonly ILikelihood observed;
    private readonly ILikelihood expected;
    private readonly Func<double, double, double[]> model;

    /// <summary>Sets up a scan.</summary>
    /// <param name="fit">The fit to the data.</param>
    /// <param name="signal">
    /// Expected signal events per fitted bin at (mass in GeV, |U|²), each ≥ 0. Continuous in both, of any shape; it is
    /// asked for masses between those of the axis and for |U|² below the axis.
    /// </param>
    public LimitScan(ILikelihood fit, Func<double, double, double[]> signal)
    {
        ArgumentNullException.ThrowIfNull(fit);
        observed = fit;
        expected = fit.Asimov();
        model = signal;
    }

    /// <summary>Scans a plane.</summary>
    /// <param name="settings">The plane and its resolution.</param>
    /// <param name="cancel">Stops between evaluations.</param>
    public PlaneLimits Run(ScanSettings settings, CancellationToken cancel = default)
    {
        settings.Validate();
        var signal = new SignalEvaluator(model, observed.BinCount);
        var grid = new ScanGrid(settings.Masses.Filled(settings.MassStep, out int[] columns), settings.Couplings, signal, observed, expected, settings.Threads, cancel);

        // Every mass needs to know which side it starts and ends on; contours tell the rest.
        grid.Require(from i in Enumerable.Range(0, grid.Masses.Count) from j in new[] { 0, grid.Couplings.Count - 1 } select grid.Node(i, j));
        List<(int I, int J)> expectedCells = ContourRefinement.Find(grid, grid.Expected, 0.0, settings);
        BestFit best = BestFitSearch.Find(grid, settings, signal, observed);
        List<(int I, int J)> observedCells = [];
        for (int round = 0; round < MaximumRounds; round++)
        {
            observedCells = ContourRefinement.Find(grid, grid.Observed, best.ChiSquare, settings);
            int lowest = LowestKnown(grid);
            if (!(grid.Observed[lowest] < best.ChiSquare))
            {
                break;
            }

            best = BestFitSearch.Refine(grid, settings, signal, observed, lowest / settings.Couplings.Count, lowest % settings.Couplings.Count);
        }

        MassLimit[] limits = Limits(grid, columns, settings, signal, best, cancel);
        return new PlaneLimits
        {
            Settings = settings,
            ObservedBestFit = best,
            ExpectedBestFit = new BestFit(expected.BackgroundOnly, 0.0, null),
            BackgroundOnly = observed.BackgroundOnly,
            Points = Points(grid, best),
            ObservedContours = Contours(grid, grid.Observed, best.ChiSquare, settings.Threshold, observedCells),
            ExpectedContours = Contours(grid, grid.Expected, 0.0, settings.Threshold, expectedCells),
            Limits = limits,
            ModelEvaluations = signal.Calls,
        };
    }

    /// <summary>Only the best fit of a plane to the data, without its contours.</summary>
    /// <param name="settings">The plane and its resolution.</param>
    public BestFit FindBestFit(ScanSettings settings)
    {
        settings.Validate();
        var signal = new SignalEvaluator(model, observed.BinCount);
        var grid = new ScanGrid(settings.Masses, settings.Couplings, signal, observed, expected, settings.Threads, default);
        return BestFitSearch.Find(grid, settings, signal, observed);
    }

    /// <summary>Limits at one mass, which need not be on the axis, against the best fit of a plane.</summary>
    /// <param name="mass">GeV.</param>
    /// <param name="best">Best fit of the plane of the same Z' mass.</param>
    /// <param name="settings">Coupling axis, threshold and precision; every coupling of the axis is evaluated.</param>
    public MassLimit LimitAt(double mass, BestFit best, ScanSettings settings)
    {
        settings.Validate();
        var signal = new SignalEvaluator(model, observed.BinCount);
        double[] u2 = settings.Couplings.Values.ToArray();
        List<(double U2, double ChiSquare)> data = [];
        List<(double U2, double ChiSquare)> asimov = [];
        foreach (double value in u2)
        {
            ReadOnlySpan<double> events = signal.At(mass, value);
            data.Add((value, SignalEvaluator.ChiSquare(observed, events, mass, value)));
            asimov.Add((value, SignalEvaluator.ChiSquare(expected, events, mass, value)));
        }

        return Limit(mass, data, asimov, best, settings, signal);
    }

    /// <summary>Limits at some columns of the grid.</summary>
    private MassLimit[] Limits(ScanGrid grid, int[] columns, ScanSettings settings, SignalEvaluator signal, BestFit best, CancellationToken cancel)
    {
        var limits = new MassLimit[columns.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancel };
        ParallelLoop.For(limits.Length, options, i =>
        {
            cancel.ThrowIfCancellationRequested();
            List<(double U2, double ChiSquare)> data = [];
            List<(double U2, double ChiSquare)> asimov = [];
            for (int j = 0; j < grid.Couplings.Count; j++)
            {
                int node = grid.Node(columns[i], j);
                if (grid.Known(node))
                {
                    data.Add((grid.Couplings.Values[j], grid.Observed[node]));
                    asimov.Add((grid.Couplings.Values[j], grid.Expected[node]));
                }
            }

            limits[i] = Limit(grid.Masses.Values[columns[i]], data, asimov, best, settings, signal);
        });
        return limits;
    }

    private MassLimit Limit(double mass, List<(double U2, double ChiSquare)> data, List<(double U2, double ChiSquare)> asimov, BestFit best, ScanSettings settings, SignalEvaluator signal)
    {
        return new MassLimit(mass, Intervals(observed, data, best.ChiSquare), Intervals(expected, asimov, 0.0));

        List<ExclusionInterval> Intervals(ILikelihood fit, List<(double U2, double ChiSquare)> samples, double reference) => ColumnLimits.Find(
            [.. samples.Select(s => (s.U2, s.ChiSquare - reference))],
            fit.BackgroundOnly - reference,
            u2 => signal.ChiSquare(fit, mass, u2) - reference,
            settings.Threshold,
            settings.LogPrecision);
    }

    private static int LowestKnown(ScanGrid grid)
    {
        int lowest = -1;
        for (int node = 0; node < grid.Observed.Length; node++)
        {
            if (grid.Known(node) && (lowest < 0 || grid.Observed[node] < grid.Observed[lowest]))
            {
                lowest = node;
            }
        }

        return lowest;
    }

    private static List<ScanPoint> Points(ScanGrid grid, BestFit best)
    {
        var points = new List<ScanPoint>();
        for (int i = 0; i < grid.Masses.Count; i++)
        {
            for (int j = 0; j < grid.Couplings.Count; j++)
            {
                int node = grid.Node(i, j);
                if (grid.Known(node))
                {
                    points.Add(new ScanPoint(grid.Masses.Values[i], grid.Couplings.Values[j], Math.Max(grid.Observed[node] - best.ChiSquare, 0.0), grid.Expected[node]));
                }
            }
        }

        return points;
    }

    private static List<Contour> Contours(ScanGrid grid, double[] values, double reference, double threshold, List<(int I, int J)> cells)
    {
        IReadOnlyList<Contour> logs = MarchingSquares.Trace(grid.Masses.Logs.ToArray(), grid.Couplings.Logs.ToArray(), (i, j) => DeltaScale.Of(values[grid.Node(i, j)] - reference, threshold), 0.0, cells);
        return [.. logs.Select(c => c with { X = Array.ConvertAll(c.X, Math.Exp), Y = Array.ConvertAll(c.Y, Math.Exp) })];
    }
}
