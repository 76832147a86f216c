using Umbriel.Core.Events;
using Umbriel.Formats.Events;

namespace Umbriel.Detector.Simulation;

/// <summary>A group of columns of equal length.</summary>
internal sealed class SimulationTable : IEventLabelColumns
{
    private readonly List<SimulationColumn> all;
    private readonly List<SimulationColumn> mine = [];

    /// <summary>Makes an empty table; its columns are numbered after those of the tables before it.</summary>
    public SimulationTable(string group, List<SimulationColumn> all, Func<EventResult, int> rows)
    {
        Group = group;
        this.all = all;
        Rows = rows;
    }

    /// <summary>Its name, as <c>/events</c>.</summary>
    public string Group { get; }

    /// <summary>Rows of an event.</summary>
    public Func<EventResult, int> Rows { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<SimulationColumn> Columns => mine;

    /// <summary>Adds a column.</summary>
    public SimulationTable Column<T>(string name, string units, string description, Func<EventResult, int, T> value)
        where T : unmanaged => Add(new SimulationColumn<T> { Index = all.Count, Name = $"{Group}/{name}", Units = units, Description = description, IsOffset = false, Value = value });

    /// <summary>Adds a column of rows of other tables, known only when all events before are.</summary>
    public SimulationTable Offset(string name, string description, Func<EventResult, int, long> value) =>
        Add(new SimulationColumn<long> { Index = all.Count, Name = $"{Group}/{name}", Units = "", Description = description, IsOffset = true, Value = value });

    /// <summary>Adds the samples.</summary>
    public SimulationTable Samples(string name, string units, string description) =>
        Add(new SampleColumn { Index = all.Count, Name = $"{Group}/{name}", Units = units, Description = description, IsOffset = false });

    /// <summary>Adds the columns of the events' labels.</summary>
    public SimulationTable Label()
    {
        EventLabelColumns.AddTo(this);
        return this;
    }

    void IEventLabelColumns.Column<T>(string name, string units, string description, Func<EventLabel, T> value) => Column(name, units, description, (result, _) => value(result.Label));

    private SimulationTable Add(SimulationColumn column)
    {
        all.Add(column);
        mine.Add(column);
        return this;
    }
}
