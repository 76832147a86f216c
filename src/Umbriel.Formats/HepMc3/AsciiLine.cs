using System.Buffers.Text;
using System.Text;

namespace Umbriel.Formats.HepMc3;

/// <summary>Builds lines of HepMC3 ASCII in one reused buffer.</summary>
public sealed class AsciiLine(Stream stream)
{
    private byte[] buffer = new byte[1 << 16];
    private int length;

    /// <summary>Appends a word after a blank (none at the start of a line).</summary>
    public AsciiLine Word(ReadOnlySpan<char> text)
    {
        Room((text.Length * 3) + 2);
        Blank();
        length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
        return this;
    }

    /// <summary>Appends a whole number.</summary>
    public AsciiLine Whole(long value)
    {
        Room(32);
        Blank();
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out int written);
        length += written;
        return this;
    }

    /// <summary>Appends a number in shortest round-trip form.</summary>
    public AsciiLine Number(double value)
    {
        Room(40);
        Blank();
        value.TryFormat(buffer.AsSpan(length), out int written, "R", System.Globalization.CultureInfo.InvariantCulture);
        length += written;
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        Room(1);
        buffer[length++] = (byte)'\n';
        if (length > 1 << 15)
        {
            Flush();
        }
    }

    /// <summary>Hands everything to the stream.</summary>
    public void Flush()
    {
        stream.Write(buffer, 0, length);
        length = 0;
    }

    private void Blank()
    {
        if (length > 0 && buffer[length - 1] != (byte)'\n')
        {
            buffer[length++] = (byte)' ';
        }
    }

    private void Room(int bytes)
    {
        if (length + bytes > buffer.Length)
        {
            Array.Resize(ref buffer, 2 * (length + bytes));
        }
    }
}
