using System.Text;
using Umbriel.Core;

namespace Umbriel.Formats.Text;

/// <summary>Reads small text files whole, with the file system's refusals turned into user errors.</summary>
public static class InputFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads at most <paramref name="limit"/> bytes; a longer file is refused.</summary>
    public static byte[] ReadBytes(string path, int limit)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            using MemoryStream copy = new();
            byte[] block = new byte[1 << 16];
            int read;
            while ((read = stream.Read(block)) > 0)
            {
                copy.Write(block, 0, read);
                if (copy.Length > limit)
                {
                    throw new UserErrorException(path, null, $"more than {limit / 1024} KiB", $"at most {limit / 1024} KiB of text");
                }
            }

            return copy.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(path, e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException && Directory.Exists(path))
        {
            throw new UserErrorException($"{path}: is a directory; expected a file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserErrorException($"{path}: cannot be read ({e.Message})", e);
        }
    }

    /// <summary>The error about a file that is not there; names the folder where that is missing already.</summary>
    public static UserErrorException Missing(string path, Exception? revealed = null)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        string message = folder is null || Directory.Exists(folder) ? $"{path}: no such file" : $"{path}: no such file: there is no folder {folder}";
        return revealed is null ? new UserErrorException(message) : new UserErrorException(message, revealed);
    }

    /// <summary>Decodes UTF-8 strictly; binary files are refused here.</summary>
    public static string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> body = bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? bytes[3..] : bytes;
        int nul = body.IndexOf((byte)0);
        if (nul >= 0)
        {
            throw new UserErrorException(path, null, $"a zero byte at offset {nul}", "text in UTF-8");
        }

        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException e)
        {
            throw new UserErrorException($"{path}: found bytes that are not UTF-8 at offset {e.Index}; expected text in UTF-8", e);
        }
    }
}
