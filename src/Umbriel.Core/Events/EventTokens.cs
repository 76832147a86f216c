namespace Umbriel.Core.Events;

/// <summary>The words that files and cards use for categories and regions, each at the place of its number.</summary>
public static class EventTokens
{
    /// <summary>Those of <see cref="EventCategory"/>: its names in lower case, words joined by hyphens.</summary>
    public static IReadOnlyList<string> Categories { get; } = [.. Enum.GetValues<EventCategory>().Select(category => Hyphenated($"{category}"))];

    /// <summary>Those of <see cref="EventRegion"/>, in the same way.</summary>
    public static IReadOnlyList<string> Regions { get; } = [.. Enum.GetValues<EventRegion>().Select(region => Hyphenated($"{region}"))];

    /// <summary>The token of a category.</summary>
    public static string Token(this EventCategory category) => Categories[(int)category];

    /// <summary>The token of a region.</summary>
    public static string Token(this EventRegion region) => Regions[(int)region];

    private static string Hyphenated(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
