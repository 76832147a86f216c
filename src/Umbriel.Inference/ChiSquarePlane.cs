using System.Collections.Concurrent;
using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>
/// χ² of one experiment in the plane of mass and |U|² at one Z' mass, and the allowed regions drawn from it: where
/// Δχ² against the plane's best fit is below the threshold of two parameters (2.30, 6.18, 11.83 for 1, 2, 3 σ).
/// Everything but the plane's own nodes is evaluated with the function itself, so that regions may be narrower than a
/// step of the axes. A point that has no χ² counts as excluded, and is kept in <see cref="Failures"/>.
/// </summary>
public sealed class ChiSquarePlane
{
    /// <summary>Precision of the ends of intervals in log10 |U|².</summary>
    public const double LogPrecision = 1e-4;

    /// <summary>Stands for the χ² of a point that has none: far beyond any threshold, so that it is in no region.</summary>
    private const double Excluded = 1e6;

    private readonly Func<double, double, double?> function;
    private readonly ConcurrentDictionary<(double Mass, double U2), bool> failed = new();
    private readonly double[] values;
    private readonly int threads;
    private readonly ConcurrentDictionary<double, RefinedRegion> refined = new();

    private ChiSquarePlane(ScanAxis masses, ScanAxis couplings, Func<double, double, double?> chiSquare, double backgroundOnly, int threads)
    {
        Masses = masses;
        Couplings = couplings;
        BackgroundOnly = backgroundOnly;
        function = chiSquare;
        this.threads = threads;
        values = new double[masses.Count * couplings.Count];
        BestFit = new BestFit(backgroundOnly, 0.0, null);
    }

    /// <summary>Masses of the nodes, GeV.</summary>
    public ScanAxis Masses { get; }

    /// <summary>|U|² of the nodes.</summary>
    public ScanAxis Couplings { get; }

    /// <summary>χ² without signal, |U|² = 0.</summary>
    public double BackgroundOnly { get; }

    /// <summary>The best fit within the axes, refined continuously; never worse than any node nor than the background alone.</summary>
    public BestFit BestFit { get; private set; }

    /// <summary>Borders of the plane on which the best fit lies.</summary>
    public PlaneEdges BestFitEdges => BestFit.Edges(Masses, Couplings);

    /// <summary>
    /// Points without χ² among all that were asked for so far: the nodes, the search of the best fit, and the regions and
    /// intervals drawn. Does not depend on the number of threads.
    /// </summary>
    public PointFailures Failures => PointFailures.Of(failed.Keys);

    /// <summary>χ² of a node.</summary>
    /// <param name="i">Index of the mass.</param>
    /// <param name="j">Index of the coupling.</param>
    public double this[int i, int j] => values[(i * Couplings.Count) + j];

    /// <summary>χ² of the nodes, mass by mass.</summary>
    internal ReadOnlySpan<double> Values => values;

    /// <summary>Evaluates every node and finds the best fit; about 2000 evaluations beyond the nodes.</summary>
    /// <param name="masses">Masses, GeV.</param>
    /// <param name="couplings">|U|².</param>
    /// <param name="chiSquare">χ² ≥ 0 at (mass in GeV, |U|²), continuous, safe to call from several threads; null where there is none. It is asked for points within the axes only.</param>
    /// <param name="backgroundOnly">χ² without signal, the limit |U|² → 0.</param>
    /// <param name="threads">Threads to use, 1 or more, here and when regions are drawn; the result does not depend on it.</param>
    /// <param name="cancel">Stops between evaluations.</param>
    /// <exception cref="NumericalFailureException">A χ² is negative or not finite.</exception>
    public static ChiSquarePlane Compute(ScanAxis masses, ScanAxis couplings, Func<double, double, double?> chiSquare, double backgroundOnly, int threads, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var plane = new ChiSquarePlane(masses, couplings, chiSquare, Checked(backgroundOnly, null, 0.0), threads);
        ParallelOptions options = plane.Options(cancel);
        ParallelLoop.For(masses.Count, options, i =>
        {
            for (int j = 0; j < couplings.Count; j++)
            {
                cancel.ThrowIfCancellationRequested();
                plane.values[(i * couplings.Count) + j] = plane.At(masses.Values[i], couplings.Values[j]);
            }
        });
        plane.BestFit = PlaneMinimum.Find(masses, couplings, plane.values, plane.At, backgroundOnly, [], options);
        return plane;
    }

    /// <summary>χ² at a point within the axes, from the function itself.</summary>
    /// <param name="mass">GeV.</param>
    /// <param name="u2">|U|².</param>
    /// <returns>χ² ≥ 0; 1e6 where there is none.</returns>
    /// <exception cref="NumericalFailureException">It is negative or not finite.</exception>
    public double At(double mass, double u2)
    {
        (mass, u2) = (Masses.Within(mass), Couplings.Within(u2));
        if (function(mass, u2) is { } chiSquare)
        {
            return Checked(chiSquare, mass, u2);
        }

        failed.TryAdd((mass, u2), true);
        return Excluded;
    }

    /// <summary>
    /// Outlines of the allowed region, ready to be filled: closed, pieces that reach the plane's border closed along it;
    /// the region on the right, so that in (mass to the right, |U|² upwards) outer outlines run clockwise and holes
    /// anticlockwise. Traced on nodes 4 to 64 times finer than the plane's (8 steps across the region's median width), linear
    /// in √Δχ² and the logarithms between them. Islands that fit between the plane's rows and columns go unseen, unless the
    /// best fit is on one; pieces below two fine cells are dropped, unless there is no other. Cost: about 20 evaluations per row and column, and one per fine node in and next to the
    /// region; kept for the next question at the same level.
    /// </summary>
    /// <param name="level">Confidence level, two parameters.</param>
    public IReadOnlyList<Contour> Region(ConfidenceLevel level) => RegionOutline.Trace(Refined(level));

    /// <summary>
    /// Whether the plane has a region that its data prefer: the best fit gains the level's Δχ² on the background alone, or
    /// more. Otherwise the region holds |U|² = 0 and has no lower end; it is then only what is not excluded.
    /// </summary>
    /// <param name="level">Confidence level, two parameters.</param>
    public bool Prefers(ConfidenceLevel level) => BackgroundOnly - BestFit.ChiSquare >= level.Threshold;

    /// <summary>Borders of the plane that the allowed region reaches. Cost: that of <see cref="Region"/>, of which it is a part.</summary>
    /// <param name="level">Confidence level, two parameters.</param>
    public PlaneEdges RegionEdges(ConfidenceLevel level) => Refined(level).Edges;

    /// <summary>
    /// Couplings of one mass of the axis inside the region, in increasing order; ends by root finding to
    /// <see cref="LogPrecision"/>. Intervals between two nodes are found in the bracket of every local minimum of the
    /// nodes. Cost: some 6 to 10 evaluations per end and up to about 20 per bracket that holds nothing.
    /// </summary>
    /// <param name="massIndex">Index of the mass.</param>
    /// <param name="level">Confidence level, two parameters.</param>
    public IReadOnlyList<CouplingInterval> Intervals(int massIndex, ConfidenceLevel level) =>
        Intervals(Masses.Values[massIndex], values.AsSpan(massIndex * Couplings.Count, Couplings.Count), level);

    /// <summary>The same at any mass within the axis; costs one more evaluation per coupling of the axis.</summary>
    /// <param name="mass">GeV.</param>
    /// <param name="level">Confidence level, two parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mass is outside the axis.</exception>
    public IReadOnlyList<CouplingInterval> Intervals(double mass, ConfidenceLevel level)
    {
        if (!(mass >= Masses.Minimum && mass <= Masses.Maximum))
        {
            throw new ArgumentOutOfRangeException(nameof(mass), mass, $"expected a mass from {Masses.Minimum} to {Masses.Maximum} GeV");
        }

        double[] row = new double[Couplings.Count];
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = At(mass, Couplings.Values[j]);
        }

        return Intervals(mass, row, level);
    }

    internal RefinedRegion Refined(ConfidenceLevel level) => refined.GetOrAdd(level.Threshold, t => RefinedRegion.Find(this, t, Options(default)));

    internal ParallelOptions Options(CancellationToken cancel) => new() { MaxDegreeOfParallelism = threads, CancellationToken = cancel };

    private List<CouplingInterval> Intervals(double mass, ReadOnlySpan<double> row, ConfidenceLevel level)
    {
        double[] delta = row.ToArray();
        for (int j = 0; j < delta.Length; j++)
        {
            delta[j] -= BestFit.ChiSquare;
        }

        return [.. AxisIntervals.Find(Couplings.Values, delta, u2 => At(mass, u2) - BestFit.ChiSquare, level.Threshold, LogPrecision)
            .Select(s => new CouplingInterval(s.Low, s.High, s.ReachesLow, s.ReachesHigh))];
    }

    private static double Checked(double chiSquare, double? mass, double u2) => double.IsFinite(chiSquare) && chiSquare >= 0.0
        ? chiSquare
        : throw new NumericalFailureException("chi-square", mass is null ? "the plane without signal" : $"mass {mass:R} GeV, |U|^2 {u2:R}", $"{chiSquare}");
}
