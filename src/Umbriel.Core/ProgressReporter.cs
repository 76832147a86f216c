namespace Umbriel.Core;

/// <summary>
/// Progress on stderr for work that takes longer than two seconds: how much is done, how fast, and how long it will
/// still take. On a terminal one line is rewritten; elsewhere a plain line appears every ten seconds.
/// <see cref="Report"/> may be called from any thread.
/// </summary>
public sealed class ProgressReporter : IProgress<long>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TerminalPeriod = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PlainPeriod = TimeSpan.FromSeconds(10);

    private readonly string label;
    private readonly string unit;
    private readonly long total;
    private readonly TextWriter error;
    private readonly bool isTerminal;
    private readonly TimeProvider clock;
    private readonly long start;
    private readonly Lock gate = new();
    private readonly ITimer? timer;
    private long done;
    private long known;
    private int drawnWidth;
    private bool disposed;

    /// <summary>Starts the clock.</summary>
    /// <param name="label">What is being done.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    /// <param name="total">How many there are, at least one.</param>
    /// <param name="error">Where progress goes.</param>
    /// <param name="isTerminal">Whether a line can be rewritten there.</param>
    /// <param name="quiet">Says nothing if set.</param>
    /// <param name="clock">Source of time.</param>
    public ProgressReporter(string label, string unit, long total, TextWriter error, bool isTerminal, bool quiet, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        this.label = label;
        this.unit = unit;
        this.total = total;
        this.error = error;
        this.isTerminal = isTerminal;
        this.clock = clock ?? TimeProvider.System;
        start = this.clock.GetTimestamp();
        if (!quiet)
        {
            timer = this.clock.CreateTimer(_ => Draw(), null, Patience, isTerminal ? TerminalPeriod : PlainPeriod);
        }
    }

    /// <summary>Adds finished units.</summary>
    public void Report(long value) => Interlocked.Add(ref done, value);

    /// <summary>Counts units that were finished before the clock started: they are done, but say nothing about the rate.</summary>
    public void Skip(long value)
    {
        Interlocked.Add(ref known, value);
        Interlocked.Add(ref done, value);
    }

    /// <summary>Stops, and clears the line on a terminal.</summary>
    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            disposed = true;
            if (drawnWidth > 0)
            {
                Tell($"\r{new string(' ', drawnWidth)}\r");
                drawnWidth = 0;
            }
        }
    }

    private void Draw()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            string line = Describe();
            if (isTerminal)
            {
                Tell($"\r{line.PadRight(drawnWidth)}");
                drawnWidth = Math.Max(drawnWidth, line.Length);
            }
            else
            {
                Tell(line + '\n');
            }
        }
    }

    /// <summary>Progress that nobody can see, as on a closed or full stderr, is no failure of the work.</summary>
    private void Tell(string text)
    {
        try
        {
            error.Write(text);
            error.Flush();
        }
        catch (IOException)
        {
            timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private string Describe()
    {
        long finished = Interlocked.Read(ref done);
        double seconds = clock.GetElapsedTime(start).TotalSeconds;
        string line = $"{label}: {finished} of {total} {unit} ({100.0 * finished / total:F0}%), {seconds:F0} s";
        long fresh = finished - Interlocked.Read(ref known);
        if (fresh <= 0)
        {
            return line;
        }

        double rate = fresh / seconds;
        return $"{line}, {rate:G3} {unit}/s, about {Math.Max(0, total - finished) / rate:F0} s left";
    }
}
