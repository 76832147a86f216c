using Umbriel.Interchange.Hdf5;

namespace Umbriel.Reconstruction.Output;

/// <summary>/events: a row an event, which says where its rows in the other tables are.</summary>
internal sealed class EventTable : ReconstructionTable<EventTable.EventRow>
{
    private readonly IReadOnlyList<ReconstructionTable> others;

    public EventTable(Hdf5Writer writer, IReadOnlyList<ReconstructionTable> others)
        : base(writer, "/events")
    {
        this.others = others;
        Rows
            .Column("event", "", "number of the event", static r => r.Number)
            .Column("weight", "", "weight of the event", static r => r.Weight);
        for (int i = 0; i < others.Count; i++)
        {
            int table = i;
            Rows
                .Column($"{others[i].Row}_offset", "", $"first row in {others[i].Group}", r => r.Before[table])
                .Column($"{others[i].Row}_count", "", $"rows in {others[i].Group}", r => (int)(r.After[table] - r.Before[table]));
        }
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

        Rows.Add(new EventRow(found.Number, found.Weight, before, [.. others.Select(static table => table.Count)]));
    }

    public override void Flush()
    {
        base.Flush();
        foreach (ReconstructionTable table in others)
        {
            table.Flush();
        }
    }

    /// <summary>A row; the other tables' rows before and after it.</summary>
    internal readonly record struct EventRow(int Number, double Weight, long[] Before, long[] After);
}
