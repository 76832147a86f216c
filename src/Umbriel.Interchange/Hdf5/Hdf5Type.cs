using Umbriel.Core;

namespace Umbriel.Interchange.Hdf5;

/// <summary>Element types and the return codes of writing.</summary>
internal static class Hdf5Type
{
    /// <summary>Elements in a chunk: 128 KiB of doubles.</summary>
    public const ulong ChunkLength = 16_384;

    public static long InFile<T>() => Pick<T>(Hdf5Library.Current.FileDouble, Hdf5Library.Current.FileInt32, Hdf5Library.Current.FileByte);

    public static long InMemory<T>() => Pick<T>(Hdf5Library.Current.NativeDouble, Hdf5Library.Current.NativeInt32, Hdf5Library.Current.NativeByte);

    public static void Check(int status, string file)
    {
        if (status < 0)
        {
            throw new UserErrorException($"{file}: cannot be written (HDF5 refuses); free space or choose another output with -o");
        }
    }

    private static long Pick<T>(long forDouble, long forInt, long forByte) =>
        typeof(T) == typeof(double) ? forDouble
        : typeof(T) == typeof(int) ? forInt
        : typeof(T) == typeof(byte) ? forByte
        : throw new NotSupportedException($"columns of {typeof(T).Name}");
}
