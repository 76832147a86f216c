using System.Runtime.InteropServices;
using Umbriel.Core;

namespace Umbriel.Formats.Hdf5;

/// <summary>Loads HDF5 and holds the identifiers it keeps in global variables.</summary>
internal sealed class Hdf5Library
{
    private static readonly Lazy<Hdf5Library> Instance = new(() => Load(Hdf5Native.Library));
    private static readonly Lock Gate = new();

    [ThreadStatic]
    private static bool isSilent;

    private Hdf5Library(nint handle)
    {
        long Global(string name) => Marshal.ReadInt64(NativeLibrary.GetExport(handle, name));

        // Files are closed here one by one; the library's own clean-up at exit would complain about any that a full disk
        // kept from closing. The globals are zero until the library has been opened.
        if (Hdf5Native.H5dont_atexit() < 0 || Hdf5Native.H5open() < 0)
        {
            throw NotInitialised();
        }

        NativeDouble = Global("H5T_NATIVE_DOUBLE_g");
        NativeInt32 = Global("H5T_NATIVE_INT32_g");
        NativeInt16 = Global("H5T_NATIVE_INT16_g");
        NativeInt64 = Global("H5T_NATIVE_INT64_g");
        NativeSingle = Global("H5T_NATIVE_FLOAT_g");
        FileInt16 = Global("H5T_STD_I16LE_g");
        FileInt64 = Global("H5T_STD_I64LE_g");
        FileSingle = Global("H5T_IEEE_F32LE_g");
        NativeByte = Global("H5T_NATIVE_UINT8_g");
        NativeUInt64 = Global("H5T_NATIVE_UINT64_g");
        FileDouble = Global("H5T_IEEE_F64LE_g");
        FileInt32 = Global("H5T_STD_I32LE_g");
        FileByte = Global("H5T_STD_U8LE_g");
        FileUInt64 = Global("H5T_STD_U64LE_g");
        String = Global("H5T_C_S1_g");
        DatasetCreation = Global("H5P_CLS_DATASET_CREATE_ID_g");

        // A lock that is held, or a file system without locks (NFS, Lustre), would be an error, and HDF5's own locks stay with
        // child processes as long as they live. Files are written under a temporary name and renamed when they are complete
        // (AtomicFile): there is nothing that a lock could protect.
        FileAccess = Hdf5Native.H5Pcreate(Global("H5P_CLS_FILE_ACCESS_ID_g"));
        if (Hdf5Native.H5Pset_file_locking(FileAccess, 0, 1) < 0)
        {
            throw NotInitialised();
        }
    }

    /// <summary>The library, loaded when it is first asked for.</summary>
    /// <exception cref="UserErrorException">It is not installed.</exception>
    public static Hdf5Library Current => Instance.Value;

    public long NativeDouble { get; }

    public long NativeInt32 { get; }

    public long NativeInt16 { get; }

    public long NativeInt64 { get; }

    public long NativeSingle { get; }

    public long FileInt16 { get; }

    public long FileInt64 { get; }

    public long FileSingle { get; }

    public long NativeByte { get; }

    public long NativeUInt64 { get; }

    public long FileDouble { get; }

    public long FileInt32 { get; }

    public long FileByte { get; }

    public long FileUInt64 { get; }

    public long String { get; }

    public long DatasetCreation { get; }

    /// <summary>The properties that every file is opened and created with: without locks.</summary>
    public long FileAccess { get; }

    /// <summary>
    /// Waits for the turn to call HDF5: one thread at a time, since not every build of it is thread-safe. Disposing gives the
    /// turn back; a thread that has it may enter again.
    /// </summary>
    /// <exception cref="UserErrorException">HDF5 is not installed.</exception>
    public static Lock.Scope Enter()
    {
        _ = Current;
        Lock.Scope turn = Gate.EnterScope();
        if (!isSilent)
        {
            // Errors are reported by return values; HDF5 would also print its stack to stderr. Thread-safe builds keep this
            // setting for each thread.
            isSilent = Hdf5Native.H5Eset_auto2(0, 0, 0) >= 0;
        }

        return turn;
    }

    /// <summary>Loads the library of that name.</summary>
    /// <exception cref="UserErrorException">It is not installed.</exception>
    public static Hdf5Library Load(string name) => NativeLibrary.TryLoad(name, typeof(Hdf5Library).Assembly, null, out nint handle)
        ? new Hdf5Library(handle)
        : throw new UserErrorException($"{name}: the HDF5 library is not installed; install the Debian package libhdf5-103-1 (apt-get install libhdf5-103-1)");

    private static UserErrorException NotInitialised() => new($"{Hdf5Native.Library}: HDF5 cannot be initialised; reinstall the Debian package libhdf5-103-1");
}
