using System.IO.Compression;
using Microsoft.Win32.SafeHandles;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.HepEvt;

/// <summary>
/// The text of a file of events, to be read at any place. A gzip file is unpacked to a temporary file without a name of use to others,
/// which goes when this is closed.
/// </summary>
internal sealed class EventText : IDisposable
{
    private readonly IDisposable? resource;

    private EventText(ReadAt read, IDisposable? resource) => (Read, this.resource) = (read, resource);

    /// <summary>Reads at a place; thread-safe.</summary>
    public ReadAt Read { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="UserErrorException">It cannot be read, or is damaged gzip.</exception>
    public static EventText Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UserErrorException($"{path}: is a directory; expected a file");
        }

        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path);
            SafeFileHandle open = handle;
            byte[] magic = new byte[2];
            if (RandomAccess.Read(open, magic, 0) == 2 && IsGzip(magic))
            {
                using FileStream packed = new(open, FileAccess.Read);
                return Unpacked(path, packed);
            }

            return new EventText((into, offset) => RandomAccess.Read(open, into, offset), open);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw InputFile.Missing(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            handle?.Dispose();
            throw new UserErrorException($"{path}: cannot be read as a regular file ({e.Message})", e);
        }
    }

    /// <summary>Takes bytes in memory.</summary>
    /// <exception cref="UserErrorException">They are damaged gzip.</exception>
    public static EventText Of(string path, byte[] content)
    {
        if (IsGzip(content))
        {
            using MemoryStream packed = new(content);
            return Unpacked(path, packed);
        }

        return new EventText(Read, null);

        int Read(Span<byte> into, long offset)
        {
            int count = (int)Math.Min(into.Length, content.Length - Math.Min(offset, content.Length));
            content.AsSpan((int)Math.Min(offset, content.Length), count).CopyTo(into);
            return count;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => resource?.Dispose();

    private static bool IsGzip(ReadOnlySpan<byte> start) => start.Length >= 2 && start[0] == 0x1f && start[1] == 0x8b;

    private static EventText Unpacked(string path, Stream packed)
    {
        string name = Path.Combine(Path.GetTempPath(), $"umbriel-{Path.GetRandomFileName()}");
        FileStream text = new(name, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        try
        {
            File.Delete(name); // the open file has no name from here on: nothing stays behind, however the process ends
            using GZipStream unpack = new(packed, CompressionMode.Decompress);
            unpack.CopyTo(text);
            text.Flush();
            SafeFileHandle handle = text.SafeFileHandle;
            return new EventText((into, offset) => RandomAccess.Read(handle, into, offset), text);
        }
        catch (InvalidDataException e)
        {
            text.Dispose();
            throw new UserErrorException($"{path}: damaged gzip data ({e.Message})", e);
        }
        catch (IOException e)
        {
            text.Dispose();
            throw new UserErrorException($"{path}: cannot be unpacked to {Path.GetTempPath()} ({e.Message})", e);
        }
    }
}
