using System.IO.Compression;

namespace Umbriel.Detector.Simulation;

/// <summary>Where a run stands after an event: what a checkpoint keeps.</summary>
internal sealed class RunState
{
    /// <summary>Events done.</summary>
    public long Done { get; set; }

    /// <summary>Their sums.</summary>
    public RunTotals Totals { get; } = new();

    /// <summary>Their rows that are not in the journal yet.</summary>
    public OpenChunks Open { get; } = new();

    /// <summary>A copy of everything.</summary>
    public byte[] Copy()
    {
        using MemoryStream copy = new(1 << 22);
        using BinaryWriter writer = new(copy, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Done);
        Totals.Write(writer);
        Open.Write(writer);
        writer.Flush();
        return copy.ToArray();
    }

    /// <summary>Takes up a deflated <see cref="Copy"/>.</summary>
    public void Restore(byte[] deflated)
    {
        using MemoryStream copy = new(deflated);
        using ZLibStream inflate = new(copy, CompressionMode.Decompress);
        using BinaryReader reader = new(inflate);
        Done = reader.ReadInt64();
        Totals.Read(reader);
        Open.Read(reader);
    }

    /// <summary>Deflates a copy.</summary>
    public static byte[] Deflate(byte[] copy)
    {
        using MemoryStream deflated = new();
        using (ZLibStream deflate = new(deflated, new ZLibCompressionOptions { CompressionLevel = 1, CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding }, leaveOpen: true))
        {
            deflate.Write(copy);
        }

        return deflated.ToArray();
    }
}
