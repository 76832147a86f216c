namespace Umbriel.Display;

/// <summary>
/// Colours of reconstructed particles in their order. The first are those of M. Okabe and K. Ito (2008), which people with any
/// colour vision can tell apart, less those too pale for points on white.
/// </summary>
public static class FoundColours
{
    /// <summary>Colour of what belongs to no particle.</summary>
    public const string Loose = "#9aa0a6";

    private static readonly string[] Colours =
    [
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6a3d9a", "#8c510a", "#4d9221", "#c51b7d", "#35978f", "#b2182b",
    ];

    /// <summary>Colour of the particle with an index, or of none; beyond twelve they come again.</summary>
    public static string Of(int? particle) => particle is { } index ? Colours[index % Colours.Length] : Loose;
}
