using Umbriel.Formats.Hdf5;

namespace Umbriel.Reconstruction.Output;

/// <summary>A table of a reconstruction file: any number of rows an event.</summary>
internal abstract class ReconstructionTable : IDisposable
{
    /// <summary>Its group, as <c>/hits</c>.</summary>
    public abstract string Group { get; }

    /// <summary>Name of a row, as <c>hit</c>: /events has the columns <c>hit_offset</c> and <c>hit_count</c>.</summary>
    public abstract string Row { get; }

    /// <summary>Rows so far.</summary>
    public abstract long Count { get; }

    /// <summary>Adds an event's rows.</summary>
    public abstract void Add(ReconstructedEvent found);

    /// <summary>Writes what is held back.</summary>
    public abstract void Flush();

    public abstract void Dispose();
}

/// <summary>A table of one kind of rows. Rows are numbers alone, since they are held until many are written together.</summary>
/// <typeparam name="TRow">A row.</typeparam>
internal abstract class ReconstructionTable<TRow>(Hdf5Writer writer, string group) : ReconstructionTable
{
    public override string Group => group;

    public override long Count => Rows.Count;

    protected Hdf5Table<TRow> Rows { get; } = new(writer, group);

    public override void Flush() => Rows.Flush();

    public override void Dispose() => Rows.Dispose();
}
