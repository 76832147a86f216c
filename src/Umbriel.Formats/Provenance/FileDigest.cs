using System.Text;
using Umbriel.Core;

namespace Umbriel.Formats.Provenance;

/// <summary>A file's path and content hash.</summary>
/// <param name="Path">Path as recorded: relative to the manifest for outputs, as given for inputs. Separator <c>/</c>.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the content.</param>
/// <param name="Bytes">Length.</param>
public sealed record FileDigest(string Path, string Sha256, long Bytes)
{
    /// <summary>Hashes a file on disk.</summary>
    /// <param name="recordedAs">Path to record.</param>
    /// <param name="path">File to hash.</param>
    /// <exception cref="UserErrorException">The file cannot be read.</exception>
    public static FileDigest Of(string recordedAs, string path)
    {
        string hash = ContentHash.OfFile(path);
        return new FileDigest(recordedAs.Replace('\\', '/'), hash, new FileInfo(path).Length);
    }

    /// <summary>Hashes a text as a file of it would be, in UTF-8.</summary>
    /// <param name="recordedAs">Path to record.</param>
    /// <param name="text">The text.</param>
    public static FileDigest OfText(string recordedAs, string text) =>
        new(recordedAs.Replace('\\', '/'), ContentHash.OfText(text), Encoding.UTF8.GetByteCount(text));
}
