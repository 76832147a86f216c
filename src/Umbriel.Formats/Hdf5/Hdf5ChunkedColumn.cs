using Umbriel.Core;

namespace Umbriel.Formats.Hdf5;

/// <summary>
/// A column whose chunks come shuffled and deflated (<see cref="Hdf5ChunkFilter"/>), so that the costly part can be done
/// by many threads and the library only copies.
/// </summary>
public sealed class Hdf5ChunkedColumn : IDisposable
{
    private readonly Hdf5Handle dataset;
    private readonly string shown;

    internal Hdf5ChunkedColumn(Hdf5Handle dataset, string shown) => (this.dataset, this.shown) = (dataset, shown);

    /// <summary>Values in a chunk.</summary>
    public static int ChunkLength => (int)Hdf5Type.ChunkLength;

    /// <summary>Values written so far.</summary>
    public ulong Length { get; private set; }

    /// <summary>Appends a chunk; only the last may hold fewer than <see cref="ChunkLength"/> values.</summary>
    /// <param name="filtered">What <see cref="Hdf5ChunkFilter"/> made of a whole chunk.</param>
    /// <param name="values">How many of its values count.</param>
    /// <exception cref="UserErrorException">The file system refuses.</exception>
    public unsafe void Append(ReadOnlySpan<byte> filtered, int values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Length % Hdf5Type.ChunkLength, 0UL, nameof(values));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values, ChunkLength);
        using (Hdf5Library.Enter())
        {
            Hdf5Type.Check(Hdf5Native.H5Dset_extent(dataset.Id, [Length + (ulong)values]), shown);
            fixed (byte* data = filtered)
            {
                Hdf5Type.Check(Hdf5Native.H5Dwrite_chunk(dataset.Id, 0, 0, [Length], (nuint)filtered.Length, data), shown);
            }
        }

        Length += (ulong)values;
    }

    /// <summary>Closes the column.</summary>
    public void Dispose() => dataset.Dispose();
}
