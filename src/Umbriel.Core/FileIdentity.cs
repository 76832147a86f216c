using System.Runtime.InteropServices;

namespace Umbriel.Core;

/// <summary>Which file or folder a path leads to, whatever its name: two paths lead to one file if and only if their identities are equal.</summary>
/// <param name="Device">Numbers of the device, major and minor.</param>
/// <param name="Inode">Number on the device.</param>
internal readonly partial record struct FileIdentity(ulong Device, ulong Inode)
{
    // linux/stat.h and linux/fcntl.h: the layout of struct statx is the same on every architecture.
    private const int CurrentFolder = -100;
    private const uint WantInode = 0x100;
    private const int StructBytes = 256;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;

    /// <summary>The identity of what a path leads to, links followed; null if there is nothing or it cannot be looked at.</summary>
    public static FileIdentity? Of(string path)
    {
        Span<byte> found = stackalloc byte[StructBytes];
        return path.Length > 0 && Stat(CurrentFolder, path, 0, WantInode, ref MemoryMarshal.GetReference(found)) == 0
            ? new FileIdentity(BitConverter.ToUInt64(found[DeviceAt..]), BitConverter.ToUInt64(found[InodeAt..]))
            : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(int folder, string path, int flags, uint mask, ref byte result);
}
