using Umbriel.Core;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Vertices;

/// <summary>Which particle made which: one that starts where another ends (a Michel electron, the products of a reaction) is its child.</summary>
public static class Hierarchy
{
    /// <summary>Largest distance, cm, between the end of a parent and the start of its child.</summary>
    private const double Near = 3.0;

    /// <summary>The parent of each particle; null for those from the vertex and for those of unknown origin.</summary>
    /// <param name="particles">The particles, each from its start.</param>
    /// <param name="vertex">The vertex, cm.</param>
    public static IReadOnlyList<int?> Parents(IReadOnlyList<Particle> particles, SpaceVector vertex)
    {
        ArgumentNullException.ThrowIfNull(particles);
        int?[] parents = new int?[particles.Count];
        for (int i = 0; i < parents.Length; i++)
        {
            double nearest = Math.Min(Near, (particles[i].Start - vertex).Length);
            for (int j = 0; j < parents.Length; j++)
            {
                double distance = (particles[j].End - particles[i].Start).Length;
                if (j != i && distance < nearest && parents[j] != i)
                {
                    (parents[i], nearest) = (j, distance);
                }
            }
        }

        return parents;
    }
}
