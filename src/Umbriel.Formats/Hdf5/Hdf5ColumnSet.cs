using Umbriel.Core;

namespace Umbriel.Formats.Hdf5;

/// <summary>The columns of a file by name, opened when they are first asked for and then kept open. Not thread-safe.</summary>
public sealed class Hdf5ColumnSet : IDisposable
{
    private readonly Hdf5Reader file;
    private readonly Dictionary<string, IDisposable> open = new(StringComparer.Ordinal);

    /// <summary>Binds a file, which must stay open as long as this.</summary>
    public Hdf5ColumnSet(Hdf5Reader file)
    {
        ArgumentNullException.ThrowIfNull(file);
        this.file = file;
    }

    /// <summary>A column.</summary>
    /// <typeparam name="T">Always the same for a column.</typeparam>
    /// <exception cref="UserErrorException">There is no such one-dimensional column.</exception>
    public Hdf5ColumnReader<T> Column<T>(string name)
        where T : unmanaged
    {
        if (!open.TryGetValue(name, out IDisposable? column))
        {
            column = file.Column<T>(name);
            open.Add(name, column);
        }

        return (Hdf5ColumnReader<T>)column;
    }

    /// <summary>Rows of a column.</summary>
    /// <exception cref="UserErrorException">The column is absent, shorter or damaged.</exception>
    public T[] Values<T>(string name, (long Start, int Count) rows)
        where T : unmanaged
    {
        T[] values = new T[rows.Count];
        Column<T>(name).Read(rows.Start, values);
        return values;
    }

    /// <summary>The rows of a table that belong to an event.</summary>
    /// <param name="offsets">Column of the events' first rows.</param>
    /// <param name="counts">Column of the events' numbers of rows.</param>
    /// <param name="place">Place of the event.</param>
    /// <param name="column">A column of the table.</param>
    /// <exception cref="UserErrorException">The table has no such rows.</exception>
    public (long Start, int Count) Rows(string offsets, string counts, long place, string column)
    {
        long start = Column<long>(offsets).Read(place);
        int count = Column<int>(counts).Read(place);
        long all = Column<int>(column).Length;
        return start >= 0 && count >= 0 && start <= all && count <= all - start
            ? (start, count)
            : throw new UserErrorException(file.Path, offsets, $"rows {start} to {start + count}", $"rows of the {all} of {column}");
    }

    /// <summary>Closes the columns.</summary>
    public void Dispose()
    {
        foreach (IDisposable column in open.Values)
        {
            column.Dispose();
        }
    }
}
