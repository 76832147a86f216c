using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Learning;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Studies.Training;

/// <summary>The score of particles that are pieces of another, from all ordered pairs of what is found in events of <see cref="InteractionMixture"/> before pieces are joined.</summary>
public sealed class PieceTarget : ITrainingTarget
{
    /// <summary>Share of a particle's charge that must come from one true particle for its pairs to count.</summary>
    private const double Pure = 0.5;

    /// <inheritdoc/>
    public string Name => ParticleModels.PieceName;

    /// <inheritdoc/>
    public string Meaning => "1: a piece of the other, which starts nearer to the true start; 0: a particle of its own, or the beginning";

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => PieceFeatures.Names;

    /// <inheritdoc/>
    public BoostSettings Boost { get; } = new() { Rounds = 150, Depth = 4, Eta = 0.1, Gamma = 1.0, RowShare = 0.8, FeatureShare = 0.7, LeastChildWeight = 5.0 };

    /// <inheritdoc/>
    public int Events => 20_000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Uses => [ParticleModels.StartName, ParticleModels.ProngName];

    /// <inheritdoc/>
    public IPrimarySource Source(DetectorCard card) => new InteractionMixture(card);

    /// <inheritdoc/>
    public Func<EventResult, IReadOnlyList<TrainingRow>> Sampler(DetectorResponse response, ReconstructionSettings settings, ModelFolder models)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        ParticleReconstructor reconstructor = new(response, settings, ParticleModels.LoadWithoutPiece(models));
        TruthMatcher matcher = new(response);
        return result =>
        {
            FoundParticles found = reconstructor.Find(result.Signals);
            if (found.Particles.Count < 2)
            {
                return [];
            }

            SimulatedEvent simulated = result.Simulated;
            TruthTable truth = matcher.Match(simulated.Particles, simulated.Deposits, result.BeamParticles, found.Hits, TrueOwners.Prongs(simulated.Particles)).At(found.Points);
            Dictionary<int, SpaceVector> starts = TrueProng.Of(simulated, response.Card.ActiveVolume)
                .Where(static p => p.Start is not null).ToDictionary(static p => p.Particle, static p => p.Start!.Value);
            TruthMatch[] matches = [.. found.Particles.Select(p => truth.Match(p.Points))];
            List<TrainingRow> rows = [];
            for (int whole = 0; whole < matches.Length; whole++)
            {
                for (int piece = 0; piece < matches.Length; piece++)
                {
                    if (piece != whole && matches[whole].Purity > Pure && matches[piece].Purity > Pure)
                    {
                        bool label = matches[whole].TrueParticle is { } own && own == matches[piece].TrueParticle && starts.TryGetValue(own, out SpaceVector start)
                            && (found.Particles[whole].Start - start).Length <= (found.Particles[piece].Start - start).Length;
                        rows.Add(new TrainingRow(PieceFeatures.Of(found.Points, found.Particles[whole], found.Particles[piece], found.Particles), label, InteractionMixture.Kind(result.Index), result.BeamGiven));
                    }
                }
            }

            return rows;
        };
    }
}
