using System.Buffers;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>The chunks that are not yet full, one a column, and the number of rows so far. Events are appended in order.</summary>
internal sealed class OpenChunks
{
    private readonly byte[][] values = [.. SimulationSchema.Columns.Select(static column => Rent(column))];
    private readonly int[] used = new int[SimulationSchema.Columns.Count];
    private RowCounts counts;

    /// <summary>Appends an event.</summary>
    /// <param name="result">The event, for its offsets.</param>
    /// <param name="packed">The rest of it, packed.</param>
    /// <param name="full">Takes the chunks that it fills, in an order that depends on the events alone.</param>
    public void Append(EventResult result, PackedEvent packed, Action<ColumnChunk> full)
    {
        result.Before = counts;
        packed.PackOffsets(result);
        counts = counts.After(result);
        foreach (SimulationColumn column in SimulationSchema.Columns)
        {
            int capacity = Hdf5ChunkedColumn.ChunkLength * column.ValueSize;
            ReadOnlySpan<byte> rest = packed.Column(column.Index);
            while (!rest.IsEmpty)
            {
                int now = Math.Min(rest.Length, capacity - used[column.Index]);
                rest[..now].CopyTo(values[column.Index].AsSpan(used[column.Index]));
                rest = rest[now..];
                if ((used[column.Index] += now) == capacity)
                {
                    Close(column, full);
                }
            }
        }
    }

    /// <summary>Hands out what is left, padded with zeros.</summary>
    public void Finish(Action<ColumnChunk> full)
    {
        foreach (SimulationColumn column in SimulationSchema.Columns)
        {
            if (used[column.Index] > 0)
            {
                values[column.Index].AsSpan(used[column.Index]).Clear();
                Close(column, full);
            }
        }
    }

    /// <summary>Keeps everything.</summary>
    public void Write(BinaryWriter writer)
    {
        counts.Write(writer);
        foreach (SimulationColumn column in SimulationSchema.Columns)
        {
            writer.Write(used[column.Index]);
            writer.Write(values[column.Index].AsSpan(0, used[column.Index]));
        }
    }

    /// <summary>Takes up what <see cref="Write"/> kept.</summary>
    public void Read(BinaryReader reader)
    {
        counts = RowCounts.Read(reader);
        foreach (SimulationColumn column in SimulationSchema.Columns)
        {
            used[column.Index] = reader.ReadInt32();
            reader.BaseStream.ReadExactly(values[column.Index].AsSpan(0, used[column.Index]));
        }
    }

    private void Close(SimulationColumn column, Action<ColumnChunk> full)
    {
        full(new ColumnChunk(column, values[column.Index], used[column.Index] / column.ValueSize));
        values[column.Index] = Rent(column);
        used[column.Index] = 0;
    }

    private static byte[] Rent(SimulationColumn column) => ArrayPool<byte>.Shared.Rent(Hdf5ChunkedColumn.ChunkLength * column.ValueSize);
}
