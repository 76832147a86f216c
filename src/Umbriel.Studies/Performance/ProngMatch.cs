namespace Umbriel.Studies.Performance;

/// <summary>What a found particle tells of the true one. What could not be measured is missing.</summary>
/// <param name="Purity">Share of the found particle's charge that is the true one's.</param>
/// <param name="Completeness">Share of the true one's charge in all points that is in the found particle.</param>
/// <param name="TrackScore">0, shower, to 1, track.</param>
/// <param name="IsTrack">Whether it counts as a track.</param>
/// <param name="ShowerEnergy">Its energy as a shower, GeV.</param>
/// <param name="Energy">Its energy as what it counts for, GeV.</param>
/// <param name="Angle">Between its direction and the true one, degrees; of what counts as a track, either way round.</param>
/// <param name="StartAlong">From the true start to the found one along the true direction, cm; missing where a photon does not convert.</param>
/// <param name="StartAcross">The same across.</param>
/// <param name="StartLoss">dE/dx at the start, MeV/cm.</param>
/// <param name="ConversionDistance">From the found vertex to the start, cm.</param>
public sealed record ProngMatch(
    double Purity,
    double Completeness,
    double TrackScore,
    bool IsTrack,
    double? ShowerEnergy,
    double? Energy,
    double Angle,
    double? StartAlong,
    double? StartAcross,
    double? StartLoss,
    double ConversionDistance);
