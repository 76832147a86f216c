using Umbriel.Core;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>How a particle lies to a vertex.</summary>
/// <param name="ConversionDistance">From the vertex to the particle's start, cm.</param>
/// <param name="ImpactParameter">Distance of the line through start and direction, without end either way, from the vertex, cm.</param>
/// <param name="ImpliedDirection">From the vertex to the start, of length 1; missing where they are one place.</param>
public readonly record struct VertexRelation(double ConversionDistance, double ImpactParameter, SpaceVector? ImpliedDirection)
{
    /// <summary>Works it out.</summary>
    public static VertexRelation Of(Particle particle, SpaceVector vertex)
    {
        ArgumentNullException.ThrowIfNull(particle);
        SpaceVector d = particle.Start - vertex;
        double distance = d.Length;
        return new VertexRelation(distance, d.Across(particle.Direction), distance > 0.0 ? d.Unit() : null);
    }
}
