using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Slices;

/// <summary>
/// Slices: fragments that belong together, and which of them the neutrino made. Pieces of a track are joined; what goes
/// through or came at another time is cosmic and takes the small fragments around it (delta rays, bremsstrahlung, Michel
/// electrons); the others take each other over longer gaps. The neutrino's is, of those that are not cosmic, the one whose
/// charge could have made the flash in the beam gate, with others near it as far as they bring charge and light closer together.
/// Immutable; threads share it. The result depends on cloud and flashes alone.
/// </summary>
public sealed class SliceFinder
{
    private readonly SliceSettings settings;
    private readonly DetectorResponse response;
    private readonly LightPrediction light;
    private readonly Lazy<FlashOrigin> origin;

    /// <summary>Prepares for a detector.</summary>
    public SliceFinder(DetectorResponse response, SliceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        this.response = response;
        light = new LightPrediction(response, settings.LightScale);
        origin = new Lazy<FlashOrigin>(() => new FlashOrigin(response.Card, settings.PlaceSpread));
    }

    /// <summary>Where points need to be looked for: around the flash in the gate if the settings say so and light is known, everywhere otherwise; null if there is no such flash.</summary>
    public Region? Within(IReadOnlyList<Flash>? flashes) =>
        settings.FlashReach is not { } reach || flashes is null ? Region.All
        : InGate(flashes) is { Position: { } place } flash && origin.Value.Z(place, flash.PhotoElectrons) is var z ? new Region(z - reach, z + reach)
        : null;

    /// <summary>Finds the slices of an event.</summary>
    /// <param name="cloud">Its points.</param>
    /// <param name="flashes">Its flashes; null if its light is not known, so that charge alone must tell.</param>
    /// <param name="within">Where points were looked for, everywhere if not given: what goes beyond may go on.</param>
    public SliceResult Find(PointCloud cloud, IReadOnlyList<Flash>? flashes, Region? within = null)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        if (cloud.Points.Count == 0)
        {
            return new SliceResult([], null, SliceOutcome.NoPoints, []);
        }

        List<(double Distance, int A, int B)> pairs = FragmentDistances.Within(cloud, settings.Reach);
        DisjointSets groups = new(cloud.Fragments.Count);
        CosmicEvidence evidence = new(response, settings, within ?? Region.All);
        double[] scores = Join(cloud, groups, pairs, evidence);
        List<SliceCandidate> candidates = Candidates(cloud, groups, scores, evidence);
        FlashMatch? match = InGate(flashes ?? []) is { } flash ? new FlashMatch(light, flash, settings) : null;
        SliceCandidate? chosen = flashes is null ? SliceParts.WithoutLight(candidates, settings) : match?.Best(candidates);
        SliceOutcome outcome = chosen is not null ? SliceOutcome.Found
            : flashes is not null && match is null ? SliceOutcome.NoFlash
            : candidates.TrueForAll(c => c.Score > settings.LargestScore) ? SliceOutcome.AllCosmic
            : SliceOutcome.NoMatch;
        return Result(cloud, candidates, chosen, outcome, match);
    }

    /// <summary>The brightest flash in the gate.</summary>
    private Flash? InGate(IReadOnlyList<Flash> flashes)
    {
        Flash? brightest = null;
        foreach (Flash flash in flashes)
        {
            if (flash.IsWithin(settings.GateStart, settings.GateEnd) && flash.PhotoElectrons >= settings.LeastLight && !(flash.PhotoElectrons <= brightest?.PhotoElectrons))
            {
                brightest = flash;
            }
        }

        return brightest;
    }

    /// <summary>Joins fragments; returns the score of each group at its root.</summary>
    private double[] Join(PointCloud cloud, DisjointSets groups, List<(double Distance, int A, int B)> pairs, CosmicEvidence evidence)
    {
        ChargeShape[] shapes = [.. cloud.Fragments.Select(f => ChargeShape.Of(cloud.Points, f))];
        TrackLines.Join(groups, shapes, settings);
        double[] scores = new double[shapes.Length];
        double[] charges = new double[shapes.Length];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, shapes.Length).GroupBy(groups.Root))
        {
            scores[group.Key] = evidence.Score(cloud.Points, [.. group.SelectMany(f => cloud.Fragments[f])]);
            charges[group.Key] = group.Sum(f => shapes[f].Charge);
        }

        // Nearest first, cosmic fragments reaching less far than others.
        List<(double Order, double Distance, int A, int B)> queue = [.. pairs.Select(p => (p.Distance / (IsCosmic(p.A) || IsCosmic(p.B) ? settings.CosmicReach : settings.Reach), p.Distance, p.A, p.B))];
        queue.Sort();
        foreach ((_, double distance, int first, int second) in queue)
        {
            (int a, int b) = (groups.Root(first), groups.Root(second));
            (bool cosmicA, bool cosmicB) = (IsCosmic(a), IsCosmic(b));
            double own = Math.Min(cosmicA ? double.PositiveInfinity : charges[a], cosmicB ? double.PositiveInfinity : charges[b]);
            bool apart = cosmicA && cosmicB
                ? distance > settings.Touch
                : (cosmicA || cosmicB) && distance > (own < settings.OwnCharge ? settings.CosmicReach : settings.Touch);
            if (a == b || apart)
            {
                continue;
            }

            groups.Join(a, b);
            int root = groups.Root(a);
            (scores[root], charges[root]) = (Math.Max(scores[a], scores[b]), charges[a] + charges[b]);
        }

        return scores;

        bool IsCosmic(int fragment) => scores[groups.Root(fragment)] > settings.LargestScore;
    }

    private List<SliceCandidate> Candidates(PointCloud cloud, DisjointSets groups, double[] scores, CosmicEvidence evidence)
    {
        List<SliceCandidate> candidates = [];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, cloud.Fragments.Count).GroupBy(groups.Root))
        {
            List<int> points = [.. group.SelectMany(f => cloud.Fragments[f]).Order()];
            ChargeShape shape = ChargeShape.Of(cloud.Points, points);
            candidates.Add(new SliceCandidate
            {
                Points = points,
                Fragments = [.. group],
                Charge = shape.Charge,
                Score = Math.Max(scores[group.Key], evidence.Score(cloud.Points, points)),
                Light = light.Of(cloud.Points, points),
                Centre = shape.Centre,
            });
        }

        return candidates;
    }

    private static SliceResult Result(PointCloud cloud, List<SliceCandidate> candidates, SliceCandidate? chosen, SliceOutcome outcome, FlashMatch? match)
    {
        List<SliceCandidate> all = chosen is null ? candidates : [.. candidates.Where(c => !chosen.Parts.Contains(c)), chosen];
        all.Sort(static (a, b) => (-a.Charge, a.Points[0]).CompareTo((-b.Charge, b.Points[0])));
        int[] ofPoint = new int[cloud.Points.Count];
        for (int k = 0; k < all.Count; k++)
        {
            foreach (int point in all[k].Points)
            {
                ofPoint[point] = k;
            }
        }

        List<Slice> slices = [.. all.Select(c => new Slice(c.Points, c.Fragments, c.Charge, c.Score, c.Light.Total, match?.Ratio(c.Light), match?.Pull(c.Light)))];
        return new SliceResult(slices, chosen is null ? null : all.IndexOf(chosen), outcome, ofPoint);
    }
}
