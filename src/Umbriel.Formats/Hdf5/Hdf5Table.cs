namespace Umbriel.Formats.Hdf5;

/// <summary>Rows that become a group of columns of an HDF5 file, written many at a time.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
public sealed class Hdf5Table<TRow> : IDisposable
{
    private const int RowsAtATime = 16_384;

    private readonly Hdf5Writer writer;
    private readonly string group;
    private readonly List<IDisposable> columns = [];
    private readonly List<Action> writes = [];
    private readonly List<TRow> rows = new(RowsAtATime);

    /// <summary>Creates the group.</summary>
    /// <param name="writer">The file.</param>
    /// <param name="group">Its name, as <c>/events</c>.</param>
    /// <exception cref="Umbriel.Core.UserErrorException">It cannot be written.</exception>
    public Hdf5Table(Hdf5Writer writer, string group)
    {
        ArgumentNullException.ThrowIfNull(writer);
        this.writer = writer;
        this.group = group;
        writer.CreateGroup(group);
    }

    /// <summary>Rows added so far.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a column.</summary>
    /// <typeparam name="T">double, float, long, int, short or byte.</typeparam>
    /// <param name="name">Name within the group.</param>
    /// <param name="units">Units, empty for none.</param>
    /// <param name="description">One line.</param>
    /// <param name="value">The value of a row.</param>
    public Hdf5Table<TRow> Column<T>(string name, string units, string description, Func<TRow, T> value)
        where T : unmanaged
    {
        Hdf5Column<T> column = writer.CreateColumn<T>($"{group}/{name}", units, description);
        columns.Add(column);
        T[] values = new T[RowsAtATime];
        writes.Add(() =>
        {
            for (int i = 0; i < rows.Count; i++)
            {
                values[i] = value(rows[i]);
            }

            column.Append(values.AsSpan(0, rows.Count));
        });
        return this;
    }

    /// <summary>Adds a row.</summary>
    public void Add(TRow row)
    {
        rows.Add(row);
        Count++;
        if (rows.Count == RowsAtATime)
        {
            Flush();
        }
    }

    /// <summary>Writes what is held back.</summary>
    public void Flush()
    {
        writes.ForEach(static write => write());
        rows.Clear();
    }

    /// <summary>Closes the columns; what was not flushed is lost.</summary>
    public void Dispose() => columns.ForEach(static column => column.Dispose());
}
