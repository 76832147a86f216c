using Umbriel.Inference;

namespace Umbriel.Scan;

/// <summary>Confidence levels of preferred regions.</summary>
public static class RegionLevels
{
    /// <summary>Those that tables have.</summary>
    public static IReadOnlyList<ConfidenceLevel> All { get; } = [new(0.68), new(0.95), new(0.997)];

    /// <summary>The one that is drawn and compared with limits.</summary>
    public static ConfidenceLevel Drawn => All[1];
}
