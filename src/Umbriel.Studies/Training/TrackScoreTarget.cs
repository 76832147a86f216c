using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Learning;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Studies.Training;

/// <summary>
/// The score of tracks against showers, from single particles that start at least 10 cm within the active volume. What 80% of a found particle's
/// charge was left by is its label: Michel electrons and photons of nuclear reactions that are found apart from the track count as showers.
/// What is more of a mixture (a track with a Michel electron that touches) is left out.
/// </summary>
public sealed class TrackScoreTarget : ITrainingTarget
{
    /// <summary>Group of what is found beside the primary: not the particle of most charge, or of the other kind.</summary>
    public const string Beside = "beside";

    /// <summary>Least distance of the start from the faces of the active volume, cm.</summary>
    public const double Margin = 10.0;

    /// <summary>Least share of a row's charge that is of its kind.</summary>
    public const double Purity = 0.8;

    /// <summary>Kinds of particles, equally frequent, with their kinetic energies, GeV: as many showers as tracks.</summary>
    public static IReadOnlyList<(ParticleKind Kind, double Low, double High)> Mixture { get; } =
    [
        (ParticleKind.Electron, 0.02, 1.5), (ParticleKind.Electron, 0.02, 1.5), (ParticleKind.Positron, 0.02, 1.5),
        (ParticleKind.Photon, 0.03, 1.5), (ParticleKind.Photon, 0.03, 1.5), (ParticleKind.Photon, 0.03, 1.5),
        (ParticleKind.MuonMinus, 0.02, 1.5), (ParticleKind.MuonPlus, 0.02, 1.5), (ParticleKind.PionPlus, 0.02, 1.0), (ParticleKind.PionMinus, 0.02, 1.0),
        (ParticleKind.Proton, 0.03, 0.6), (ParticleKind.Proton, 0.03, 0.6),
    ];

    /// <inheritdoc/>
    public string Name => TrackScorer.Name;

    /// <inheritdoc/>
    public string Meaning => "1: track; 0: shower";

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => ParticleFeatures.Names;

    /// <inheritdoc/>
    public BoostSettings Boost { get; } = new() { Rounds = 120, Depth = 4, Eta = 0.12, Gamma = 1.0, RowShare = 0.7, FeatureShare = 0.7, LeastChildWeight = 5.0 };

    /// <inheritdoc/>
    public int Events => 12_000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Uses => [ParticleModels.StartName, ParticleModels.ProngName, ParticleModels.PieceName];

    /// <inheritdoc/>
    public IPrimarySource Source(DetectorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new ParticleMixture(Mixture, card.ActiveVolume.Shrunk(Margin));
    }

    /// <inheritdoc/>
    public Func<EventResult, IReadOnlyList<TrainingRow>> Sampler(DetectorResponse response, ReconstructionSettings settings, ModelFolder models)
    {
        ParticleReconstructor reconstructor = new(response, settings, ParticleModels.Load(models));
        return result =>
        {
            FoundParticles found = reconstructor.Find(result.Signals);
            TrackTruth truth = new(result.Simulated);
            ParticleState primary = result.Simulated.Particles[0].Start;
            bool light = primary.Kind is ParticleKind.Electron or ParticleKind.Positron or ParticleKind.Photon;
            List<TrainingRow> rows = [];
            foreach (Particle particle in found.Particles)
            {
                if (truth.TrackShare(particle, found.Points) is { } share && Math.Max(share, 1.0 - share) >= Purity)
                {
                    bool track = share > 0.5;
                    string group = particle == found.Particles[0] && track != light ? ParticleName.Of(primary.Kind) : Beside;
                    rows.Add(new TrainingRow(ParticleFeatures.Of(particle, found.Points), track, group, primary.Energy));
                }
            }

            return rows;
        };
    }
}
