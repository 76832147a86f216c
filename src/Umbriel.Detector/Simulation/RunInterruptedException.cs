namespace Umbriel.Detector.Simulation;

/// <summary>A run was stopped and can be continued.</summary>
public sealed class RunInterruptedException : OperationCanceledException
{
    /// <summary>Notes how far it came.</summary>
    /// <param name="done">Events that are kept.</param>
    /// <param name="count">Events of the run.</param>
    /// <param name="journal">Where they are kept.</param>
    public RunInterruptedException(long done, long count, string journal)
        : base($"interrupted after {done} of {count} events; the same command continues ({journal})")
    {
    }
}
