using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.Hdf5;

/// <summary>Reads one-dimensional columns and scalar attributes of an HDF5 file.</summary>
public sealed class Hdf5Reader : IDisposable
{
    /// <summary>Deflate cannot pack more than this into a byte; a file that claims more is damaged.</summary>
    private const ulong LargestCompression = 1100;

    private const int StringClass = 3;

    /// <summary>What messages name as the remedy.</summary>
    internal const string Origin = "a file written by umbriel";

    private readonly Hdf5Handle file;
    private readonly string path;

    private Hdf5Reader(Hdf5Handle file, string path) => (this.file, this.path) = (file, path);

    /// <summary>Opens a file.</summary>
    /// <exception cref="UserErrorException">HDF5 is not installed, the file is missing or is not HDF5.</exception>
    public static Hdf5Reader Open(string path)
    {
        if (!File.Exists(path))
        {
            throw InputFile.Missing(path);
        }

        using (Hdf5Library.Enter())
        {
            return new Hdf5Reader(Hdf5Handle.Own(Hdf5Native.H5Fopen(path, 0, Hdf5Library.Current.FileAccess), Hdf5Native.H5Fclose, path, $"not readable as an HDF5 file; expected {Origin}"), path);
        }
    }

    /// <summary>Path of the file.</summary>
    public string Path => path;

    /// <summary>Whether there is an item of that name; its group must exist.</summary>
    public bool Has(string name)
    {
        using (Hdf5Library.Enter())
        {
            return Hdf5Native.H5Lexists(file.Id, name, 0) > 0;
        }
    }

    /// <summary>Number of values in a column.</summary>
    /// <exception cref="UserErrorException">There is no such one-dimensional column.</exception>
    public int Count(string name)
    {
        using (Hdf5Library.Enter())
        {
            using Hdf5Handle dataset = OpenColumn(name);
            return Count(dataset, name);
        }
    }

    /// <summary>Reads a whole column.</summary>
    /// <typeparam name="T">double, float, long, int, short or byte; other numeric types in the file are converted by HDF5.</typeparam>
    /// <exception cref="UserErrorException">There is no such column or it is damaged.</exception>
    public T[] Read<T>(string name)
        where T : unmanaged
    {
        T[] values = new T[Count(name)];
        Read<T>(name, 0, values);
        return values;
    }

    /// <summary>Reads the part of a column that starts at <paramref name="start"/>.</summary>
    /// <exception cref="UserErrorException">There is no such column, it is too short or damaged.</exception>
    public unsafe void Read<T>(string name, int start, Span<T> values)
        where T : unmanaged
    {
        using (Hdf5Library.Enter())
        {
            using Hdf5Handle dataset = OpenColumn(name);
            if (start < 0 || values.Length > Count(dataset, name) - start)
            {
                throw new UserErrorException(path, name, $"{Count(dataset, name)} values", $"at least {start + values.Length}");
            }

            if (values.IsEmpty)
            {
                return;
            }

            using Hdf5Handle inFile = Own(Hdf5Native.H5Dget_space(dataset.Id), Hdf5Native.H5Sclose, name);
            using Hdf5Handle inMemory = Own(Hdf5Native.H5Screate_simple(1, [(ulong)values.Length], null), Hdf5Native.H5Sclose, name);
            Check(Hdf5Native.H5Sselect_hyperslab(inFile.Id, 0, [(ulong)start], null, [(ulong)values.Length], null), name);
            fixed (T* data = values)
            {
                Check(Hdf5Native.H5Dread(dataset.Id, Hdf5Type.InMemory<T>(), inMemory.Id, inFile.Id, 0, data), name);
            }
        }
    }

    /// <summary>Opens a column to be read piece by piece.</summary>
    /// <typeparam name="T">double, float, long, int, short or byte; other numeric types in the file are converted by HDF5.</typeparam>
    /// <exception cref="UserErrorException">There is no such one-dimensional column.</exception>
    public Hdf5ColumnReader<T> Column<T>(string name)
        where T : unmanaged
    {
        using (Hdf5Library.Enter())
        {
            Hdf5Handle dataset = OpenColumn(name);
            try
            {
                return new Hdf5ColumnReader<T>(dataset, path, name, Length(dataset, name));
            }
            catch
            {
                dataset.Dispose();
                throw;
            }
        }
    }

    /// <summary>A text attribute; null if absent.</summary>
    /// <exception cref="UserErrorException">It is not fixed-length text.</exception>
    public unsafe string? Text(string item, string name)
    {
        using (Hdf5Library.Enter())
        {
            using Hdf5Handle? attribute = OpenAttribute(item, name);
            if (attribute is null)
            {
                return null;
            }

            using Hdf5Handle type = Own(Hdf5Native.H5Aget_type(attribute.Id), Hdf5Native.H5Tclose, name);
            nuint size = Hdf5Native.H5Tget_size(type.Id);
            if (Hdf5Native.H5Tget_class(type.Id) != StringClass || Hdf5Native.H5Tis_variable_str(type.Id) != 0 || size is 0 or > 1 << 24 || !IsScalar(attribute, name))
            {
                throw new UserErrorException(path, name, "an attribute of another kind", "fixed-length text");
            }

            byte[] bytes = new byte[(int)size];
            fixed (byte* data = bytes)
            {
                Check(Hdf5Native.H5Aread(attribute.Id, type.Id, data), name);
            }

            int end = Array.IndexOf(bytes, (byte)0);
            return Encoding.UTF8.GetString(bytes, 0, end < 0 ? bytes.Length : end);
        }
    }

    /// <summary>A floating-point attribute; null if absent.</summary>
    /// <exception cref="UserErrorException">It is not a scalar number.</exception>
    public unsafe double? Number(string item, string name)
    {
        double value;
        return Scalar(item, name, Hdf5Library.Current.NativeDouble, &value) ? value : null;
    }

    /// <summary>A whole-number attribute; null if absent.</summary>
    /// <exception cref="UserErrorException">It is not a scalar number.</exception>
    public unsafe ulong? Whole(string item, string name)
    {
        ulong value;
        return Scalar(item, name, Hdf5Library.Current.NativeUInt64, &value) ? value : null;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => file.Dispose();

    private unsafe bool Scalar(string item, string name, long memoryType, void* value)
    {
        using (Hdf5Library.Enter())
        {
            using Hdf5Handle? attribute = OpenAttribute(item, name);
            if (attribute is null)
            {
                return false;
            }

            using Hdf5Handle type = Own(Hdf5Native.H5Aget_type(attribute.Id), Hdf5Native.H5Tclose, name);
            if (Hdf5Native.H5Tget_class(type.Id) is not (0 or 1) || !IsScalar(attribute, name))
            {
                throw new UserErrorException(path, name, "an attribute of another kind", "one number");
            }

            Check(Hdf5Native.H5Aread(attribute.Id, memoryType, value), name);
            return true;
        }
    }

    private Hdf5Handle? OpenAttribute(string item, string name)
    {
        using Hdf5Handle owner = Own(Hdf5Native.H5Oopen(file.Id, item, 0), Hdf5Native.H5Oclose, item);
        return Hdf5Native.H5Aexists(owner.Id, name) > 0 ? Own(Hdf5Native.H5Aopen(owner.Id, name, 0), Hdf5Native.H5Aclose, name) : null;
    }

    private bool IsScalar(Hdf5Handle attribute, string name)
    {
        using Hdf5Handle space = Own(Hdf5Native.H5Aget_space(attribute.Id), Hdf5Native.H5Sclose, name);
        return Hdf5Native.H5Sget_simple_extent_npoints(space.Id) == 1;
    }

    private Hdf5Handle OpenColumn(string name) => Own(Hdf5Native.H5Dopen2(file.Id, name, 0), Hdf5Native.H5Dclose, name);

    private int Count(Hdf5Handle dataset, string name)
    {
        long count = Length(dataset, name);
        return count <= Array.MaxLength ? (int)count : throw new UserErrorException(path, name, $"{count} values", $"at most {Array.MaxLength} to be read at once");
    }

    private long Length(Hdf5Handle dataset, string name)
    {
        using Hdf5Handle space = Own(Hdf5Native.H5Dget_space(dataset.Id), Hdf5Native.H5Sclose, name);
        using Hdf5Handle type = Own(Hdf5Native.H5Dget_type(dataset.Id), Hdf5Native.H5Tclose, name);
        long count = Hdf5Native.H5Sget_simple_extent_npoints(space.Id);
        ulong size = Hdf5Native.H5Tget_size(type.Id);
        if (Hdf5Native.H5Sget_simple_extent_ndims(space.Id) != 1 || Hdf5Native.H5Tget_class(type.Id) is not (0 or 1) || size is 0 or > 16)
        {
            throw new UserErrorException(path, name, "data of another shape", "one column of numbers");
        }

        bool stored = count >= 0 && (ulong)count <= ulong.MaxValue / 16 && (ulong)count * size <= Hdf5Native.H5Dget_storage_size(dataset.Id) * LargestCompression;
        return stored ? count : throw new UserErrorException(path, name, $"{count} values of which most are not in the file", "a complete file");
    }

    private Hdf5Handle Own(long id, Func<long, int> close, string name) => Hdf5Handle.Own(id, close, path, $"{name}: missing or damaged; expected {Origin}");

    private void Check(int status, string name)
    {
        if (status < 0)
        {
            throw new UserErrorException(path, name, "damaged data", Origin);
        }
    }
}
