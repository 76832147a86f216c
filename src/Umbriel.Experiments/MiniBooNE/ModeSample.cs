
namespace Umbriel.Experiments.MiniBooNE;

/// <summary>What a release says of one horn polarity.</summary>
/// <param name="Mode">The polarity.</param>
/// <param name="ProtonsOnTarget">Exposure of data and predictions.</param>
/// <param name="NueData">Observed electron-like events in <see cref="MiniBooNERelease.NueBins"/> bins.</param>
/// <param name="NueBackground">Expected electron-like events, the same bins, before any constraint by muon events.</param>
/// <param name="NumuData">Observed muon-neutrino quasi-elastic events in <see cref="MiniBooNERelease.NumuBins"/> bins.</param>
/// <param name="NumuPrediction">Expected muon-neutrino quasi-elastic events, the same bins.</param>
public sealed record ModeSample(
    BeamMode Mode,
    double ProtonsOnTarget,
    IReadOnlyList<double> NueData,
    IReadOnlyList<double> NueBackground,
    IReadOnlyList<double> NumuData,
    IReadOnlyList<double> NumuPrediction);
