using Umbriel.Core;

namespace Umbriel.Reconstruction;

/// <summary>A file that a result was made from.</summary>
/// <param name="Name">Its name, without folders.</param>
/// <param name="Hash">Its SHA-256, lower-case hexadecimal.</param>
public sealed record HashedInput(string Name, string Hash)
{
    /// <summary>Hashes a file.</summary>
    /// <exception cref="UserErrorException">It cannot be read.</exception>
    public static HashedInput Of(string path) => new(Path.GetFileName(path), ContentHash.OfFile(path));
}
