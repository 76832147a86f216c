using System.Buffers.Binary;
using System.IO.Compression;

namespace Umbriel.Display.Picture;

/// <summary>Writes a PNG of up to 255 colours and one transparent index (ISO/IEC 15948).</summary>
internal static class IndexedPng
{
    /// <summary>The index that lets what is below show.</summary>
    public const byte Transparent = 255;

    public static byte[] Write(int width, int height, ReadOnlySpan<byte> indices, ReadOnlySpan<byte> palette)
    {
        using MemoryStream png = new();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, palette);
        byte[] alpha = new byte[256];
        alpha.AsSpan(0, Transparent).Fill(255);
        Chunk(png, "tRNS"u8, alpha);
        using (MemoryStream packed = new())
        {
            using (ZLibStream zlib = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                for (int row = 0; row < height; row++)
                {
                    zlib.WriteByte(0);
                    zlib.Write(indices.Slice(row * width, width));
                }
            }

            Chunk(png, "IDAT"u8, packed.ToArray());
        }

        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, data.Length);
        png.Write(four);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(four, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(four);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (byte b in data)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++)
            {
                crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1u)));
            }
        }

        return crc;
    }
}
