using Umbriel.Core;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Veto;

/// <summary>What the searches for a second shower and for stubs start from.</summary>
/// <param name="Hits">All hits, in order of plane, wire and time.</param>
/// <param name="Points">Space points.</param>
/// <param name="Primary">The shower whose company is looked for.</param>
/// <param name="Others">Other particles that count on their own: their hits are not looked at. Particles that are in neither place are leftovers like hits without one.</param>
/// <param name="Foreign">Hits known to come from elsewhere, as from cosmic muons.</param>
/// <param name="Vertex">The vertex, where one was found apart from the shower's start.</param>
public sealed record VetoEvent(
    IReadOnlyList<Hit> Hits, IReadOnlyList<SpacePoint> Points, Particle Primary, IReadOnlyList<Particle> Others, IReadOnlyList<int> Foreign, SpaceVector? Vertex)
{
    /// <summary>Whether each hit has a point of one of the particles.</summary>
    public bool[] Owned(IEnumerable<Particle> particles) => Used(particles.SelectMany(static p => p.Points));

    /// <summary>Whether each hit belongs to a particle that counts or comes from elsewhere.</summary>
    internal bool[] SetAside()
    {
        bool[] aside = Owned(Others);
        foreach (int hit in Foreign)
        {
            aside[hit] = true;
        }

        return aside;
    }

    /// <summary>Whether each hit has one of the points.</summary>
    internal bool[] Used(IEnumerable<int> points)
    {
        bool[] used = new bool[Hits.Count];
        foreach (int i in points)
        {
            for (int plane = 0; plane < 3; plane++)
            {
                if (Points[i].Hit(plane) is >= 0 and int hit)
                {
                    used[hit] = true;
                }
            }
        }

        return used;
    }
}
