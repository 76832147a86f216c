using System.Buffers.Binary;
using System.IO.Compression;

namespace Umbriel.Figures.Tests;

public class PngThumbnailTests
{
    [Fact]
    public void Checksum_is_PNGs() => PngThumbnail.Checksum("123456789"u8).ShouldBe(0xCBF43926u); // the check value of CRC-32

    /// <summary>Four lines of four pixels with filters 1 to 4: pixel (x, y) is (10 x, 20 y, 5) throughout.</summary>
    [Fact]
    public void A_small_copy_has_the_mean_of_every_square()
    {
        byte[] raw = new byte[4 * 13];
        for (int y = 0; y < 4; y++)
        {
            raw[y * 13] = (byte)(y + 1);
            for (int x = 0; x < 4; x++)
            {
                for (int c = 0; c < 3; c++)
                {
                    (int a, int b, int d) = (x == 0 ? 0 : Pixel(x - 1, y, c), y == 0 ? 0 : Pixel(x, y - 1, c), x == 0 || y == 0 ? 0 : Pixel(x - 1, y - 1, c));
                    raw[(y * 13) + 1 + (3 * x) + c] = (byte)(Pixel(x, y, c) - Predicted(y + 1, a, b, d));
                }
            }
        }

        byte[] small = PngThumbnail.Of(Png(4, 4, raw), 2);
        Decode(small).ShouldBe([0, 5, 10, 5, 25, 10, 5, 0, 5, 50, 5, 25, 50, 5]);
        Decode(PngThumbnail.Of(Png(4, 4, raw), 4)).Length.ShouldBe(4 * 13);
        Should.Throw<InvalidDataException>(() => PngThumbnail.Of("GIF89a"u8, 2));
        Should.Throw<InvalidDataException>(() => PngThumbnail.Of(small.AsSpan(0, 50), 2));
    }

    /// <summary>The PNG specification's filters: left, above, the mean of both, and whichever of three is nearest to left + above − corner.</summary>
    private static int Predicted(int filter, int left, int above, int corner)
    {
        int estimate = left + above - corner;
        return filter switch
        {
            1 => left,
            2 => above,
            3 => (left + above) / 2,
            _ => new[] { left, above, corner }.MinBy(value => Math.Abs(estimate - value)),
        };
    }

    private static int Pixel(int x, int y, int channel) => channel switch { 0 => 10 * x, 1 => 20 * y, _ => 5 };

    private static byte[] Png(int width, int height, byte[] raw)
    {
        using MemoryStream packed = new();
        using (ZLibStream stream = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(raw);
        }

        byte[] header = [0, 0, 0, (byte)width, 0, 0, 0, (byte)height, 8, 2, 0, 0, 0];
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        byte[] checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, PngThumbnail.Checksum([.. type, .. content]));
        return [.. length, .. type, .. content, .. checksum];
    }

    /// <summary>The lines of a picture with one chunk of data, each after its filter.</summary>
    private static byte[] Decode(byte[] png)
    {
        int at = png.AsSpan().IndexOf("IDAT"u8);
        int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at - 4));
        using ZLibStream stream = new(new MemoryStream(png, at + 4, length), CompressionMode.Decompress);
        using MemoryStream lines = new();
        stream.CopyTo(lines);
        return lines.ToArray();
    }
}
