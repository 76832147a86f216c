using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction;

/// <summary>From the wire signals of an event to hits, space points and what of these is connected. Holds buffers: one per thread.</summary>
public sealed class PointReconstructor
{
    private readonly HitFinder hits;
    private readonly SpacePointFinder points;
    private readonly double link;

    /// <summary>Prepares for a detector.</summary>
    public PointReconstructor(DetectorResponse response, ReconstructionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        hits = new HitFinder(response, settings.Deconvolution, settings.Hits);
        points = new SpacePointFinder(response, settings.Points);
        link = settings.Link;
    }

    /// <summary>Finds hits, in order of plane, wire and time, and points.</summary>
    /// <param name="signals">The event's regions of interest.</param>
    public (IReadOnlyList<Hit> Hits, PointCloud Cloud) Find(WireSignals signals)
    {
        List<Hit> foundHits = [];
        List<SpacePoint> foundPoints = [];
        hits.Find(signals, foundHits);
        points.Find(foundHits, foundPoints);
        return (foundHits, new PointCloud(foundPoints, link));
    }
}
