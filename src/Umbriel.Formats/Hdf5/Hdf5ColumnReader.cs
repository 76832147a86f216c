using Umbriel.Core;

namespace Umbriel.Formats.Hdf5;

/// <summary>
/// A column that stays open between reads, so that HDF5 keeps its last chunks unpacked: for reading a long column piece by
/// piece. Lengths may pass 2³¹.
/// </summary>
/// <typeparam name="T">double, float, long, int, short or byte; other numeric types in the file are converted by HDF5.</typeparam>
public sealed class Hdf5ColumnReader<T> : IDisposable
    where T : unmanaged
{
    private readonly Hdf5Handle dataset;
    private readonly string path;
    private readonly string name;

    internal Hdf5ColumnReader(Hdf5Handle dataset, string path, string name, long length) =>
        (this.dataset, this.path, this.name, Length) = (dataset, path, name, length);

    /// <summary>Number of values.</summary>
    public long Length { get; }

    /// <summary>Reads the values from <paramref name="start"/> on.</summary>
    /// <exception cref="UserErrorException">The column is shorter or damaged.</exception>
    public unsafe void Read(long start, Span<T> values)
    {
        if (start < 0 || start > Length || values.Length > Length - start)
        {
            throw new UserErrorException(path, name, $"{Length} values", $"{values.Length} from number {start} on");
        }

        if (values.IsEmpty)
        {
            return;
        }

        using (Hdf5Library.Enter())
        {
            using Hdf5Handle inFile = Own(Hdf5Native.H5Dget_space(dataset.Id));
            using Hdf5Handle inMemory = Own(Hdf5Native.H5Screate_simple(1, [(ulong)values.Length], null));
            int status = Hdf5Native.H5Sselect_hyperslab(inFile.Id, 0, [(ulong)start], null, [(ulong)values.Length], null);
            fixed (T* data = values)
            {
                if (status < 0 || Hdf5Native.H5Dread(dataset.Id, Hdf5Type.InMemory<T>(), inMemory.Id, inFile.Id, 0, data) < 0)
                {
                    throw Damaged();
                }
            }
        }
    }

    /// <summary>Reads one value.</summary>
    /// <exception cref="UserErrorException">As <see cref="Read(long, Span{T})"/>.</exception>
    public T Read(long index)
    {
        T value = default;
        Read(index, new Span<T>(ref value));
        return value;
    }

    /// <summary>Closes the column.</summary>
    public void Dispose() => dataset.Dispose();

    private Hdf5Handle Own(long id) => Hdf5Handle.Own(id, Hdf5Native.H5Sclose, path, $"{name}: damaged; expected {Hdf5Reader.Origin}");

    private UserErrorException Damaged() => new(path, name, "damaged data", Hdf5Reader.Origin);
}
