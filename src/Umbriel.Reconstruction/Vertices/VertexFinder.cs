using Umbriel.Core;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Vertices;

/// <summary>
/// The vertex of an interaction: among starts of all particles, ends of tracks, and the points where two showers' lines pass
/// each other behind both starts, the one from which all particles come best. A track costs half the square of its nearer
/// end's distance; a shower that of the impact parameter of its line, and, if it does not begin at the vertex, the way that a
/// photon went; all in units of the expected widths. A single shower has its vertex at its start. Stateless; threads share it.
/// </summary>
public sealed class VertexFinder
{
    private readonly VertexSettings settings;

    /// <summary>Prepares.</summary>
    public VertexFinder(VertexSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
    }

    /// <summary>The vertex; null without particles.</summary>
    /// <param name="particles">Particles of most charge first.</param>
    /// <param name="trackScores">Track score of each.</param>
    public Vertex? Find(IReadOnlyList<Particle> particles, IReadOnlyList<double> trackScores)
    {
        ArgumentNullException.ThrowIfNull(particles);
        ArgumentNullException.ThrowIfNull(trackScores);
        SpaceVector? best = null;
        double least = double.PositiveInfinity;
        foreach (SpaceVector candidate in Candidates(particles, trackScores))
        {
            double cost = 0.0;
            for (int i = 0; i < particles.Count; i++)
            {
                cost += Cost(candidate, particles[i], IsTrack(trackScores[i]));
            }

            if (cost < least)
            {
                (best, least) = (candidate, cost);
            }
        }

        if (best is not { } place)
        {
            return null;
        }

        int attached = Enumerable.Range(0, particles.Count).Count(i => Cost(place, particles[i], IsTrack(trackScores[i])) < settings.Elsewhere);
        return new Vertex(place, attached, [.. particles.Select((p, i) => IsTrack(trackScores[i]) && (p.End - place).Length < (p.Start - place).Length)]);
    }

    private bool IsTrack(double score) => score >= settings.TrackScore;

    private IEnumerable<SpaceVector> Candidates(IReadOnlyList<Particle> particles, IReadOnlyList<double> trackScores)
    {
        for (int i = 0; i < particles.Count; i++)
        {
            yield return particles[i].Start;
            if (IsTrack(trackScores[i]))
            {
                yield return particles[i].End;
            }

            for (int j = 0; j < i; j++)
            {
                if (!IsTrack(trackScores[i]) && !IsTrack(trackScores[j]) && Crossing(particles[i], particles[j]) is { } crossing)
                {
                    yield return crossing;
                }
            }
        }
    }

    private double Cost(SpaceVector vertex, Particle particle, bool track)
    {
        SpaceVector d = particle.Start - vertex;
        double distance = d.Length;
        if (track)
        {
            double near = Math.Min(distance, (particle.End - vertex).Length) / settings.Width;
            return Math.Min(settings.Elsewhere, 0.5 * near * near);
        }

        if (distance < settings.Touching)
        {
            return Math.Min(settings.Elsewhere, 0.5 * distance * distance / (settings.Width * settings.Width));
        }

        double along = d.Dot(particle.Direction);
        double impact = Math.Sqrt(Math.Max(0.0, (distance * distance) - (along * along)));
        double width = settings.Width + (settings.Angle * distance);
        return along <= 0.0 ? settings.Elsewhere : Math.Min(settings.Elsewhere, settings.GapPenalty + (0.5 * impact * impact / (width * width)) + (distance / settings.FreePath));
    }

    /// <summary>Half-way between the points at which two lines are nearest to each other, if these are behind both starts.</summary>
    private static SpaceVector? Crossing(Particle one, Particle two)
    {
        SpaceVector between = one.Start - two.Start;
        double cosine = one.Direction.Dot(two.Direction);
        double a = between.Dot(one.Direction);
        double b = between.Dot(two.Direction);
        double square = 1.0 - (cosine * cosine);
        double first = ((cosine * b) - a) / square;
        double second = (b - (cosine * a)) / square;
        return square > 1e-4 && first < 0.0 && second < 0.0
            ? (one.Start + (one.Direction * first) + two.Start + (two.Direction * second)) * 0.5
            : null;
    }
}
