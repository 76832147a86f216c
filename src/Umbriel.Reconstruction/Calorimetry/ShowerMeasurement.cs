namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>Energy and shape of a shower. What could not be measured is missing.</summary>
/// <param name="RawEnergies">Energy of the charge in each plane's view, mean recombination, before calibration, GeV; missing where the plane has no hit.</param>
/// <param name="Energies">The same, calibrated.</param>
/// <param name="EnergyPlane">The plane whose energy counts: collection, unless too much of the shower is on its dead wires.</param>
/// <param name="Energy">Its calibrated energy, GeV.</param>
/// <param name="StartLoss">dE/dx at the start.</param>
/// <param name="OpeningAngle">Charge-weighted mean angle between the direction and the points more than 1 cm from the start, seen from there, degrees.</param>
/// <param name="HitCounts">Hits in each plane.</param>
/// <param name="HitWidth">Mean width of hits on the collection plane, samples.</param>
/// <param name="EnergyPerHit">Calibrated energy over the mean number of hits of a plane, GeV.</param>
public sealed record ShowerMeasurement(
    IReadOnlyList<double?> RawEnergies,
    IReadOnlyList<double?> Energies,
    int? EnergyPlane,
    double? Energy,
    StartLoss StartLoss,
    double? OpeningAngle,
    IReadOnlyList<int> HitCounts,
    double? HitWidth,
    double? EnergyPerHit);
