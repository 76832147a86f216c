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
/// <param name="Files">The files that all this was read from, with their hashes.</param>
public sealed record ReconstructionModels(
    ParticleModels Particles, TrackScorer Tracks, BoostedTrees SecondShower, BoostedTrees Stub, ShowerCalibration Calibration, IReadOnlyList<HashedInput> Files)
{
    /// <summary>A line <c>NAME: SHA-256</c> for each of <see cref="Files"/>, sorted by name: what results keep.</summary>
    public string ToCanonicalText() => string.Concat(Files.OrderBy(static f => f.Name, StringComparer.Ordinal).Select(static f => $"{f.Name}: {f.Hash}\n"));

    /// <summary>Those that come with Umbriel: in <c>data/reconstruction</c>.</summary>
    /// <exception cref="UserErrorException">As <see cref="Load"/>.</exception>
    public static ReconstructionModels Default() => Load(ModelFolder.Default());

    /// <summary>Reads all files of a folder.</summary>
    /// <exception cref="UserErrorException">One is missing, malformed, or was trained with other features.</exception>
    public static ReconstructionModels Load(ModelFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string calibration = folder.Calibration();
        return new ReconstructionModels(
            ParticleModels.Load(folder),
            new TrackScorer(folder.Trees(TrackScorer.Name, ParticleFeatures.Names)),
            folder.Trees(VetoFinder.SecondShowerName, SecondShowerClusters.Names),
            folder.Trees(VetoFinder.StubName, StubClusters.Names),
            ShowerCalibration.Read(calibration),
            [.. folder.Files().Select(HashedInput.Of)]);
    }
}
