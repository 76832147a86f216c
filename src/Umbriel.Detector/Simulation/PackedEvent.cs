namespace Umbriel.Detector.Simulation;

/// <summary>An event's rows as the bytes of each column, but for the offsets. Used again; not thread-safe.</summary>
internal sealed class PackedEvent
{
    private readonly byte[][] bytes = [.. SimulationSchema.Columns.Select(static _ => Array.Empty<byte>())];
    private readonly int[] lengths = new int[SimulationSchema.Columns.Count];

    /// <summary>The rows of a column.</summary>
    public ReadOnlySpan<byte> Column(int index) => bytes[index].AsSpan(0, lengths[index]);

    /// <summary>Packs everything that depends on the event alone.</summary>
    public void Pack(EventResult result) => Pack(result, offsets: false);

    /// <summary>Packs the offsets; <see cref="EventResult.Before"/> is known by now.</summary>
    public void PackOffsets(EventResult result) => Pack(result, offsets: true);

    private void Pack(EventResult result, bool offsets)
    {
        foreach (SimulationTable table in SimulationSchema.Tables)
        {
            int rows = table.Rows(result);
            foreach (SimulationColumn column in table.Columns)
            {
                if (column.IsOffset != offsets)
                {
                    continue;
                }

                int length = checked(rows * column.ValueSize);
                if (bytes[column.Index].Length < length)
                {
                    bytes[column.Index] = new byte[length + (length / 2)];
                }

                lengths[column.Index] = length;
                column.Pack(result, bytes[column.Index].AsSpan(0, length));
            }
        }
    }
}
