namespace Umbriel.Detector.Simulation;

/// <summary>How a run is made; nothing here changes a byte of its output but <see cref="Count"/>.</summary>
public sealed record RunOptions
{
    /// <summary>Number of events.</summary>
    public required long Count { get; init; }

    /// <summary>Threads, at least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>Told of every event that this call finishes.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Told how many events an earlier, interrupted run has finished, if there was one.</summary>
    public Action<long>? Continued { get; init; }

    /// <summary>Time between checkpoints: about as much work can be lost.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Stops between events, after a checkpoint.</summary>
    public CancellationToken Cancellation { get; init; }
}
