namespace Umbriel.Core;

/// <summary>Listens to no progress.</summary>
public sealed class NoProgress : IProgressStages, IProgress<long>
{
    private NoProgress()
    {
    }

    /// <summary>The one there is.</summary>
    public static NoProgress Instance { get; } = new();

    /// <inheritdoc/>
    public IProgress<long> Begin(string label, string unit, long total) => this;

    /// <inheritdoc/>
    public void Report(long value)
    {
    }
}
