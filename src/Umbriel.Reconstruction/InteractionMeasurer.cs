using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Calorimetry;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;
using Umbriel.Reconstruction.Vertices;
using Umbriel.Reconstruction.Veto;

namespace Umbriel.Reconstruction;

/// <summary>Scores the particles of an event, finds their vertex, measures them and looks for company that was not found. Holds buffers: one per thread.</summary>
internal sealed class InteractionMeasurer
{
    private readonly DetectorResponse response;
    private readonly VertexSettings settings;
    private readonly TrackScorer tracks;
    private readonly VertexFinder vertices;
    private readonly Calorimeter calorimeter;
    private readonly StrayCharge strays;
    private readonly VetoFinder secondShowers;
    private readonly VetoFinder stubs;

    public InteractionMeasurer(DetectorResponse response, ReconstructionSettings settings, ReconstructionModels models)
    {
        this.response = response;
        this.settings = settings.Vertices;
        tracks = models.Tracks;
        vertices = new VertexFinder(settings.Vertices);
        calorimeter = new Calorimeter(response, settings.Calorimetry, models.Calibration);
        strays = new StrayCharge(response, settings.Calorimetry);
        secondShowers = VetoFinder.OfSecondShowers(response, settings.SecondShowers, models.SecondShower);
        stubs = VetoFinder.OfStubs(response, settings.Stubs, models.Stub);
    }

    /// <summary>Measures what was found.</summary>
    /// <param name="hits">All hits.</param>
    /// <param name="points">All points.</param>
    /// <param name="found">The particles, of most charge first.</param>
    /// <param name="foreign">Hits of other slices.</param>
    /// <returns>Null without particles.</returns>
    public Interaction? Measure(IReadOnlyList<Hit> hits, IReadOnlyList<SpacePoint> points, IReadOnlyList<Particle> found, IReadOnlyList<int> foreign)
    {
        double[] scores = [.. found.Select(p => tracks.Score(p, points))];
        if (vertices.Find(found, scores) is not { } vertex)
        {
            return null;
        }

        Particle[] particles = [.. found.Select((p, i) => vertex.Reversed[i] ? ParticleShape.Describe(points, [.. p.Points], p.End) : p)];
        IReadOnlyList<int?> parents = Hierarchy.Parents(particles, vertex.Place);
        HitShares shares = new(hits, points, particles);
        int[] showers = [.. Enumerable.Range(0, particles.Length).Where(i => scores[i] < settings.TrackScore)];
        IReadOnlyList<IReadOnlyList<Stray>> ofShowers = strays.Assign([.. showers.Select(i => particles[i])], hits, shares, foreign.ToHashSet());
        ParticleMeasurement[] measurements =
        [
            .. particles.Select((particle, i) => new ParticleMeasurement(
                scores[i],
                scores[i] >= settings.TrackScore,
                parents[i],
                calorimeter.MeasureShower(particle, points, hits, shares.Of(i), Array.IndexOf(showers, i) is >= 0 and var k ? ofShowers[k] : []),
                calorimeter.MeasureTrack(particle, points, hits, shares.Of(i)),
                VertexRelation.Of(particle, vertex.Place),
                Surroundings.Of(particle.Start, response))),
        ];
        if (showers.Length == 0)
        {
            return new Interaction(vertex.Place, vertex.Attached, particles, measurements, null, null);
        }

        int primary = showers.MaxBy(i => measurements[i].Shower.Energy ?? 0.0);
        VetoEvent left = new(hits, points, particles[primary], [.. particles.Where((_, i) => i != primary)], foreign, particles.Length > 1 ? vertex.Place : null);
        return new Interaction(vertex.Place, vertex.Attached, particles, measurements, secondShowers.Find(left), stubs.Find(left));
    }
}
