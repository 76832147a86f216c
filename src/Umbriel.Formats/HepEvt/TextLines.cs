using System.Globalization;
using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.HepEvt;

/// <summary>Reads part of <paramref name="into"/> or all of it from a place in a file; 0 at its end.</summary>
internal delegate int ReadAt(Span<byte> into, long offset);

/// <summary>
/// The lines of a text file from some place on, split into words at blanks, with numbers for messages. Memory is that of the
/// longest line. Not thread-safe.
/// </summary>
internal sealed class TextLines
{
    private const int LongestLine = 1 << 24;

    private readonly ReadAt read;
    private byte[] buffer = new byte[1 << 14];
    private long bufferStart;
    private int filled;
    private int position;
    private int start;
    private int length;
    private int word;
    private bool again;

    /// <summary>Starts at a place.</summary>
    public TextLines(string path, ReadAt read, LinePlace place)
    {
        Path = path;
        this.read = read;
        MoveTo(place);
    }

    /// <summary>The file, for messages.</summary>
    public string Path { get; }

    /// <summary>Number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Where the current line is.</summary>
    public LinePlace Place => new(bufferStart + start, Number - 1);

    /// <summary>The current line without its end.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(start, length);

    /// <summary>Goes elsewhere in the file.</summary>
    public void MoveTo(LinePlace place)
    {
        if (place.Offset < bufferStart || place.Offset > bufferStart + filled)
        {
            (bufferStart, filled) = (place.Offset, 0);
        }

        position = (int)(place.Offset - bufferStart);
        (start, length, Number, again) = (position, 0, place.LinesBefore, false);
    }

    /// <summary>Goes to the next line that is not blank; false at the end of the file.</summary>
    public bool Next()
    {
        if (again)
        {
            again = false;
            word = 0;
            return true;
        }

        while (Advance())
        {
            if (Line.ContainsAnyExcept(" \t"u8))
            {
                word = 0;
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets <see cref="Next"/> give the current line once more.</summary>
    public void Repeat() => again = true;

    /// <summary>Goes to the next line.</summary>
    /// <exception cref="UserErrorException">The file ends.</exception>
    public void Need(string expected)
    {
        if (!Next())
        {
            throw new UserErrorException($"{Path}:{Number}", null, "the end of the file", expected);
        }
    }

    /// <summary>The next word of the line; empty at its end.</summary>
    public ReadOnlySpan<byte> Word()
    {
        ReadOnlySpan<byte> rest = Line[word..];
        int begin = rest.IndexOfAnyExcept(" \t"u8);
        if (begin < 0)
        {
            word = length;
            return default;
        }

        int end = rest[begin..].IndexOfAny(" \t"u8);
        ReadOnlySpan<byte> found = end < 0 ? rest[begin..] : rest.Slice(begin, end);
        word += begin + found.Length;
        return found;
    }

    /// <summary>What follows the words taken so far.</summary>
    public ReadOnlySpan<byte> Rest() => Line[word..].Trim(" \t"u8);

    /// <summary>The next word as a whole number.</summary>
    public int Whole(string key, int low = int.MinValue, int high = int.MaxValue)
    {
        ReadOnlySpan<byte> text = Word();
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= low && value <= high
            ? value
            : throw Error(key, text, low == int.MinValue && high == int.MaxValue ? "a whole number" : $"a whole number from {low} to {high}");
    }

    /// <summary>The next word as a whole number of up to 64 bits.</summary>
    public long Long(string key)
    {
        ReadOnlySpan<byte> text = Word();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : throw Error(key, text, "a whole number");
    }

    /// <summary>The next word as a number of at most 1e12 in size.</summary>
    public double Real(string key)
    {
        ReadOnlySpan<byte> text = Word();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) <= 1e12
            ? value
            : throw Error(key, text, "a finite number");
    }

    /// <summary>Refuses words that are left.</summary>
    public void End(string after)
    {
        ReadOnlySpan<byte> text = Word();
        if (!text.IsEmpty)
        {
            throw Error(null, text, $"the end of the line after {after}");
        }
    }

    /// <summary>An error about a word of the current line.</summary>
    public UserErrorException Error(string? key, ReadOnlySpan<byte> found, string expected) =>
        new($"{Path}:{Number}", key, found.IsEmpty ? "nothing" : Show.Quoted(Encoding.Latin1.GetString(found[..Math.Min(found.Length, 60)])), expected);

    private bool Advance()
    {
        int searched = 0;
        while (true)
        {
            int end = buffer.AsSpan(position + searched, filled - position - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                Take(searched + end, 1);
                return true;
            }

            searched = filled - position;
            if (!Fill())
            {
                if (searched == 0)
                {
                    return false;
                }

                Take(searched, 0);
                return true;
            }
        }
    }

    private void Take(int bytes, int terminator)
    {
        start = position;
        length = bytes > 0 && buffer[position + bytes - 1] == '\r' ? bytes - 1 : bytes;
        position += bytes + terminator;
        Number++;
    }

    /// <summary>Reads more behind what is there, keeping it from <see cref="position"/> on.</summary>
    private bool Fill()
    {
        if (position > 0)
        {
            buffer.AsSpan(position, filled - position).CopyTo(buffer);
            bufferStart += position;
            filled -= position;
            position = start = 0;
        }

        if (filled == buffer.Length)
        {
            if (buffer.Length >= LongestLine)
            {
                throw new UserErrorException($"{Path}:{Number + 1}", null, $"a line of more than {LongestLine >> 20} MiB", "lines of text");
            }

            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        int count = read(buffer.AsSpan(filled), bufferStart + filled);
        filled += count;
        return count > 0;
    }
}

/// <summary>A place between two lines.</summary>
/// <param name="Offset">Bytes before it.</param>
/// <param name="LinesBefore">Lines before it.</param>
internal readonly record struct LinePlace(long Offset, long LinesBefore);
