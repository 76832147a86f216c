using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments;
using Umbriel.Inference;
using Umbriel.Response;
using InferenceScan = Umbriel.Inference.ScanSettings;

namespace Umbriel.Scan;

/// <summary>Planes of a card's scan × analyses: signals, limits and preferred regions.</summary>
/// <param name="card">The card.</param>
/// <param name="cache">Finished signals.</param>
/// <param name="threads">Worker threads; results do not depend on them.</param>
/// <param name="progress">Told of every stage.</param>
/// <param name="cancellation">Stops between points.</param>
public sealed class ScanRun(Card card, PointCache cache, int threads, IProgressStages progress, CancellationToken cancellation)
{
    /// <summary>Longest step in ln mass of a limit's contour: two pixels of the figure.</summary>
    private const double ContourStep = 0.02;

    /// <summary>Rounds of adding masses where a limit bends.</summary>
    private const int MostRounds = 4;

    /// <summary>
    /// Limits of an analysis in the planes asked for, at all masses of the card's scan and where the curve through them would be
    /// wrong: around the threshold of the real Z', and where it bends.
    /// </summary>
    public PlaneResult[] Limits(IAnalysis analysis, IReadOnlyList<ScanPlane> planes)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(planes);
        PlaneResult[] results = new PlaneResult[planes.Count];
        SignalPlane[][] signals = [.. analysis.Predictions.Select(prediction => Signals(prediction, planes, BaseMasses(planes)))];
        int[] open = [.. Enumerable.Range(0, planes.Count)];
        for (int round = 0; ; round++)
        {
            IProgress<long> done = progress.Begin("limits", "planes", open.Length);
            foreach (int p in open)
            {
                results[p] = Limits(analysis, planes[p], [.. signals.Select(s => s[p])]);
                done.Report(1);
            }

            double[][] missing = [.. open.Select(p => LimitBends.MissingMasses(results[p].Limits.Limits))];
            int[] bent = [.. Enumerable.Range(0, open.Length).Where(k => missing[k].Length > 0)];
            if (bent.Length == 0 || round == MostRounds)
            {
                return results;
            }

            ScanPlane[] again = [.. bent.Select(k => planes[open[k]])];
            for (int i = 0; i < signals.Length; i++)
            {
                SignalPlane[] more = Signals(analysis.Predictions[i], again, [.. bent.Select(k => missing[k])]);
                for (int k = 0; k < bent.Length; k++)
                {
                    int p = open[bent[k]];
                    signals[i][p] = signals[i][p].With(more[k]);
                }
            }

            open = [.. bent.Select(k => open[k])];
        }
    }

    /// <summary>Limits of another likelihood of the same bins, in the planes and at the masses of limits that are there already.</summary>
    public PlaneResult[] Limits(ILikelihood likelihood, IReadOnlyList<PlaneResult> planes)
    {
        ArgumentNullException.ThrowIfNull(likelihood);
        ArgumentNullException.ThrowIfNull(planes);
        IProgress<long> done = progress.Begin("alternative limits", "planes", planes.Count);
        PlaneResult[] results = new PlaneResult[planes.Count];
        for (int p = 0; p < results.Length; p++)
        {
            results[p] = planes[p] with { Limits = new LimitScan(likelihood, planes[p].Signal.At).Run(planes[p].Limits.Settings, cancellation) };
            done.Report(1);
        }

        return results;
    }

    private PlaneResult Limits(IAnalysis analysis, ScanPlane plane, SignalPlane[] predicted)
    {
        PlaneSignal signal = new(analysis, predicted);
        InferenceScan settings = new()
        {
            Masses = new ScanAxis("mass", [.. predicted[0].Masses]),
            Couplings = ScanPoints.Couplings(card),
            MassStep = ContourStep,
            Threads = threads,
        };
        return new PlaneResult(plane.Scenario, plane.MZPrime, signal, new LimitScan(analysis.Likelihood, signal.At).Run(settings, cancellation));
    }

    /// <summary>What analyses prefer in the card's planes: planes in the card's order, analyses within each.</summary>
    /// <param name="analyses">The analyses.</param>
    /// <param name="title">What is fitted, for progress.</param>
    /// <typeparam name="TAnalysis">Their kind.</typeparam>
    public IReadOnlyList<PreferredPlane<TAnalysis>> Regions<TAnalysis>(IReadOnlyList<TAnalysis> analyses, string title)
        where TAnalysis : IAnalysis
    {
        ArgumentNullException.ThrowIfNull(analyses);
        ScanPlane[] planes = ScanPoints.Planes(card);
        PlaneSignal[][] signals = Signals([.. analyses.Cast<IAnalysis>()], planes);
        ScanAxis masses = ScanPoints.Masses(card);
        ScanAxis couplings = ScanPoints.Couplings(card);
        IProgress<long> done = progress.Begin(title, "planes", planes.Length * analyses.Count);
        List<PreferredPlane<TAnalysis>> results = [];
        for (int p = 0; p < planes.Length; p++)
        {
            for (int a = 0; a < analyses.Count; a++)
            {
                results.Add(new PreferredPlane<TAnalysis>(planes[p], analyses[a], signals[a][p], signals[a][p].Plane(analyses[a].Likelihood, masses, couplings, threads, cancellation)));
                done.Report(1);
            }
        }

        return results;
    }

    /// <summary>How much of preferred regions the limits of a search exclude, plane by plane in the same order.</summary>
    public IReadOnlyList<PlaneComparison<TAnalysis>> Compare<TAnalysis>(ILikelihood excluding, IReadOnlyList<PlaneResult> limits, IReadOnlyList<PreferredPlane<TAnalysis>> preferred, string title)
        where TAnalysis : IAnalysis
    {
        ArgumentNullException.ThrowIfNull(excluding);
        ArgumentNullException.ThrowIfNull(preferred);
        IProgress<long> done = progress.Begin(title, "planes", preferred.Count);
        List<PlaneComparison<TAnalysis>> comparisons = [];
        foreach ((PlaneResult limit, PreferredPlane<TAnalysis> plane) in limits.Zip(preferred))
        {
            comparisons.Add(PlaneComparison<TAnalysis>.Compute(excluding, limit, plane, threads, cancellation));
            done.Report(1);
        }

        return comparisons;
    }

    /// <summary>Observed and expected limit of an analysis at one model point alone; its mixing is left open.</summary>
    public PointLimit LimitAt(IAnalysis analysis, DarkSectorParameters point) => LimitAt(analysis, point, [(analysis ?? throw new ArgumentNullException(nameof(analysis))).Likelihood])[0];

    /// <summary>The same for several likelihoods of the same bins.</summary>
    public PointLimit[] LimitAt(IAnalysis analysis, DarkSectorParameters point, IReadOnlyList<ILikelihood> likelihoods)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(likelihoods);
        double mass = point.ParentMass;
        YieldCurve[] curves = [.. analysis.Predictions.Select(p => p.Curve(point, card.Scan.Coupling.Low, card.Scan.Coupling.High))];
        InferenceScan settings = new()
        {
            Masses = new ScanAxis("mass", [0.999 * mass, mass]),
            Couplings = ScanPoints.Couplings(card),
        };
        return [.. likelihoods.Select(Limit)];

        PointLimit Limit(ILikelihood likelihood)
        {
            PlaneLimits column = new LimitScan(likelihood, (_, u2) => analysis.Bins([.. curves.Select(c => c.At(u2))])).Run(settings, cancellation);
            return new PointLimit(column.Limits[^1], column.ObservedBestFit);
        }
    }

    private double[][] BaseMasses(IReadOnlyList<ScanPlane> planes) => [.. planes.Select(p => ScanPoints.SignalMasses(card, p.Scenario, p.MZPrime))];

    private SignalPlane[] Signals(ISignalPrediction prediction, IReadOnlyList<ScanPlane> planes, IReadOnlyList<double[]> masses) =>
        SignalPlane.Compute(card, planes, masses, prediction, cache, threads, progress, cancellation);

    /// <summary>The signals of analyses over planes; what analyses share is computed once.</summary>
    private PlaneSignal[][] Signals(IReadOnlyList<IAnalysis> analyses, IReadOnlyList<ScanPlane> planes)
    {
        Dictionary<string, SignalPlane[]> predicted = new(StringComparer.Ordinal);
        foreach (ISignalPrediction prediction in analyses.SelectMany(a => a.Predictions))
        {
            if (!predicted.ContainsKey(prediction.Identity))
            {
                predicted.Add(prediction.Identity, Signals(prediction, planes, BaseMasses(planes)));
            }
        }

        return [.. analyses.Select(a => planes.Select((_, p) => new PlaneSignal(a, [.. a.Predictions.Select(prediction => predicted[prediction.Identity][p])])).ToArray())];
    }
}
