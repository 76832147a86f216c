using Umbriel.Core;

namespace Umbriel.Generation;

/// <summary>Counts events of a run as they go by.</summary>
public sealed class BatchTotals
{
    private double squares;

    /// <summary>Number of events.</summary>
    public long Rows { get; private set; }

    /// <summary>Sum of their weights: expected decays in the active volume.</summary>
    public double Weights { get; private set; }

    /// <summary>Kish's effective number, (Σw)²/Σw²; 0 without weight.</summary>
    public double Effective => squares > 0.0 ? Weights * Weights / squares : 0.0;

    /// <summary>Adds a batch.</summary>
    public void Add(TruthEventBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Rows += batch.Count;
        foreach (double w in batch.Weight)
        {
            Weights += w;
            squares += w * w;
        }
    }
}
