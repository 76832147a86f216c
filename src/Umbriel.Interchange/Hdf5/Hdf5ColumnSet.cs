namespace Umbriel.Interchange.Hdf5;

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
    /// <exception cref="Umbriel.Core.UserErrorException">There is no such one-dimensional column.</exception>
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
    /// <exception cref="Umbriel.Core.UserErrorException">The column is absent, shorter or damaged.</exception>
    public T[] Values<T>(string name, (long Start, int Count) rows)
        where T : unmanaged
    {
        T[] values = new T[rows.Count];
        Column<T>(name).Read(rows.Start, values);
        return values;
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
