using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction;

/// <summary>Hits, points and particles of an event.</summary>
/// <param name="Hits">Hits in order of plane, wire and time.</param>
/// <param name="Points">Space points.</param>
/// <param name="Particles">Particles, of most charge first.</param>
public sealed record FoundParticles(IReadOnlyList<Hit> Hits, IReadOnlyList<SpacePoint> Points, IReadOnlyList<Particle> Particles);

/// <summary>From the wire signals of an event without cosmic rays to particles, not yet measured: what models of later steps are trained with. Holds buffers: one per thread.</summary>
public sealed class ParticleReconstructor
{
    private readonly PointReconstructor points;
    private readonly ParticleFinder particles;

    /// <summary>Prepares for a detector.</summary>
    public ParticleReconstructor(DetectorResponse response, ReconstructionSettings settings, ParticleModels models)
    {
        ArgumentNullException.ThrowIfNull(settings);
        points = new PointReconstructor(response, settings);
        particles = new ParticleFinder(settings.Particles, models);
    }

    /// <summary>Finds the particles.</summary>
    /// <param name="signals">The event's regions of interest.</param>
    public FoundParticles Find(WireSignals signals)
    {
        (IReadOnlyList<Hit> hits, PointCloud cloud, _) = points.Find(signals);
        return new FoundParticles(hits, cloud.Points, particles.Find(cloud));
    }
}
