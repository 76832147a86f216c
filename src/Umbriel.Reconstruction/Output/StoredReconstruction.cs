using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Output;

/// <summary>A space point read back from a reconstruction file.</summary>
/// <param name="Point">The point.</param>
/// <param name="Fragment">Its fragment.</param>
/// <param name="Particle">Its particle within the event, if it has one.</param>
public readonly record struct StoredPoint(SpacePoint Point, int Fragment, int? Particle);

/// <summary>A particle read back from a reconstruction file.</summary>
/// <param name="Start">Where it starts, cm.</param>
/// <param name="Direction">Where it goes, of length 1.</param>
/// <param name="Length">Extent along the direction, cm.</param>
/// <param name="Charge">Electrons of its points.</param>
/// <param name="Core">Share of the charge within a centimetre of its axis.</param>
/// <param name="TrackScore">From 0, a shower, to 1, a track; null if the file has none.</param>
/// <param name="Energy">Energy, GeV; null if the file has none.</param>
public sealed record StoredParticle(SpaceVector Start, SpaceVector Direction, double Length, double Charge, double Core, double? TrackScore, double? Energy);

/// <summary>An event read back from a reconstruction file.</summary>
/// <param name="Number">Number of the event in its run.</param>
/// <param name="Label">What the event is in truth and what it counts.</param>
/// <param name="Vertex">Where the interaction was, cm; null if none was found or the file has none.</param>
/// <param name="Hits">Hits in order of plane, wire and time.</param>
/// <param name="Points">Space points.</param>
/// <param name="Particles">Particles, of most charge first.</param>
public sealed record StoredReconstruction(
    int Number,
    EventLabel Label,
    SpaceVector? Vertex,
    IReadOnlyList<Hit> Hits,
    IReadOnlyList<StoredPoint> Points,
    IReadOnlyList<StoredParticle> Particles)
{
    /// <summary>For each hit the particle whose points hold most of it; null for a hit of no particle.</summary>
    public IReadOnlyList<int?> HitParticles()
    {
        int?[] owners = new int?[Hits.Count];
        double[] most = new double[Hits.Count];
        Dictionary<(int Hit, int Particle), double> charges = [];
        foreach (StoredPoint point in Points)
        {
            for (int plane = 0; plane < 3; plane++)
            {
                if (point.Particle is not { } particle || point.Point.Hit(plane) is not (>= 0 and var hit))
                {
                    continue;
                }

                double charge = charges.GetValueOrDefault((hit, particle)) + point.Point.Charge;
                charges[(hit, particle)] = charge;
                if (charge > most[hit])
                {
                    (most[hit], owners[hit]) = (charge, particle);
                }
            }
        }

        return owners;
    }
}
