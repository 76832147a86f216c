using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction;

/// <summary>From the wire signals of an event to what was found in it. Holds buffers: one per thread. The result depends on detector, settings, models and signals alone.</summary>
public sealed class EventReconstructor
{
    private readonly PointReconstructor points;
    private readonly ParticleFinder particles;
    private readonly InteractionMeasurer measurer;

    /// <summary>Prepares for a detector.</summary>
    public EventReconstructor(DetectorResponse response, ReconstructionSettings settings, ReconstructionModels models)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(models);
        points = new PointReconstructor(response, settings);
        particles = new ParticleFinder(settings.Particles, models.Particles);
        measurer = new InteractionMeasurer(response, settings, models);
    }

    /// <summary>Reconstructs an event.</summary>
    /// <param name="signals">Its regions of interest.</param>
    /// <param name="number">Number of the event in its run.</param>
    /// <param name="weight">Weight of the event.</param>
    public ReconstructedEvent Reconstruct(WireSignals signals, int number, double weight)
    {
        (IReadOnlyList<Hit> hits, PointCloud cloud) = points.Find(signals);
        int[] fragments = new int[cloud.Points.Count];
        for (int k = 0; k < cloud.Fragments.Count; k++)
        {
            foreach (int point in cloud.Fragments[k])
            {
                fragments[point] = k;
            }
        }

        return new ReconstructedEvent(number, weight, hits, cloud.Points, fragments, measurer.Measure(hits, cloud.Points, particles.Find(cloud), []));
    }
}
