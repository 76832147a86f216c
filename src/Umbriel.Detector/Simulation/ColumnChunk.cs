using System.Buffers;
using System.Collections.Concurrent;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>A full chunk of a column on its way to the file.</summary>
internal sealed class ColumnChunk
{
    private static readonly ConcurrentBag<MemoryStream> Spare = [];

    private readonly byte[] values;

    /// <summary>Takes over the values, a rented array.</summary>
    public ColumnChunk(SimulationColumn column, byte[] values, int rows) => (Column, this.values, Rows) = (column, values, rows);

    /// <summary>Whose chunk it is.</summary>
    public SimulationColumn Column { get; }

    /// <summary>How many of its values count; the rest is zero.</summary>
    public int Rows { get; }

    /// <summary>The chunk as it is in the file; empty before <see cref="Filter"/>.</summary>
    public MemoryStream Filtered { get; } = Spare.TryTake(out MemoryStream? spare) ? spare : new MemoryStream(1 << 16);

    /// <summary>Shuffles and deflates.</summary>
    public void Filter()
    {
        Hdf5ChunkFilter.Apply(values.AsSpan(0, Hdf5ChunkedColumn.ChunkLength * Column.ValueSize), Column.ValueSize, Column.IsNoisy, Filtered);
        ArrayPool<byte>.Shared.Return(values);
    }

    /// <summary>Gives the memory back; <see cref="Filtered"/> is not to be used any more.</summary>
    public void Release() => Spare.Add(Filtered);
}
