using System.Text.Json;
using Umbriel.Core;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;

namespace Umbriel.Generation;

/// <summary>Counts events of a run as they go by.</summary>
/// <param name="path">The file that is written.</param>
public sealed class BatchTotals(string path) : IPrintable
{
    private double squares;

    /// <summary>Number of events.</summary>
    public long Rows { get; private set; }

    /// <summary>Sum of their weights: expected decays in the active volume.</summary>
    public double Weights { get; private set; }

    /// <summary>Kish's effective number, (Σw)²/Σw²; 0 without weight.</summary>
    public double Effective => squares > 0.0 ? Weights * Weights / squares : 0.0;

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("file", path);
        writer.WriteNumber("rows", Rows);
        writer.WriteNumber("effective_events", Effective);
        writer.WriteNumber("decays_in_tpc", Weights);
    }

    /// <inheritdoc/>
    public void Write(TextWriter output)
    {
        TextTable table = new("", path);
        table.Add("rows", $"{Rows}");
        table.Add("effective events", Show.Brief(Effective));
        table.Add("expected decays in the TPC", Show.Brief(Weights));
        table.Write(output);
    }

    /// <summary>Adds a batch and hands it on.</summary>
    public TruthEventBatch Add(TruthEventBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Rows += batch.Count;
        foreach (double w in batch.Weight)
        {
            Weights += w;
            squares += w * w;
        }

        return batch;
    }
}
