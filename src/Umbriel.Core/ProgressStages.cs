namespace Umbriel.Core;

/// <summary>Progress of work in stages on a text writer, one <see cref="ProgressReporter"/> after the other.</summary>
/// <param name="error">Where progress goes.</param>
/// <param name="isTerminal">Whether a line can be rewritten there.</param>
/// <param name="quiet">Says nothing if set.</param>
public sealed class ProgressStages(TextWriter error, bool isTerminal, bool quiet) : IProgressStages, IDisposable
{
    private ProgressReporter? current;

    /// <inheritdoc/>
    public IProgress<long> Begin(string label, string unit, long total)
    {
        current?.Dispose();
        return current = new ProgressReporter(label, unit, total, error, isTerminal, quiet);
    }

    /// <summary>Ends the last stage.</summary>
    public void Dispose() => current?.Dispose();
}
