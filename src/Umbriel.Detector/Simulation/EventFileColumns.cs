using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Formats.Events;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Detector.Simulation;

/// <summary>
/// The open columns of a file of events: <c>/events</c> with a row an event, and tables with any number of rows an event. What
/// they say is checked before it is used.
/// </summary>
/// <typeparam name="TEvent">An event as it is read back.</typeparam>
public abstract class EventFileColumns<TEvent> : IDisposable
{
    private readonly Hdf5ColumnSet open;
    private readonly EventLabelReader labels;
    private readonly int[] wires;

    /// <summary>Opens the column of the events' numbers; the others when they are first needed.</summary>
    /// <param name="file">The file, which must stay open as long as this.</param>
    /// <param name="card">Its detector.</param>
    /// <exception cref="UserErrorException">There are no events' numbers.</exception>
    protected EventFileColumns(Hdf5Reader file, DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(card);
        File = file;
        open = new Hdf5ColumnSet(file);
        labels = new EventLabelReader(file, open);
        wires = [.. card.Planes.Select(plane => new WirePlane(plane, card.ActiveVolume).Wires)];
        Count = Column<int>("/events/event").Length;
    }

    /// <summary>Number of events.</summary>
    public long Count { get; }

    /// <summary>The file.</summary>
    protected Hdf5Reader File { get; }

    /// <summary>Number in the run of the event at a place.</summary>
    /// <exception cref="UserErrorException">The column is damaged.</exception>
    public int Number(long place) => Column<int>("/events/event").Read(place);

    /// <summary>What the event at a place is in truth, and what it counts.</summary>
    /// <exception cref="UserErrorException">A column is damaged.</exception>
    public EventLabel Label(long place) => labels.Read(place);

    /// <summary>Reads the event at a place.</summary>
    /// <exception cref="UserErrorException">The file is damaged.</exception>
    public abstract TEvent Read(long place);

    /// <summary>Closes the columns.</summary>
    public void Dispose()
    {
        open.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Hdf5ColumnSet.Column{T}"/>
    protected Hdf5ColumnReader<T> Column<T>(string name)
        where T : unmanaged => open.Column<T>(name);

    /// <inheritdoc cref="Hdf5ColumnSet.Values{T}"/>
    protected T[] Values<T>(string name, (long Start, int Count) rows)
        where T : unmanaged => open.Values<T>(name, rows);

    /// <summary>The rows of a table that belong to an event.</summary>
    /// <param name="place">Place of the event.</param>
    /// <param name="row">Name of a row, as <c>hit</c>: <c>/events</c> has the columns <c>hit_offset</c> and <c>hit_count</c>.</param>
    /// <param name="table">The table, as <c>/hits</c>.</param>
    /// <exception cref="UserErrorException">The table has no such rows.</exception>
    protected (long Start, int Count) Rows(long place, string row, string table) => open.Rows($"/events/{row}_offset", $"/events/{row}_count", place, $"{table}/event");

    /// <summary>Whether the detector has this wire.</summary>
    protected bool HasWire(int plane, int wire) => plane >= 0 && plane < wires.Length && wire >= 0 && wire < wires[plane];

    /// <summary>The error that a column says what cannot be.</summary>
    protected UserErrorException Damaged(string key, string found, string expected) => new(File.Path, key, found, expected);
}
