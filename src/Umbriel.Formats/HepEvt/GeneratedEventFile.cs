using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;
using Umbriel.Core;
using Umbriel.Formats.HepMc3;

namespace Umbriel.Formats.HepEvt;

/// <summary>
/// Events that a generator wrote, as HepMC3 ASCII (Asciiv3) or HEPEVT text, told apart by the first line. The whole file is
/// checked when it is opened; afterwards any event can be read by any thread. One place in sixteen events is kept in memory.
/// </summary>
public sealed class GeneratedEventFile : IDisposable
{
    private const int Stride = 16;

    private readonly SafeFileHandle? handle;
    private readonly ReadAt read;
    private readonly List<LinePlace> places = [];
    private readonly ConcurrentBag<(TextLines Lines, IEventParser Parser)> readers = [];
    private readonly IEventParser parser;

    private GeneratedEventFile(string path, ReadAt read, SafeFileHandle? handle)
    {
        Path = path;
        this.read = read;
        this.handle = handle;
        TextLines lines = new(path, read, default);
        if (!lines.Next())
        {
            throw new UserErrorException(path, null, "no text", "events in HepMC3 ASCII or HEPEVT");
        }

        IsHepMc3 = lines.Line.StartsWith("HepMC"u8);
        parser = IsHepMc3 ? new HepMc3Parser() : new HepEvtParser();
        lines.Repeat();
        parser.ReadHeader(lines);
        Check(lines);
    }

    /// <summary>Path, for messages.</summary>
    public string Path { get; }

    /// <summary>Whether it is HepMC3; else HEPEVT.</summary>
    public bool IsHepMc3 { get; }

    /// <summary>Number of events.</summary>
    public long Count { get; private set; }

    /// <summary>Opens a file and checks all of it.</summary>
    /// <exception cref="UserErrorException">It cannot be read, is malformed, or holds no event.</exception>
    public static GeneratedEventFile Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UserErrorException($"{path}: is a directory; expected a file");
        }

        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path);
            SafeFileHandle open = handle;
            return new GeneratedEventFile(path, (into, offset) => RandomAccess.Read(open, into, offset), handle);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserErrorException($"{path}: no such file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            handle?.Dispose();
            throw new UserErrorException($"{path}: cannot be read as a regular file ({e.Message})", e);
        }
        catch
        {
            handle?.Dispose();
            throw;
        }
    }

    /// <summary>Reads from memory; <paramref name="path"/> is used in messages.</summary>
    /// <exception cref="UserErrorException">As <see cref="Open"/>.</exception>
    public static GeneratedEventFile Parse(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new GeneratedEventFile(path, ReadContent, null);

        int ReadContent(Span<byte> into, long offset)
        {
            int count = (int)Math.Min(into.Length, content.Length - Math.Min(offset, content.Length));
            content.AsSpan((int)Math.Min(offset, content.Length), count).CopyTo(into);
            return count;
        }
    }

    /// <summary>Reads an event. Thread-safe.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    /// <param name="into">Takes it.</param>
    /// <exception cref="UserErrorException">The file has changed since it was opened.</exception>
    public void Read(long index, GeneratedEvent into)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        LinePlace place = places[(int)(index / Stride)];
        if (readers.TryTake(out (TextLines Lines, IEventParser Parser) reader))
        {
            reader.Lines.MoveTo(place);
        }
        else
        {
            reader = (new TextLines(Path, read, place), parser.Copy());
        }

        for (long i = index - (index % Stride); i <= index; i++)
        {
            if (!reader.Parser.ReadEvent(reader.Lines, into))
            {
                throw new UserErrorException(Path, null, "fewer events than before", "a file that does not change while it is read");
            }
        }

        readers.Add(reader);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => handle?.Dispose();

    private void Check(TextLines lines)
    {
        GeneratedEvent scratch = new();
        while (lines.Next())
        {
            if (Count % Stride == 0)
            {
                places.Add(lines.Place);
            }

            lines.Repeat();
            if (!parser.ReadEvent(lines, scratch))
            {
                break;
            }

            Count++;
        }

        if (Count == 0)
        {
            throw new UserErrorException(Path, null, "no event", "events in HepMC3 ASCII or HEPEVT");
        }
    }
}
