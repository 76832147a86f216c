using System.Security.Cryptography;
using System.Text;

namespace Umbriel.Core;

/// <summary>SHA-256 of contents as 64 lower-case hexadecimal digits, as manifests and the point cache record them.</summary>
public static class ContentHash
{
    /// <summary>Hash of bytes.</summary>
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Hash of a text in UTF-8.</summary>
    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));

    /// <summary>Hash of a file's bytes.</summary>
    /// <exception cref="UserErrorException">The file cannot be read.</exception>
    public static string OfFile(string path)
    {
        try
        {
            using FileStream stream = UnlockedFile.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path}: cannot be read ({e.Message})", e);
        }
    }

    /// <summary>Hash of files by name and content, wherever they lie.</summary>
    /// <exception cref="UserErrorException">A file cannot be read.</exception>
    public static string OfFiles(IEnumerable<string> paths) => OfParts(paths.Select(path => KeyValuePair.Create(Path.GetFileName(path), OfFile(path))));

    /// <summary>
    /// Hash of named parts. Names and contents are length-prefixed, so that no two different lists of parts share an
    /// encoding; the order of the parts matters.
    /// </summary>
    public static string OfParts(IEnumerable<KeyValuePair<string, string>> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        StringBuilder encoded = new();
        foreach ((string name, string content) in parts)
        {
            encoded.Append(name.Length).Append(':').Append(name).Append(content.Length).Append(':').Append(content);
        }

        return OfText(encoded.ToString());
    }
}
