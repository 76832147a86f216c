using System.IO.Compression;

namespace Umbriel.Formats.Hdf5;

/// <summary>
/// HDF5's shuffle filter (all first bytes, then all second bytes, …) and deflate, as its reader undoes them. The bytes
/// are a function of the values alone. Thread-safe.
/// </summary>
public static class Hdf5ChunkFilter
{
    private static readonly ZLibCompressionOptions Matching = new() { CompressionLevel = 4 };

    // Of noise and of the low bits of real numbers only runs can be had: as small as by matching, in half the time or less.
    private static readonly ZLibCompressionOptions Runs = new() { CompressionLevel = 1, CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding };

    /// <summary>Filters one chunk.</summary>
    /// <param name="values">The values, little-endian.</param>
    /// <param name="valueSize">Bytes of a value.</param>
    /// <param name="noisy">Whether repeated patterns are not to be expected.</param>
    /// <param name="filtered">Takes the result; emptied first.</param>
    public static void Apply(ReadOnlySpan<byte> values, int valueSize, bool noisy, MemoryStream filtered)
    {
        ArgumentNullException.ThrowIfNull(filtered);
        filtered.SetLength(0);
        byte[]? shuffled = null;
        ReadOnlySpan<byte> bytes = values;
        if (valueSize > 1)
        {
            shuffled = System.Buffers.ArrayPool<byte>.Shared.Rent(values.Length);
            Shuffle(values, valueSize, shuffled);
            bytes = shuffled.AsSpan(0, values.Length);
        }

        using (ZLibStream deflate = new(filtered, noisy ? Runs : Matching, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        if (shuffled is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(shuffled);
        }
    }

    private static void Shuffle(ReadOnlySpan<byte> values, int size, Span<byte> shuffled)
    {
        int count = values.Length / size;
        for (int b = 0; b < size; b++)
        {
            Span<byte> part = shuffled.Slice(b * count, count);
            for (int i = 0, from = b; i < part.Length; i++, from += size)
            {
                part[i] = values[from];
            }
        }
    }
}
