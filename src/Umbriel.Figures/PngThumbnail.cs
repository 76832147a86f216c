using System.Buffers.Binary;
using System.IO.Compression;

namespace Umbriel.Figures;

/// <summary>Small copies of PNG pictures, each pixel the mean of those that it stands for.</summary>
public static class PngThumbnail
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A copy at most <paramref name="width"/> pixels wide, as PNG.</summary>
    /// <param name="png">The picture: 8 bits a channel, RGB with or without alpha, not interlaced, as gnuplot's cairo terminal writes.</param>
    /// <param name="width">Greatest width, pixels.</param>
    /// <exception cref="InvalidDataException">It is another kind of picture, or damaged.</exception>
    public static byte[] Of(ReadOnlySpan<byte> png, int width)
    {
        (int wide, int high, int channels, byte[] data) = Read(png);
        byte[] pixels = Unfilter(Inflate(data, high * ((wide * channels) + 1)), wide, high, channels);
        int factor = Math.Max(1, (wide + width - 1) / width);
        (int w, int h) = ((wide + factor - 1) / factor, (high + factor - 1) / factor);
        byte[] small = new byte[h * ((w * channels) + 1)];
        for (int y = 0, k = 0; y < h; y++)
        {
            small[k++] = 0; // no filter
            for (int x = 0; x < w; x++)
            {
                for (int c = 0; c < channels; c++)
                {
                    small[k++] = Mean(pixels, wide, high, channels, (x * factor, y * factor, factor), c);
                }
            }
        }

        return Write(w, h, channels, small);
    }

    private static byte Mean(byte[] pixels, int wide, int high, int channels, (int X, int Y, int Size) box, int channel)
    {
        int sum = 0, count = 0;
        for (int y = box.Y; y < Math.Min(box.Y + box.Size, high); y++)
        {
            for (int x = box.X; x < Math.Min(box.X + box.Size, wide); x++, count++)
            {
                sum += pixels[(((y * wide) + x) * channels) + channel];
            }
        }

        return (byte)((sum + (count / 2)) / count);
    }

    private static (int Width, int Height, int Channels, byte[] Data) Read(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(Signature))
        {
            throw new InvalidDataException("not a PNG picture");
        }

        (int width, int height, int channels) = (0, 0, 0);
        using MemoryStream data = new();
        for (ReadOnlySpan<byte> rest = png[Signature.Length..]; rest.Length >= 12;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (length < 0 || length > rest.Length - 12)
            {
                throw new InvalidDataException("a PNG picture that is cut off");
            }

            ReadOnlySpan<byte> content = rest.Slice(8, length);
            if (rest.Slice(4, 4).SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                channels = (content[8], content[9], content[12]) switch
                {
                    (8, 2, 0) => 3,
                    (8, 6, 0) => 4,
                    _ => throw new InvalidDataException("a PNG picture that is not of 8-bit colours, or interlaced"),
                };
            }
            else if (rest.Slice(4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(content);
            }

            rest = rest[(length + 12)..];
        }

        return (width, height, channels, data.ToArray());
    }

    private static byte[] Inflate(byte[] data, int size)
    {
        byte[] raw = new byte[size];
        using ZLibStream stream = new(new MemoryStream(data), CompressionMode.Decompress);
        stream.ReadExactly(raw);
        return raw;
    }

    // W3C PNG specification, 9: each byte was predicted from those to the left (a), above (b) and above left (c).
    private static byte[] Unfilter(byte[] raw, int width, int height, int channels)
    {
        int line = width * channels;
        byte[] pixels = new byte[height * line];
        for (int y = 0; y < height; y++)
        {
            int filter = raw[y * (line + 1)];
            for (int i = 0; i < line; i++)
            {
                int at = (y * line) + i;
                int a = i >= channels ? pixels[at - channels] : 0;
                int b = y > 0 ? pixels[at - line] : 0;
                int c = i >= channels && y > 0 ? pixels[at - line - channels] : 0;
                int predicted = filter switch
                {
                    0 => 0,
                    1 => a,
                    2 => b,
                    3 => (a + b) / 2,
                    4 => Paeth(a, b, c),
                    _ => throw new InvalidDataException($"a PNG picture with filter {filter}"),
                };
                pixels[at] = (byte)(raw[(y * (line + 1)) + 1 + i] + predicted);
            }
        }

        return pixels;
    }

    private static int Paeth(int a, int b, int c)
    {
        (int left, int above, int both) = (Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - c - c));
        return left <= above && left <= both ? a : above <= both ? b : c;
    }

    private static byte[] Write(int width, int height, int channels, byte[] lines)
    {
        using MemoryStream png = new();
        png.Write(Signature);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, channels == 3 ? (byte)2 : (byte)6);
        Chunk(png, "IHDR"u8, header);
        using MemoryStream packed = new();
        using (ZLibStream stream = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(lines);
        }

        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] body = [.. type, .. content];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        png.Write(number);
    }

    // CRC-32 with the reflected polynomial 0xEDB88320; of "123456789" it is 0xCBF43926.
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
