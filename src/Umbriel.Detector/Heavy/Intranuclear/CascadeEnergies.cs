namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>Kinetic energies, GeV, of the tables of Geant4's Bertini cascade up to 5.6 GeV; recalled.</summary>
internal static class CascadeEnergies
{
    /// <summary>All of them.</summary>
    public static double[] All { get; } =
    [
        0.01, 0.013, 0.018, 0.024, 0.032, 0.042, 0.056, 0.075, 0.1, 0.13, 0.18, 0.24, 0.32, 0.42, 0.56, 0.75, 1.0, 1.3, 1.8, 2.4, 3.2,
        4.2, 5.6,
    ];

    /// <summary>Those from one of them on.</summary>
    public static double[] From(double lowest) => [.. All.SkipWhile(energy => energy < lowest)];
}
