using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Formats.Events;
using Umbriel.Formats.Hdf5;
using Umbriel.Reconstruction.Slices;

namespace Umbriel.Reconstruction.Output;

/// <summary>/events: a row an event, which says where its rows in the other tables are.</summary>
internal sealed class EventTable : ReconstructionTable<EventTable.EventRow>, IEventLabelColumns
{
    private readonly IReadOnlyList<ReconstructionTable> others;
    private readonly WeightTable weights;

    public EventTable(Hdf5Writer writer, IReadOnlyList<ReconstructionTable> others, WeightTable weights)
        : base(writer, "/events")
    {
        (this.others, this.weights) = (others, weights);
        Rows
            .Column("event", "", "number of the event", static r => r.Number)
            .Column("weight", "", "weight of the event", static r => r.Label.Weight)
            .Column("slicing", "", "0 there is a neutrino slice, 1 no points, 2 no flash, 3 all cosmic, 4 no match", static r => (byte)r.Slicing)
            .Column("topology", "", "0 no particle, 1 one shower, 2 one shower and one track, 3 two showers, 4 other", static r => (byte)r.Topology)
            .Optional("vertex_x", "cm", "vertex", static r => r.Vertex?.X)
            .Optional("vertex_y", "cm", "vertex", static r => r.Vertex?.Y)
            .Optional("vertex_z", "cm", "vertex", static r => r.Vertex?.Z)
            .Column("attached", "", "particles that come from the vertex", static r => r.Attached)
            .Optional("second_shower_score", "", "best score of leftover charge as a second photon", static r => r.SecondShower)
            .Optional("stub_score", "", "best score of leftover charge as a proton", static r => r.Stub);
        for (int i = 0; i < others.Count; i++)
        {
            int table = i;
            Rows
                .Column($"{others[i].Row}_offset", "", $"first row in {others[i].Group}", r => r.Before[table])
                .Column($"{others[i].Row}_count", "", $"rows in {others[i].Group}", r => (int)(r.After[table] - r.Before[table]));
        }

        EventLabelColumns.AddTo(this);
    }

    public override string Row => "event";

    /// <summary>Adds the event with its rows in all tables.</summary>
    public override void Add(ReconstructedEvent found)
    {
        long[] before = [.. others.Select(static table => table.Count)];
        foreach (ReconstructionTable table in others)
        {
            table.Add(found);
        }

        weights.Add(found);
        Rows.Add(new EventRow(found.Number, found.Label with { NamedWeights = [] }, found.Sliced.Outcome, found.Topology, found.Interaction?.Vertex, found.Interaction?.Attached ?? 0, found.Interaction?.SecondShower?.Best, found.Interaction?.Stub?.Best, before, [.. others.Select(static table => table.Count)]));
    }

    public override void Flush()
    {
        base.Flush();
        foreach (ReconstructionTable table in others)
        {
            table.Flush();
        }

        weights.Flush();
    }

    void IEventLabelColumns.Column<T>(string name, string units, string description, Func<EventLabel, T> value) => Rows.Column(name, units, description, row => value(row.Label));

    /// <summary>A row; the other tables' rows before and after it.</summary>
    internal readonly record struct EventRow(int Number, EventLabel Label, SliceOutcome Slicing, Topology Topology, SpaceVector? Vertex, int Attached, double? SecondShower, double? Stub, long[] Before, long[] After);
}
