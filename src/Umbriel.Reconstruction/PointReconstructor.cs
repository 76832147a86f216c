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
    /// <param name="within">Where they are looked for; everywhere if not given.</param>
    /// <returns>Hits, points, and hits without a point that may be of charge elsewhere.</returns>
    public (IReadOnlyList<Hit> Hits, PointCloud Cloud, IReadOnlyList<int> Outside) Find(WireSignals signals, Region? within = null)
    {
        List<Hit> foundHits = [];
        List<SpacePoint> foundPoints = [];
        List<int> outside = [];
        hits.Find(signals, foundHits, within);
        points.Find(foundHits, foundPoints, within, outside);
        return (foundHits, new PointCloud(foundPoints, link), outside);
    }
}
