using Umbriel.Formats.Yaml;

namespace Umbriel.Formats.Keys;

/// <summary>A kind of value that a key may have. <see cref="ValueKinds"/> holds the usual ones.</summary>
/// <param name="Read">Reads a node that stands under a key of a section; refuses what is not of this kind.</param>
/// <param name="Write">The value as canonical text, which <paramref name="Read"/> reads back.</param>
/// <param name="Expected">What may be written, in the words of an error message.</param>
public sealed record ValueKind<T>(Func<SectionReader, string, YamlNode, T> Read, Func<T, string> Write, string Expected);
