using Umbriel.Learning;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>Gives pieces that were found as particles of their own back to the particle that they come from: the pair that a model likes best first. Immutable.</summary>
/// <param name="model">Scores ordered pairs by <see cref="PieceFeatures"/>.</param>
/// <param name="least">Least score of a piece.</param>
internal sealed class PieceJoiner(BoostedTrees model, double least)
{
    /// <summary>Joins.</summary>
    /// <param name="points">All points.</param>
    /// <param name="particles">The particles; pieces are taken out of it, and what they join is described again.</param>
    public void Join(IReadOnlyList<SpacePoint> points, List<Particle> particles)
    {
        while (Best(points, particles) is var (whole, piece))
        {
            Particle joined = ParticleShape.Describe(points, [.. particles[whole].Points, .. particles[piece].Points], particles[whole].Start);
            particles[whole] = joined;
            particles.RemoveAt(piece);
        }
    }

    private (int Whole, int Piece)? Best(IReadOnlyList<SpacePoint> points, List<Particle> particles)
    {
        (int Whole, int Piece)? best = null;
        double highest = least;
        for (int whole = 0; whole < particles.Count; whole++)
        {
            for (int piece = 0; piece < particles.Count; piece++)
            {
                if (piece != whole && model.Score(PieceFeatures.Of(points, particles[whole], particles[piece], particles)) is var score && score > highest)
                {
                    (best, highest) = ((whole, piece), score);
                }
            }
        }

        return best;
    }
}
