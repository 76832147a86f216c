using System.CommandLine;
using Umbriel.Core;

namespace Umbriel.Cli.Terminal;

/// <summary>Progress of work in stages, one reporter after the other.</summary>
internal sealed class ProgressStages(ParseResult parsed, Option<bool> quiet) : IProgressStages, IDisposable
{
    private ProgressReporter? current;

    /// <summary>Ends the stage before and begins one.</summary>
    /// <param name="label">What is being done.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    /// <param name="total">How many there are.</param>
    public IProgress<long> Begin(string label, string unit, long total)
    {
        current?.Dispose();
        return current = Progress.Start(parsed, quiet, label, unit, total);
    }

    public void Dispose() => current?.Dispose();
}
