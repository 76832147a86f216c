using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>Charge of a hit that no particle has, given to a shower.</summary>
/// <param name="Hit">Index of the hit.</param>
/// <param name="Charge">Electrons.</param>
/// <param name="X">Where it set out, cm.</param>
public readonly record struct Stray(int Hit, double Charge, double X);

/// <summary>
/// Soft photons and electrons of a shower leave hits here and there that make no space point or join no particle: some 15% of its
/// charge. Each view of a shower has a cone around the projected direction; what no particle has of a hit within goes to the
/// shower in whose cone it lies nearest the axis. It counts for the energy alone. Immutable; threads share it.
/// </summary>
public sealed class StrayCharge
{
    private readonly DetectorResponse response;
    private readonly CalorimetrySettings settings;
    private readonly double ticksToCm;
    private readonly double preSample;

    /// <summary>Prepares for a detector.</summary>
    public StrayCharge(DetectorResponse response, CalorimetrySettings settings)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        this.response = response;
        this.settings = settings;
        ticksToCm = response.Drift.Speed * response.Card.Readout.TickNs;
        preSample = response.Card.Readout.PreSample * 1e6 / response.Card.Readout.TickNs;
    }

    /// <summary>Strays of each shower, in order of hits.</summary>
    /// <param name="showers">The showers.</param>
    /// <param name="hits">Hits of the event.</param>
    /// <param name="shares">How they are split among all of its particles.</param>
    /// <param name="barred">Hits that are not to be given: those of cosmic rays.</param>
    public IReadOnlyList<IReadOnlyList<Stray>> Assign(IReadOnlyList<Particle> showers, IReadOnlyList<Hit> hits, HitShares shares, IReadOnlySet<int> barred)
    {
        ArgumentNullException.ThrowIfNull(showers);
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(barred);
        List<Stray>[] strays = [.. showers.Select(static _ => new List<Stray>())];
        Cone[,] cones = new Cone[showers.Count, response.Planes.Count];
        for (int k = 0; k < showers.Count; k++)
        {
            for (int plane = 0; plane < response.Planes.Count; plane++)
            {
                cones[k, plane] = new Cone(showers[k], response.Planes[plane], settings);
            }
        }

        for (int i = 0; i < hits.Count; i++)
        {
            double left = shares.Left(i);
            if (left <= 0.0 || barred.Contains(i))
            {
                continue;
            }

            WirePlane wires = response.Planes[hits[i].Plane];
            double w = wires.Coordinate(hits[i].Wire);
            double x = response.Drift.X((hits[i].Time - preSample) * ticksToCm);
            int nearest = -1;
            double least = 1.0;
            for (int k = 0; k < showers.Count; k++)
            {
                double distance = cones[k, hits[i].Plane].Distance(w, x);
                if (distance < least)
                {
                    (nearest, least) = (k, distance);
                }
            }

            if (nearest >= 0)
            {
                strays[nearest].Add(new Stray(i, left, x));
            }
        }

        return strays;
    }

    /// <summary>The cone of a shower in one view: pitch coordinate and x.</summary>
    private readonly struct Cone
    {
        private readonly double w;
        private readonly double x;
        private readonly double dw;
        private readonly double dx;
        private readonly double low;
        private readonly double high;
        private readonly double radius;
        private readonly double slope;

        public Cone(Particle shower, WirePlane wires, CalorimetrySettings settings)
        {
            (w, x) = (wires.Coordinate(shower.Start.Y, shower.Start.Z), shower.Start.X);
            (double a, double b) = (wires.Coordinate(shower.Direction.Y, shower.Direction.Z), shower.Direction.X);
            double norm = Math.Sqrt((a * a) + (b * b));
            (dw, dx) = norm > 0.0 ? (a / norm, b / norm) : (1.0, 0.0);
            low = -settings.StrayBehind;
            high = (norm * shower.Length) + settings.StrayBeyond;
            radius = settings.StrayRadius;
            slope = settings.StraySlope;
        }

        /// <summary>Distance from the axis over the cone's radius there; infinite before and behind the cone.</summary>
        public double Distance(double atW, double atX)
        {
            double along = ((atW - w) * dw) + ((atX - x) * dx);
            double across = Math.Abs(((atW - w) * dx) - ((atX - x) * dw));
            return along > low && along < high ? across / (radius + (slope * Math.Max(0.0, along))) : double.PositiveInfinity;
        }
    }
}
