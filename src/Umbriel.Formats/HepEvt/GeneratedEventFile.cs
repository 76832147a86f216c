using System.Collections.Concurrent;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.HepMc3;

namespace Umbriel.Formats.HepEvt;

/// <summary>
/// Events that a generator wrote, as HepMC3 ASCII (Asciiv3), HepMC2 ASCII (IO_GenEvent) or HEPEVT text, plain or gzip, told apart by
/// the first lines. The whole file is checked when it is opened; afterwards any event can be read by any thread. One place in sixteen
/// events is kept in memory.
/// </summary>
public sealed class GeneratedEventFile : IDisposable
{
    private const int Stride = 16;
    private const string Expected = "events in HepMC3 ASCII, HepMC2 ASCII or HEPEVT";

    private readonly EventText text;
    private readonly List<LinePlace> places = [];
    private readonly ConcurrentBag<(TextLines Lines, IEventParser Parser)> readers = [];
    private readonly IEventParser parser;

    private GeneratedEventFile(string path, EventText text, EventFileOptions options)
    {
        (Path, this.text, Options) = (path, text, options);
        TextLines lines = new(path, text.Read, default);
        Format = FormatOf(lines);
        if (options.Weight is { } asked && Format is EventFormat.HepEvt or EventFormat.TwoLineHepEvt)
        {
            throw new UserErrorException("--weight", null, Text.Show.Quoted(asked), $"no name: {path} is HEPEVT, which has no weights");
        }

        if (options.LengthUnit is not null && Format != EventFormat.TwoLineHepEvt)
        {
            throw new UserErrorException("--length-unit", null, $"{path}, which says its unit itself", "HEPEVT as HepMC3 writes it, which does not");
        }

        parser = Format switch
        {
            EventFormat.HepMc3 => new HepMc3Parser(options.Weight),
            EventFormat.HepMc2 => new HepMc2Parser(options.Weight),
            EventFormat.TwoLineHepEvt => new TwoLineHepEvtParser(options.LengthUnit ?? 0.1),
            _ => new HepEvtParser(),
        };
        lines.MoveTo(default);
        parser.ReadHeader(lines);
        Check(lines);
    }

    /// <summary>Path, for messages.</summary>
    public string Path { get; }

    /// <summary>What the user has said about it.</summary>
    public EventFileOptions Options { get; }

    /// <summary>Format of the text.</summary>
    public EventFormat Format { get; }

    /// <summary>Names of the weights that every event has.</summary>
    public WeightNames WeightNames => parser.WeightNames;

    /// <summary>The final-state particles of all events.</summary>
    public FinalStateTally Tally { get; } = new();

    /// <summary>Number of events.</summary>
    public long Count { get; private set; }

    /// <summary>Opens a file and checks all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not say itself.</param>
    /// <exception cref="UserErrorException">It cannot be read, is malformed, holds no event, or leaves open which weight counts.</exception>
    public static GeneratedEventFile Open(string path, EventFileOptions? options = null) => Of(path, EventText.Open(path), options);

    /// <summary>Reads from memory; <paramref name="path"/> is used in messages.</summary>
    /// <exception cref="UserErrorException">As <see cref="Open"/>.</exception>
    public static GeneratedEventFile Parse(string path, byte[] content, EventFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Of(path, EventText.Of(path, content), options);
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
            reader = (new TextLines(Path, text.Read, place), parser.Copy());
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
    public void Dispose() => text.Dispose();

    private static GeneratedEventFile Of(string path, EventText text, EventFileOptions? options)
    {
        try
        {
            return new GeneratedEventFile(path, text, options ?? new EventFileOptions());
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    private static EventFormat FormatOf(TextLines lines)
    {
        if (!lines.Next())
        {
            throw new UserErrorException(lines.Path, null, "no text", Expected);
        }

        if (!lines.Line.StartsWith("HepMC"u8))
        {
            return lines.Word().SequenceEqual("E"u8) ? EventFormat.TwoLineHepEvt : EventFormat.HepEvt;
        }

        if (!lines.Line.StartsWith("HepMC::Version"u8))
        {
            throw lines.Error(null, lines.Line, "HepMC::Version 3...");
        }

        lines.Need("HepMC::Asciiv3-START_EVENT_LISTING");
        return lines.Rest().SequenceEqual("HepMC::Asciiv3-START_EVENT_LISTING"u8) ? EventFormat.HepMc3
            : lines.Rest().SequenceEqual("HepMC::IO_GenEvent-START_EVENT_LISTING"u8) ? EventFormat.HepMc2
            : throw lines.Error(null, lines.Rest(), "HepMC::Asciiv3-START_EVENT_LISTING or HepMC::IO_GenEvent-START_EVENT_LISTING: other formats of HepMC are not read");
    }

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

            Tally.Add(scratch);
            Count++;
        }

        if (Count == 0)
        {
            throw new UserErrorException(Path, null, "no event", Expected);
        }
    }
}
