using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>
/// Energy and dE/dx of particles from the charge of their hits. In a plane's view the charge of a shower is that of its shares of
/// hits and of strays; where the plane's wire is dead, the charge of the points, which the other planes gave. Immutable; threads share it.
/// </summary>
public sealed class Calorimeter
{
    private const double Clear = 1.0;

    private readonly DetectorResponse response;
    private readonly CalorimetrySettings settings;
    private readonly int collection;
    private readonly ShowerCalibration calibration;
    private readonly Ionisation ionisation;
    private readonly StartLossFinder starts;
    private readonly TrackCalorimeter tracks;

    /// <summary>Prepares for a detector.</summary>
    /// <exception cref="UserErrorException">The calibration is for another number of planes.</exception>
    public Calorimeter(DetectorResponse response, CalorimetrySettings settings, ShowerCalibration calibration)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(calibration);
        if (calibration.Planes.Count != response.Planes.Count)
        {
            throw new UserErrorException("shower calibration", "planes", $"{calibration.Planes.Count} lines", $"{response.Planes.Count}, as many as the detector has planes");
        }

        this.response = response;
        this.settings = settings;
        collection = response.Card.Planes.Select(static p => p.Signal).ToList().IndexOf(PlaneSignal.Collection);
        this.calibration = calibration;
        ionisation = new Ionisation(response, settings);
        starts = new StartLossFinder(response, ionisation, settings);
        tracks = new TrackCalorimeter(response, ionisation, settings);
    }

    /// <summary>Measures a particle as a shower.</summary>
    /// <param name="particle">The particle.</param>
    /// <param name="points">Points of the event.</param>
    /// <param name="hits">Hits of the event.</param>
    /// <param name="shares">The particle's shares of them.</param>
    /// <param name="strays">Strays given to it.</param>
    public ShowerMeasurement MeasureShower(Particle particle, IReadOnlyList<SpacePoint> points, IReadOnlyList<Hit> hits, IReadOnlyList<HitShare> shares, IReadOnlyList<Stray> strays)
    {
        ArgumentNullException.ThrowIfNull(particle);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(strays);
        int planes = response.Planes.Count;
        int[] counts = new int[planes];
        double[] sums = new double[planes];
        double widths = 0.0;
        int collected = 0;
        foreach (HitShare share in shares)
        {
            Hit hit = hits[share.Hit];
            counts[hit.Plane]++;
            sums[hit.Plane] += ionisation.ShowerEnergy(share.Charge, share.Place.X);
            if (hit.Plane == collection)
            {
                widths += hit.Width;
                collected++;
            }
        }

        foreach (Stray stray in strays)
        {
            sums[hits[stray.Hit].Plane] += ionisation.ShowerEnergy(stray.Charge, stray.X);
        }

        double[] dead = new double[planes];
        foreach (int i in particle.Points)
        {
            for (int plane = 0; plane < planes; plane++)
            {
                dead[plane] += points[i].Hit(plane) < 0 ? ionisation.ShowerEnergy(points[i].Charge, points[i].X) : 0.0;
            }
        }

        double?[] raw = [.. sums.Select((e, plane) => counts[plane] > 0 ? e + dead[plane] : (double?)null)];
        double?[] energies = [.. raw.Select((e, plane) => e is { } value ? calibration.Planes[plane].Energy(value) : (double?)null)];
        int? chosen = Choose(raw, dead);
        double? energy = chosen is { } best ? energies[best] : null;
        return new ShowerMeasurement(
            raw,
            energies,
            chosen,
            energy,
            starts.Find(particle, points, hits, shares),
            OpeningAngle(particle, points),
            counts,
            collected > 0 ? widths / collected : null,
            energy * planes / Math.Max(1, counts.Sum()));
    }

    /// <summary>Measures a particle as a track.</summary>
    /// <inheritdoc cref="MeasureShower"/>
    public TrackMeasurement MeasureTrack(Particle particle, IReadOnlyList<SpacePoint> points, IReadOnlyList<Hit> hits, IReadOnlyList<HitShare> shares)
    {
        ArgumentNullException.ThrowIfNull(particle);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(shares);
        return tracks.Measure(particle, points, hits, shares);
    }

    private static double? OpeningAngle(Particle particle, IReadOnlyList<SpacePoint> points)
    {
        double sum = 0.0;
        double charge = 0.0;
        foreach (int i in particle.Points)
        {
            SpaceVector d = points[i].Place - particle.Start;
            double distance = d.Length;
            if (distance > Clear)
            {
                sum += points[i].Charge * Math.Acos(Math.Clamp(d.Dot(particle.Direction) / distance, -1.0, 1.0));
                charge += points[i].Charge;
            }
        }

        return charge > 0.0 ? sum / charge * 180.0 / Math.PI : null;
    }

    /// <summary>The plane whose energy counts: collection, which measures best, unless too much of the shower is on its dead wires.</summary>
    private int? Choose(double?[] raw, double[] dead)
    {
        int? best = null;
        double least = double.PositiveInfinity;
        for (int plane = 0; plane < raw.Length; plane++)
        {
            if (raw[plane] is { } energy)
            {
                double share = dead[plane] / energy;
                if (plane == collection && share <= settings.MostDead)
                {
                    return plane;
                }

                if (share < least)
                {
                    (best, least) = (plane, share);
                }
            }
        }

        return best;
    }
}
