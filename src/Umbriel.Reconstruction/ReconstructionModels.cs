using Umbriel.Core;
using Umbriel.Learning;
using Umbriel.Reconstruction.Calorimetry;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction;

/// <summary>What the reconstruction learned from simulated events: trained models and the calibration of showers. Immutable; threads share it.</summary>
/// <param name="Particles">Of the search for particles.</param>
/// <param name="Tracks">Tracks against showers.</param>
/// <param name="SecondShower">Clusters that are a second photon.</param>
/// <param name="Stub">Clusters that are a proton.</param>
/// <param name="Calibration">Energy of showers.</param>
public sealed record ReconstructionModels(ParticleModels Particles, TrackScorer Tracks, BoostedTrees SecondShower, BoostedTrees Stub, ShowerCalibration Calibration)
{
    /// <summary>Those that come with Umbriel: in <c>data/reconstruction</c>.</summary>
    /// <exception cref="UserErrorException">One is missing, malformed, or was trained with other features.</exception>
    public static ReconstructionModels Default() => new(
        ParticleModels.Default(),
        TrackScorer.Default(),
        VetoFinder.SecondShowerModel(),
        VetoFinder.StubModel(),
        ShowerCalibration.Read(UmbrielHome.DataPath("reconstruction", "shower-calibration-microboone.yaml")));
}
