using Umbriel.Core.Events;

namespace Umbriel.Formats.HepEvt;

/// <summary>Reads the events of one format. Not thread-safe.</summary>
internal interface IEventParser
{
    /// <summary>Names of the weights, known when header and first event have been read.</summary>
    WeightNames WeightNames => WeightNames.None;

    /// <summary>Reads what stands before the first event.</summary>
    void ReadHeader(TextLines lines);

    /// <summary>Reads the next event; false at the end of the file.</summary>
    bool ReadEvent(TextLines lines, GeneratedEvent into);

    /// <summary>A parser for the same file that knows its header.</summary>
    IEventParser Copy();
}
