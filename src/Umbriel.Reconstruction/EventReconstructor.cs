using Umbriel.Core.Events;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;
using Umbriel.Reconstruction.Slices;

namespace Umbriel.Reconstruction;

/// <summary>From the wire signals of an event to what was found in it. Holds buffers: one per thread. The result depends on detector, settings, models and signals alone.</summary>
public sealed class EventReconstructor
{
    /// <summary>Cosmic score above which a slice's hits are not looked at for second photons and protons.</summary>
    private const double Cosmic = 0.5;

    private readonly PointReconstructor points;
    private readonly SliceFinder slices;
    private readonly ParticleFinder particles;
    private readonly InteractionMeasurer measurer;

    /// <summary>Prepares for a detector.</summary>
    public EventReconstructor(DetectorResponse response, ReconstructionSettings settings, ReconstructionModels models)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(models);
        points = new PointReconstructor(response, settings);
        slices = new SliceFinder(response, settings.Slices);
        particles = new ParticleFinder(settings.Particles, models.Particles);
        measurer = new InteractionMeasurer(response, settings, models);
    }

    /// <summary>Reconstructs an event.</summary>
    /// <param name="signals">Its regions of interest.</param>
    /// <param name="flashes">Its flashes; null if light was not looked at.</param>
    /// <param name="number">Number of the event in its run.</param>
    /// <param name="label">What the event is in truth and what it counts: passed on.</param>
    public ReconstructedEvent Reconstruct(WireSignals signals, IReadOnlyList<Flash>? flashes, int number, EventLabel label)
    {
        if (slices.Within(flashes) is not { } region)
        {
            return new ReconstructedEvent(number, label, [], [], [], new SliceResult([], null, SliceOutcome.NoFlash, []), null);
        }

        (IReadOnlyList<Hit> hits, PointCloud cloud, IReadOnlyList<int> outside) = points.Find(signals, region);
        SliceResult sliced = slices.Find(cloud, flashes, region);
        int[] fragments = new int[cloud.Points.Count];
        for (int k = 0; k < cloud.Fragments.Count; k++)
        {
            foreach (int point in cloud.Fragments[k])
            {
                fragments[point] = k;
            }
        }

        Interaction? interaction = null;
        if (sliced.Neutrino is { } chosen)
        {
            IReadOnlyList<Particle> found = particles.Find(cloud, [.. sliced.Slices[chosen].Fragments.Select(f => cloud.Fragments[f])]);
            interaction = measurer.Measure(hits, cloud.Points, found, [.. Foreign(hits.Count, cloud.Points, sliced), .. outside]);
        }

        return new ReconstructedEvent(number, label, hits, cloud.Points, fragments, sliced, interaction);
    }

    /// <summary>Hits with points of cosmic slices and none of the neutrino's.</summary>
    private static List<int> Foreign(int hits, IReadOnlyList<SpacePoint> points, SliceResult sliced)
    {
        bool[] cosmic = new bool[hits];
        bool[] own = new bool[hits];
        for (int i = 0; i < points.Count; i++)
        {
            bool isCosmic = sliced.Slices[sliced.OfPoint[i]].CosmicScore > Cosmic;
            for (int plane = 0; plane < 3; plane++)
            {
                if (points[i].Hit(plane) is >= 0 and var hit)
                {
                    cosmic[hit] |= isCosmic;
                    own[hit] |= sliced.IsNeutrino(i);
                }
            }
        }

        return [.. Enumerable.Range(0, hits).Where(i => cosmic[i] && !own[i])];
    }
}
