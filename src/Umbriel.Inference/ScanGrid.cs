using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>
/// χ² of observed and Asimov data on the nodes of a plane, evaluated when asked for and kept. Nodes are numbered
/// mass-major. One signal spectrum serves both data sets.
/// </summary>
internal sealed class ScanGrid
{
    private readonly SignalEvaluator signal;
    private readonly ILikelihood observedFit;
    private readonly ILikelihood expectedFit;
    private readonly int threads;
    private readonly CancellationToken cancel;
    private readonly bool[] known;

    public ScanGrid(ScanAxis masses, ScanAxis couplings, SignalEvaluator signal, ILikelihood observedFit, ILikelihood expectedFit, int threads, CancellationToken cancel)
    {
        Masses = masses;
        Couplings = couplings;
        this.signal = signal;
        this.observedFit = observedFit;
        this.expectedFit = expectedFit;
        this.threads = threads;
        this.cancel = cancel;
        int size = masses.Count * couplings.Count;
        known = new bool[size];
        Observed = new double[size];
        Expected = new double[size];
    }

    public ScanAxis Masses { get; }

    public ScanAxis Couplings { get; }

    public double[] Observed { get; }

    public double[] Expected { get; }

    public int Node(int mass, int coupling) => (mass * Couplings.Count) + coupling;

    public bool Known(int node) => known[node];

    /// <summary>Evaluates whichever of these nodes are not known yet, one worker per mass at a time.</summary>
    public void Require(IEnumerable<int> nodes)
    {
        int[][] columns = [.. nodes.Where(n => !known[n]).Distinct().Order().GroupBy(n => n / Couplings.Count).Select(g => g.ToArray())];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        ParallelLoop.For(columns.Length, options, c =>
        {
            foreach (int node in columns[c])
            {
                cancel.ThrowIfCancellationRequested();
                double mass = Masses.Values[node / Couplings.Count];
                double u2 = Couplings.Values[node % Couplings.Count];
                ReadOnlySpan<double> events = signal.At(mass, u2);
                Observed[node] = SignalEvaluator.ChiSquare(observedFit, events, mass, u2);
                Expected[node] = SignalEvaluator.ChiSquare(expectedFit, events, mass, u2);
                known[node] = true;
            }
        });
    }
}
