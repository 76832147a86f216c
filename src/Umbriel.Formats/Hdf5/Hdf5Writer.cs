using System.Text;
using Umbriel.Core;

namespace Umbriel.Formats.Hdf5;

/// <summary>
/// Writes an HDF5 file of one-dimensional columns that grow block by block: chunked, shuffled, deflated, without time
/// stamps, so that the same content gives the same bytes.
/// </summary>
public sealed class Hdf5Writer : IDisposable
{
    private const uint Truncate = 2;
    private const int GlobalScope = 1;

    private readonly Hdf5Handle file;
    private readonly string shown;
    private bool closed;

    private Hdf5Writer(Hdf5Handle file, string shown) => (this.file, this.shown) = (file, shown);

    /// <summary>Creates a file.</summary>
    /// <param name="path">Path to create; what is there is replaced.</param>
    /// <param name="shownAs">Path for messages, where <paramref name="path"/> is a temporary one.</param>
    /// <exception cref="UserErrorException">HDF5 is not installed or the file cannot be created.</exception>
    public static Hdf5Writer Create(string path, string? shownAs = null)
    {
        string name = shownAs ?? path;
        using (Hdf5Library.Enter())
        {
            return new Hdf5Writer(Hdf5Handle.Own(Hdf5Native.H5Fcreate(path, Truncate, 0, Hdf5Library.Current.FileAccess), Hdf5Native.H5Fclose, name, "cannot be created as an HDF5 file; check the directory and its permissions"), name);
        }
    }

    /// <summary>Creates a group, as <c>/events</c>.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public void CreateGroup(string name)
    {
        using (Hdf5Library.Enter())
        {
            using Hdf5Handle group = Own(Hdf5Native.H5Gcreate2(file.Id, name, 0, 0, 0), Hdf5Native.H5Gclose);
        }
    }

    /// <summary>Attaches text to the file (<c>/</c>), a group or a column.</summary>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public unsafe void Attribute(string item, string name, string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value + "\0");
        using (Hdf5Library.Enter())
        {
            using Hdf5Handle type = Own(Hdf5Native.H5Tcopy(Hdf5Library.Current.String), Hdf5Native.H5Tclose);
            Check(Hdf5Native.H5Tset_size(type.Id, (nuint)bytes.Length));
            Check(Hdf5Native.H5Tset_cset(type.Id, 1));
            fixed (byte* data = bytes)
            {
                Attribute(item, name, type.Id, type.Id, data);
            }
        }
    }

    /// <inheritdoc cref="Attribute(string, string, string)"/>
    public unsafe void Attribute(string item, string name, double value)
    {
        using (Hdf5Library.Enter())
        {
            Attribute(item, name, Hdf5Library.Current.FileDouble, Hdf5Library.Current.NativeDouble, &value);
        }
    }

    /// <inheritdoc cref="Attribute(string, string, string)"/>
    public unsafe void Attribute(string item, string name, ulong value)
    {
        using (Hdf5Library.Enter())
        {
            Attribute(item, name, Hdf5Library.Current.FileUInt64, Hdf5Library.Current.NativeUInt64, &value);
        }
    }

    /// <summary>Creates an empty column of numbers.</summary>
    /// <typeparam name="T">double, float, long, int, short or byte.</typeparam>
    /// <param name="name">Full name, as <c>/events/weight</c>.</param>
    /// <param name="units">Units, empty for none.</param>
    /// <param name="description">One line.</param>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public Hdf5Column<T> CreateColumn<T>(string name, string units, string description)
        where T : unmanaged
    {
        Hdf5Column<T> column = new(CreateDataset<T>(name), shown);
        Attribute(name, "units", units);
        Attribute(name, "description", description);
        return column;
    }

    /// <summary>As <see cref="CreateColumn"/>, for chunks that are filtered before they are handed over.</summary>
    /// <typeparam name="T">double, float, long, int, short or byte.</typeparam>
    /// <param name="name">Full name, as <c>/events/weight</c>.</param>
    /// <param name="units">Units, empty for none.</param>
    /// <param name="description">One line.</param>
    /// <exception cref="UserErrorException">It cannot be written.</exception>
    public Hdf5ChunkedColumn CreateChunkedColumn<T>(string name, string units, string description)
        where T : unmanaged
    {
        Hdf5ChunkedColumn column = new(CreateDataset<T>(name), shown);
        Attribute(name, "units", units);
        Attribute(name, "description", description);
        return column;
    }

    /// <summary>Writes everything out and closes the file; only then is it known to be whole.</summary>
    /// <exception cref="UserErrorException">The file system refuses, as on a full disk.</exception>
    public void Finish()
    {
        using (Hdf5Library.Enter())
        {
            Check(Hdf5Native.H5Fflush(file.Id, GlobalScope));
            closed = true;
            file.Dispose();
        }
    }

    /// <summary>Closes the file; use <see cref="Finish"/> to learn whether that succeeds.</summary>
    public void Dispose()
    {
        if (!closed)
        {
            closed = true;
            file.Dispose();
        }
    }

    private Hdf5Handle CreateDataset<T>(string name)
        where T : unmanaged
    {
        Hdf5Library library = Hdf5Library.Current;
        using (Hdf5Library.Enter())
        {
            using Hdf5Handle space = Own(Hdf5Native.H5Screate_simple(1, [0], [ulong.MaxValue]), Hdf5Native.H5Sclose);
            using Hdf5Handle properties = Own(Hdf5Native.H5Pcreate(library.DatasetCreation), Hdf5Native.H5Pclose);
            Check(Hdf5Native.H5Pset_chunk(properties.Id, 1, [Hdf5Type.ChunkLength]));
            Check(Hdf5Native.H5Pset_shuffle(properties.Id));
            Check(Hdf5Native.H5Pset_deflate(properties.Id, 4));
            Check(Hdf5Native.H5Pset_obj_track_times(properties.Id, 0));
            return Own(Hdf5Native.H5Dcreate2(file.Id, name, Hdf5Type.InFile<T>(), space.Id, 0, properties.Id, 0), Hdf5Native.H5Dclose);
        }
    }

    private unsafe void Attribute(string item, string name, long fileType, long memoryType, void* data)
    {
        using Hdf5Handle owner = Own(Hdf5Native.H5Oopen(file.Id, item, 0), Hdf5Native.H5Oclose);
        using Hdf5Handle space = Own(Hdf5Native.H5Screate(0), Hdf5Native.H5Sclose);
        using Hdf5Handle attribute = Own(Hdf5Native.H5Acreate2(owner.Id, name, fileType, space.Id, 0, 0), Hdf5Native.H5Aclose);
        Check(Hdf5Native.H5Awrite(attribute.Id, memoryType, data));
    }

    private Hdf5Handle Own(long id, Func<long, int> close) => Hdf5Handle.Own(id, close, shown, "cannot be written (HDF5 refuses); free space or choose another output with -o");

    private void Check(int status) => Hdf5Type.Check(status, shown);
}
