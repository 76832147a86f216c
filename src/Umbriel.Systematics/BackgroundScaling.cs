namespace Umbriel.Systematics;

/// <summary>What the published error of a background becomes where a signal is added; the record does not say.</summary>
public enum BackgroundScaling
{
    /// <summary>It stays what it is, in events; the signal has errors of its own.</summary>
    Fixed,

    /// <summary>
    /// It is relative to background and signal together, as where a fractional matrix is multiplied by the whole
    /// prediction; the signal has no other error.
    /// </summary>
    Prediction,
}

/// <summary>Both scalings.</summary>
public static class BackgroundScalings
{
    /// <summary>In the order of lists and reports, the default first.</summary>
    public static IReadOnlyList<BackgroundScaling> All { get; } = [BackgroundScaling.Prediction, BackgroundScaling.Fixed];

    /// <summary>The word of cards and reports.</summary>
    public static string Name(BackgroundScaling scaling) => scaling == BackgroundScaling.Fixed ? "fixed" : "prediction";

    /// <summary>The one that this is not.</summary>
    public static BackgroundScaling Other(BackgroundScaling scaling) => scaling == BackgroundScaling.Fixed ? BackgroundScaling.Prediction : BackgroundScaling.Fixed;
}
