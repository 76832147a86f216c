using Umbriel.DarkSector;
using Umbriel.Inference;
using Umbriel.Experiments.MiniBooNE;

namespace Umbriel.Cli.MiniBooNE;

/// <summary>One scenario and Z' mass in one data set.</summary>
/// <param name="Scenario">Single or dual.</param>
/// <param name="MZPrime">Z' mass, GeV.</param>
/// <param name="Fit">The data set.</param>
/// <param name="Signal">Its signal.</param>
/// <param name="ChiSquare">χ² over the plane of mass and |U|².</param>
internal sealed record MiniBooNEPlane(Scenario Scenario, double MZPrime, MiniBooNEFit Fit, MiniBooNESignal Signal, ChiSquarePlane ChiSquare)
{
    /// <summary>Confidence levels of regions.</summary>
    public static IReadOnlyList<ConfidenceLevel> Levels { get; } = [new(0.68), new(0.95), new(0.997)];

    /// <summary>The level that is drawn and compared with limits.</summary>
    public static ConfidenceLevel Drawn => Levels[1];
}
