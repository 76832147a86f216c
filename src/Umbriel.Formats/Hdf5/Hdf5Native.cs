using System.Runtime.InteropServices;

namespace Umbriel.Formats.Hdf5;

/// <summary>
/// The part of the C interface of HDF5 1.10 (1.10.7 and later) that is used. Identifiers (<c>hid_t</c>) are 64-bit, <c>herr_t</c> and <c>htri_t</c>
/// are negative on failure. Not thread-safe: every call is made within <see cref="Hdf5Library.Enter"/>.
/// </summary>
internal static partial class Hdf5Native
{
    public const string Library = "libhdf5_serial.so.103";

    [LibraryImport(Library)]
    public static partial int H5dont_atexit();

    [LibraryImport(Library)]
    public static partial int H5open();

    [LibraryImport(Library)]
    public static partial int H5Eset_auto2(long stack, nint function, nint data);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Fcreate(string name, uint flags, long createProperties, long accessProperties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Fopen(string name, uint flags, long accessProperties);

    [LibraryImport(Library)]
    public static partial int H5Fflush(long file, int scope);

    [LibraryImport(Library)]
    public static partial int H5Fclose(long file);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Gcreate2(long parent, string name, long linkProperties, long createProperties, long accessProperties);

    [LibraryImport(Library)]
    public static partial int H5Gclose(long group);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Oopen(long parent, string name, long accessProperties);

    [LibraryImport(Library)]
    public static partial int H5Oclose(long item);

    [LibraryImport(Library)]
    public static partial long H5Screate(int kind);

    [LibraryImport(Library)]
    public static partial long H5Screate_simple(int rank, ulong[] dimensions, ulong[]? maximum);

    [LibraryImport(Library)]
    public static partial int H5Sselect_hyperslab(long space, int operation, ulong[] start, ulong[]? stride, ulong[] count, ulong[]? block);

    [LibraryImport(Library)]
    public static partial int H5Sget_simple_extent_ndims(long space);

    [LibraryImport(Library)]
    public static partial long H5Sget_simple_extent_npoints(long space);

    [LibraryImport(Library)]
    public static partial int H5Sclose(long space);

    [LibraryImport(Library)]
    public static partial long H5Pcreate(long propertyClass);

    [LibraryImport(Library)]
    public static partial int H5Pset_file_locking(long properties, byte useFileLocking, byte ignoreWhenDisabled);

    [LibraryImport(Library)]
    public static partial int H5Pset_chunk(long properties, int rank, ulong[] dimensions);

    [LibraryImport(Library)]
    public static partial int H5Pset_shuffle(long properties);

    [LibraryImport(Library)]
    public static partial int H5Pset_deflate(long properties, uint level);

    [LibraryImport(Library)]
    public static partial int H5Pset_obj_track_times(long properties, byte track);

    [LibraryImport(Library)]
    public static partial int H5Pclose(long properties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Dcreate2(long parent, string name, long type, long space, long linkProperties, long createProperties, long accessProperties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Dopen2(long parent, string name, long accessProperties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int H5Lexists(long parent, string name, long accessProperties);

    [LibraryImport(Library)]
    public static partial int H5Dset_extent(long dataset, ulong[] size);

    [LibraryImport(Library)]
    public static unsafe partial int H5Dwrite(long dataset, long memoryType, long memorySpace, long fileSpace, long transferProperties, void* data);

    [LibraryImport(Library)]
    public static unsafe partial int H5Dread(long dataset, long memoryType, long memorySpace, long fileSpace, long transferProperties, void* data);

    [LibraryImport(Library)]
    public static partial long H5Dget_space(long dataset);

    [LibraryImport(Library)]
    public static partial long H5Dget_type(long dataset);

    [LibraryImport(Library)]
    public static partial ulong H5Dget_storage_size(long dataset);

    [LibraryImport(Library)]
    public static partial int H5Dclose(long dataset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Acreate2(long item, string name, long type, long space, long createProperties, long accessProperties);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int H5Aexists(long item, string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long H5Aopen(long item, string name, long accessProperties);

    [LibraryImport(Library)]
    public static unsafe partial int H5Awrite(long attribute, long memoryType, void* data);

    [LibraryImport(Library)]
    public static unsafe partial int H5Aread(long attribute, long memoryType, void* data);

    [LibraryImport(Library)]
    public static partial long H5Aget_type(long attribute);

    [LibraryImport(Library)]
    public static partial long H5Aget_space(long attribute);

    [LibraryImport(Library)]
    public static partial int H5Aclose(long attribute);

    [LibraryImport(Library)]
    public static partial long H5Tcopy(long type);

    [LibraryImport(Library)]
    public static partial int H5Tset_size(long type, nuint size);

    [LibraryImport(Library)]
    public static partial int H5Tset_cset(long type, int characterSet);

    [LibraryImport(Library)]
    public static partial int H5Tset_strpad(long type, int padding);

    [LibraryImport(Library)]
    public static partial int H5Tget_class(long type);

    [LibraryImport(Library)]
    public static partial nuint H5Tget_size(long type);

    [LibraryImport(Library)]
    public static partial int H5Tis_variable_str(long type);

    [LibraryImport(Library)]
    public static partial int H5Tclose(long type);
}
