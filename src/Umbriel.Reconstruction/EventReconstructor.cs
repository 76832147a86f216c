using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction;

/// <summary>From the wire signals of an event to what was found in it. Holds buffers: one per thread. The result depends on detector, settings and signals alone.</summary>
public sealed class EventReconstructor
{
    private readonly HitFinder hits;
    private readonly SpacePointFinder points;
    private readonly ParticleFinder particles;
    private readonly double link;

    /// <summary>Prepares for a detector.</summary>
    public EventReconstructor(DetectorResponse response, ReconstructionSettings settings, ParticleModels models)
    {
        ArgumentNullException.ThrowIfNull(settings);
        hits = new HitFinder(response, settings.Deconvolution, settings.Hits);
        points = new SpacePointFinder(response, settings.Points);
        particles = new ParticleFinder(settings.Particles, models);
        link = settings.Link;
    }

    /// <summary>Reconstructs an event.</summary>
    /// <param name="signals">Its regions of interest.</param>
    /// <param name="number">Number of the event in its run.</param>
    /// <param name="weight">Weight of the event.</param>
    public ReconstructedEvent Reconstruct(WireSignals signals, int number, double weight)
    {
        List<Hit> foundHits = [];
        List<SpacePoint> foundPoints = [];
        hits.Find(signals, foundHits);
        points.Find(foundHits, foundPoints);
        int[] fragments = new int[foundPoints.Count];
        PointCloud cloud = new(foundPoints, link);
        for (int k = 0; k < cloud.Fragments.Count; k++)
        {
            foreach (int point in cloud.Fragments[k])
            {
                fragments[point] = k;
            }
        }

        return new ReconstructedEvent(number, weight, foundHits, foundPoints, fragments, particles.Find(cloud));
    }
}
