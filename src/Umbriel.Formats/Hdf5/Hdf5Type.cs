using Umbriel.Core;

namespace Umbriel.Formats.Hdf5;

/// <summary>Element types and the return codes of writing.</summary>
internal static class Hdf5Type
{
    /// <summary>Elements in a chunk: 128 KiB of doubles.</summary>
    public const ulong ChunkLength = 16_384;

    public static long InFile<T>()
    {
        Hdf5Library library = Hdf5Library.Current;
        return Pick<T>(library.FileDouble, library.FileSingle, library.FileInt64, library.FileInt32, library.FileInt16, library.FileByte);
    }

    public static long InMemory<T>()
    {
        Hdf5Library library = Hdf5Library.Current;
        return Pick<T>(library.NativeDouble, library.NativeSingle, library.NativeInt64, library.NativeInt32, library.NativeInt16, library.NativeByte);
    }

    public static void Check(int status, string file)
    {
        if (status < 0)
        {
            throw new UserErrorException($"{file}: cannot be written (HDF5 refuses); free space or choose another output with -o");
        }
    }

    private static long Pick<T>(long forDouble, long forSingle, long forLong, long forInt, long forShort, long forByte) =>
        typeof(T) == typeof(double) ? forDouble
        : typeof(T) == typeof(float) ? forSingle
        : typeof(T) == typeof(long) ? forLong
        : typeof(T) == typeof(int) ? forInt
        : typeof(T) == typeof(short) ? forShort
        : typeof(T) == typeof(byte) ? forByte
        : throw new NotSupportedException($"columns of {typeof(T).Name}");
}
