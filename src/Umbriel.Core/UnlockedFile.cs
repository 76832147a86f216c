using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Umbriel.Core;

/// <summary>
/// Reads files that others may hold locked. .NET asks for a shared lock on every file that it opens (flock) and fails if
/// another process has the exclusive one, as h5py has while it may write.
/// </summary>
internal static partial class UnlockedFile
{
    private const int ReadOnly = 0;
    private const int CloseOnExec = 0x80000;

    /// <summary>Opens a file to be read from its start.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream OpenRead(string path)
    {
        SafeFileHandle handle = Open(path, ReadOnly | CloseOnExec);
        if (handle.IsInvalid)
        {
            string reason = Marshal.GetLastPInvokeErrorMessage();
            handle.Dispose();
            throw new IOException(reason);
        }

        return new FileStream(handle, FileAccess.Read, 1 << 16);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}
