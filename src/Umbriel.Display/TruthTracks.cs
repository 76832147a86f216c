using Umbriel.Detector;
using Umbriel.Detector.Simulation;

namespace Umbriel.Display;

/// <summary>A point of a track.</summary>
/// <param name="X">cm.</param>
/// <param name="Y">cm.</param>
/// <param name="Z">cm.</param>
/// <param name="Time">ns.</param>
public readonly record struct TrackPoint(double X, double Y, double Z, double Time);

/// <summary>The way of one particle.</summary>
/// <param name="Particle">Index in the event's list.</param>
/// <param name="Points">At least two points.</param>
public sealed record TruthTrack(int Particle, IReadOnlyList<TrackPoint> Points);

/// <summary>
/// The ways of an event's particles: of charged ones through their deposits, of neutral ones from their start to where what
/// they made begins.
/// </summary>
public static class TruthTracks
{
    /// <summary>Least kinetic energy of a charged particle that is drawn, GeV.</summary>
    public const double LeastCharged = 1e-3;

    /// <summary>Least energy of a neutral one, GeV: below, photons of bremsstrahlung would cover everything.</summary>
    public const double LeastNeutral = 5e-3;

    /// <summary>Points nearer to the last one than this, cm, are left out.</summary>
    private const double Step = 0.15;

    /// <summary>Finds the tracks of an event, in order of their particles.</summary>
    public static IReadOnlyList<TruthTrack> Of(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        List<TrackPoint>?[] ways = new List<TrackPoint>?[stored.Particles.Count];
        for (int i = 0; i < ways.Length; i++)
        {
            ParticleState start = stored.Particles[i].Start;
            bool charged = ParticleStyle.Of((int)start.Kind).Charged;
            if (start.Energy >= (charged ? LeastCharged : LeastNeutral) || i < stored.Summary.Primaries)
            {
                ways[i] = [new TrackPoint(start.X, start.Y, start.Z, start.Time)];
            }

            int parent = stored.Particles[i].Parent;
            if (parent >= 0 && ways[parent] is { } way && !ParticleStyle.Of((int)stored.Particles[parent].Start.Kind).Charged)
            {
                Extend(way, new TrackPoint(start.X, start.Y, start.Z, start.Time), 0.0);
            }
        }

        foreach (Deposit deposit in stored.Deposits)
        {
            if (ways[deposit.Particle] is { } way)
            {
                Extend(way, new TrackPoint(deposit.EndX, deposit.EndY, deposit.EndZ, deposit.Time), Step);
            }
        }

        return [.. ways.Select(static (way, i) => way is { Count: > 1 } ? new TruthTrack(i, way) : null).OfType<TruthTrack>()];
    }

    private static void Extend(List<TrackPoint> way, TrackPoint point, double least)
    {
        TrackPoint last = way[^1];
        double squared = ((point.X - last.X) * (point.X - last.X)) + ((point.Y - last.Y) * (point.Y - last.Y)) + ((point.Z - last.Z) * (point.Z - last.Z));
        if (squared > Math.Max(least * least, 1e-8))
        {
            way.Add(point);
        }
    }
}
