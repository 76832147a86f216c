using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Learning;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Studies.Training;

/// <summary>
/// The score of second photons, from π0, single photons, electrons and pairs, some with a proton. Wanted are clusters that the other photon
/// of a π0 dominates; the rest are crumbs of the shower itself, protons and noise.
/// </summary>
public sealed class SecondShowerTarget : ITrainingTarget
{
    /// <summary>Least distance of the start from the faces of the active volume, cm.</summary>
    public const double Margin = 20.0;

    /// <summary>Kinetic energies of protons, GeV.</summary>
    private static readonly (double Low, double High) Protons = (0.02, 0.2);

    /// <summary>Equally frequent kinds of events.</summary>
    public static IReadOnlyList<(VetoPrimary Kind, (double Low, double High)? Proton)> Mixture { get; } =
    [
        (VetoPrimary.PionZero, null), (VetoPrimary.PionZero, null), (VetoPrimary.PionZero, null), (VetoPrimary.PionZero, Protons),
        (VetoPrimary.Photon, null), (VetoPrimary.Photon, null), (VetoPrimary.Photon, Protons), (VetoPrimary.Electron, null), (VetoPrimary.Pair, null), (VetoPrimary.Pair, Protons),
    ];

    /// <inheritdoc/>
    public string Name => VetoFinder.SecondShowerName;

    /// <inheritdoc/>
    public string Meaning => "1: second photon of a π0; 0: other charge beside a shower";

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => SecondShowerClusters.Names;

    /// <inheritdoc/>
    public BoostSettings Boost { get; } = new() { Rounds = 120, Depth = 4, Eta = 0.08, Gamma = 0.5, RowShare = 0.7, FeatureShare = 0.7, LeastChildWeight = 5.0 };

    /// <inheritdoc/>
    public int Events => 5000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Uses => [ParticleModels.StartName, ParticleModels.ProngName, ParticleModels.PieceName];

    /// <inheritdoc/>
    public IPrimarySource Source(DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new VetoSource(Mixture, card.ActiveVolume.Shrunk(Margin));
    }

    /// <inheritdoc/>
    public Func<EventResult, IReadOnlyList<TrainingRow>> Sampler(DetectorResponse response, ReconstructionSettings settings, ModelFolder models)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return VetoSampler.Of(response, settings, models, new SecondShowerClusters(response, settings.SecondShowers).Search, static truth => truth.OtherPhoton(), "photon");
    }
}
