using Umbriel.DarkSector;

namespace Umbriel.Scan;

/// <summary>One plane of a scan: mass and |U|² vary, the rest is fixed.</summary>
/// <param name="Scenario">Single or dual.</param>
/// <param name="MZPrime">Z' mass, GeV.</param>
public readonly record struct ScanPlane(Scenario Scenario, double MZPrime);
