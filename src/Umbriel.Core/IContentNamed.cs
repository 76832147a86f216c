namespace Umbriel.Core;

/// <summary>A value that is told by the content it was read from: <see cref="StableText"/> has that in place of its properties.</summary>
public interface IContentNamed
{
    /// <summary>The same for the same content, whatever the place it was read from.</summary>
    string ContentName { get; }
}
