using Umbriel.Core;

namespace Umbriel.Formats.Hdf5;

/// <summary>A column being written.</summary>
/// <typeparam name="T">double, float, long, int, short or byte.</typeparam>
public sealed class Hdf5Column<T> : IDisposable
    where T : unmanaged
{
    private readonly Hdf5Handle dataset;
    private readonly string shown;

    internal Hdf5Column(Hdf5Handle dataset, string shown) => (this.dataset, this.shown) = (dataset, shown);

    /// <summary>Values written so far.</summary>
    public ulong Length { get; private set; }

    /// <summary>Appends values.</summary>
    /// <exception cref="UserErrorException">The file system refuses.</exception>
    public unsafe void Append(ReadOnlySpan<T> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        ulong count = (ulong)values.Length;
        using (Hdf5Library.Enter())
        {
            Hdf5Type.Check(Hdf5Native.H5Dset_extent(dataset.Id, [Length + count]), shown);
            using Hdf5Handle inFile = Own(Hdf5Native.H5Dget_space(dataset.Id));
            Hdf5Type.Check(Hdf5Native.H5Sselect_hyperslab(inFile.Id, 0, [Length], null, [count], null), shown);
            using Hdf5Handle inMemory = Own(Hdf5Native.H5Screate_simple(1, [count], null));
            fixed (T* data = values)
            {
                Hdf5Type.Check(Hdf5Native.H5Dwrite(dataset.Id, Hdf5Type.InMemory<T>(), inMemory.Id, inFile.Id, 0, data), shown);
            }
        }

        Length += count;
    }

    /// <summary>Closes the column.</summary>
    public void Dispose() => dataset.Dispose();

    private Hdf5Handle Own(long id) => Hdf5Handle.Own(id, Hdf5Native.H5Sclose, shown, "cannot be written (HDF5 refuses)");
}
