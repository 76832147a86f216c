namespace Umbriel.Studies.Performance;

/// <summary>A number that the reconstruction is asked for.</summary>
/// <param name="Quantity">What it is, with its unit.</param>
/// <param name="Least">It should be at least this; null for no such limit.</param>
/// <param name="Most">It should be at most this; null for no such limit.</param>
/// <param name="Measured">What it is; null if the samples do not tell.</param>
public sealed record PerformanceNumber(string Quantity, double? Least, double? Most, Estimate? Measured)
{
    /// <summary>Whether the measured value is in the limits; null if there is none.</summary>
    public bool? IsMet => Measured is { } m ? !(m.Value < Least) && !(m.Value > Most) : null;
}
