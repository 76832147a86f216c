namespace Umbriel.Core.Events;

/// <summary>The words that files and cards use for categories and regions, each at the place of its number.</summary>
public static class EventTokens
{
    /// <summary>Those of <see cref="EventCategory"/>.</summary>
    public static IReadOnlyList<string> Categories { get; } =
        ["unknown", "none", "signal", "nc-pi0", "nc-pi0-coherent", "cc-pi0", "nc-gamma", "nue-cc", "numu-cc", "nc-other", "nu-e", "cosmic"];

    /// <summary>Those of <see cref="EventRegion"/>.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["unknown", "none", "tpc", "cryostat", "dirt"];

    /// <summary>The token of a category.</summary>
    public static string Token(this EventCategory category) => Categories[(int)category];

    /// <summary>The token of a region.</summary>
    public static string Token(this EventRegion region) => Regions[(int)region];
}
