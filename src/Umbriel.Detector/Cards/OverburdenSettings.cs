namespace Umbriel.Detector.Cards;

/// <summary>What cosmic rays cross before the cryostat.</summary>
public sealed record OverburdenSettings
{
    /// <summary>Thickness, m.</summary>
    public double Thickness { get; init; }

    /// <summary>Density, g/cm³. Ordinary concrete (PDG 2024: 2.3).</summary>
    public double Density { get; init; } = 2.3;

    /// <summary>Vertical column, g/cm².</summary>
    public double Column => 100.0 * Thickness * Density;
}
