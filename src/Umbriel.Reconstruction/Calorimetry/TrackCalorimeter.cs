using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Heavy;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>
/// dE/dx of a track on each wire, recombination undone, and what follows from it. Its identity is the mean over wires of the last
/// 30 cm, but for the first and last wire, of (ln(dE/dx / expected)/width)², held to a largest value; expected is the mean loss of a muon or proton that
/// stops at the track's end, over the length that the wire sees. Immutable.
/// </summary>
internal sealed class TrackCalorimeter
{
    private readonly DetectorResponse response;
    private readonly Ionisation ionisation;
    private readonly CalorimetrySettings settings;
    private readonly ParticleRange muon;
    private readonly ParticleRange pion;
    private readonly ParticleRange proton;

    public TrackCalorimeter(DetectorResponse response, Ionisation ionisation, CalorimetrySettings settings)
    {
        this.response = response;
        this.ionisation = ionisation;
        this.settings = settings;
        muon = new ParticleRange(ParticleKind.MuonMinus, response.Card.Density);
        pion = new ParticleRange(ParticleKind.PionPlus, response.Card.Density);
        proton = new ParticleRange(ParticleKind.Proton, response.Card.Density);
    }

    public TrackMeasurement Measure(Particle particle, IReadOnlyList<SpacePoint> points, IReadOnlyList<Hit> hits, IReadOnlyList<HitShare> shares)
    {
        Spine spine = new(particle, points, settings.SpineStep);
        List<LossSample> samples = Samples(spine, hits, shares);
        double length = spine.Length;
        int? plane = BestPlane(samples);
        LossSample[] own = [.. samples.Where(s => s.Plane == plane)];
        double? muonForward = Chi2(muon, own, length, reversed: false);
        double? muonBackward = Chi2(muon, own, length, reversed: true);
        double? protonForward = Chi2(proton, own, length, reversed: false);
        double? protonBackward = Chi2(proton, own, length, reversed: true);
        double? muonChi2 = Least(muonForward, muonBackward);
        double? protonChi2 = Least(protonForward, protonBackward);
        return new TrackMeasurement(
            length,
            samples,
            plane,
            plane is null ? null : 1e-3 * length * own.Sum(static s => s.Loss * s.Length) / own.Sum(static s => s.Length),
            length > 0.0 ? muon.Energy(length) : 0.0,
            length > 0.0 ? pion.Energy(length) : 0.0,
            length > 0.0 ? proton.Energy(length) : 0.0,
            muonChi2,
            protonChi2,
            muonChi2 is null ? null : muonChi2 < protonChi2 ? muonBackward < muonForward : protonBackward < protonForward,
            Mean(own.Where(s => s.ResidualRange > 0.5 * length)),
            Mean(own.Where(s => s.ResidualRange <= 0.5 * length)),
            TruncatedMean(own));
    }

    private static double? Least(double? a, double? b) => a is { } x && b is { } y ? Math.Min(x, y) : null;

    private static double? Mean(IEnumerable<LossSample> samples)
    {
        double sum = 0.0;
        int count = 0;
        foreach (LossSample sample in samples)
        {
            sum += sample.Loss;
            count++;
        }

        return count > 0 ? sum / count : null;
    }

    private static double? TruncatedMean(LossSample[] samples)
    {
        if (samples.Length == 0)
        {
            return null;
        }

        double mean = samples.Average(static s => s.Loss);
        double deviation = Math.Sqrt(samples.Average(s => (s.Loss - mean) * (s.Loss - mean)));
        double median = Quantile.Median([.. samples.Select(static s => s.Loss)]);
        return Mean(samples.Where(s => Math.Abs(s.Loss - median) <= deviation)) ?? median;
    }

    /// <summary>One sample for each wire: the sum of the particle's shares on it.</summary>
    private List<LossSample> Samples(Spine spine, IReadOnlyList<Hit> hits, IReadOnlyList<HitShare> shares)
    {
        List<LossSample> samples = [];
        for (int from = 0; from < shares.Count;)
        {
            (int plane, int wire) = (hits[shares[from].Hit].Plane, hits[shares[from].Hit].Wire);
            double charge = 0.0;
            SpaceVector sum = default;
            int to = from;
            for (; to < shares.Count && (hits[shares[to].Hit].Plane, hits[shares[to].Hit].Wire) == (plane, wire); to++)
            {
                charge += shares[to].Charge;
                sum += shares[to].Place * shares[to].Charge;
            }

            from = to;
            SpaceVector place = sum * (1.0 / charge);
            if (spine.At(place) is not var (path, direction))
            {
                continue;
            }

            double cosine = Math.Abs(response.Planes[plane].Coordinate(direction.Y, direction.Z));
            if (cosine >= settings.LeastCosine)
            {
                double length = response.Planes[plane].Pitch / cosine;
                samples.Add(new LossSample(plane, spine.Length - path, length, ionisation.Loss(charge, place.X, length)));
            }
        }

        return samples;
    }

    private int? BestPlane(List<LossSample> samples)
    {
        int[] counts = new int[response.Planes.Count];
        foreach (LossSample sample in samples)
        {
            counts[sample.Plane] += response.Card.Planes[sample.Plane].Signal == PlaneSignal.Collection ? 2 : 1;
        }

        int best = Array.IndexOf(counts, counts.Max());
        return counts[best] > 0 ? best : null;
    }

    private double? Chi2(ParticleRange particle, LossSample[] samples, double length, bool reversed)
    {
        double first = samples.Length > 2 ? samples.Max(static s => s.ResidualRange) : double.PositiveInfinity;
        double last = samples.Length > 2 ? samples.Min(static s => s.ResidualRange) : double.NegativeInfinity;
        double sum = 0.0;
        int count = 0;
        foreach (LossSample sample in samples)
        {
            double residual = reversed ? length - sample.ResidualRange : sample.ResidualRange;
            if (sample.ResidualRange < first && sample.ResidualRange > last && residual <= settings.IdentificationRange)
            {
                double pull = Math.Log(Math.Max(sample.Loss, 0.1) / particle.MeanLoss(Math.Max(residual, 0.5 * sample.Length), sample.Length)) / settings.IdentificationWidth;
                sum += Math.Min(settings.IdentificationLargest, pull * pull);
                count++;
            }
        }

        return count > 0 ? sum / count : null;
    }
}
