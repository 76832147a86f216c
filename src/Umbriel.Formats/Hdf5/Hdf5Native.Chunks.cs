using System.Runtime.InteropServices;

namespace Umbriel.Formats.Hdf5;

/// <summary>Writing chunks that are filtered already (HDF5 1.10.3 and later).</summary>
internal static partial class Hdf5Native
{
    [LibraryImport(Library)]
    public static unsafe partial int H5Dwrite_chunk(long dataset, long transferProperties, uint filterMask, ulong[] offset, nuint bytes, void* data);
}
