using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Learning;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Studies.Training;

/// <summary>The score of protons' stubs, from photons and pairs with and without a proton. Wanted are clusters that the proton dominates; the rest are crumbs of the shower and noise.</summary>
public sealed class StubTarget : ITrainingTarget
{
    /// <summary>Kinetic energies of protons, GeV.</summary>
    private static readonly (double Low, double High) Protons = (0.005, 0.1);

    /// <summary>Equally frequent kinds of events.</summary>
    public static IReadOnlyList<(VetoPrimary Kind, (double Low, double High)? Proton)> Mixture { get; } =
        [(VetoPrimary.Photon, Protons), (VetoPrimary.Photon, Protons), (VetoPrimary.Pair, Protons), (VetoPrimary.Photon, null), (VetoPrimary.Photon, null), (VetoPrimary.Pair, null)];

    /// <inheritdoc/>
    public string Name => VetoFinder.StubName;

    /// <inheritdoc/>
    public string Meaning => "1: proton; 0: other charge around a shower";

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => StubClusters.Names;

    /// <inheritdoc/>
    public BoostSettings Boost { get; } = new() { Rounds = 120, Depth = 4, Eta = 0.08, Gamma = 0.5, RowShare = 0.7, FeatureShare = 0.7, LeastChildWeight = 5.0 };

    /// <inheritdoc/>
    public int Events => 4000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Uses => [ParticleModels.StartName, ParticleModels.ProngName, ParticleModels.PieceName];

    /// <inheritdoc/>
    public IPrimarySource Source(DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new VetoSource(Mixture, card.ActiveVolume.Shrunk(SecondShowerTarget.Margin));
    }

    /// <inheritdoc/>
    public Func<EventResult, IReadOnlyList<TrainingRow>> Sampler(DetectorResponse response, ReconstructionSettings settings, ModelFolder models)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return VetoSampler.Of(response, settings, models, new StubClusters(response, settings.Stubs).Search, static truth => truth.Proton(), "proton");
    }
}
