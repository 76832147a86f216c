using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>
/// dE/dx at the start of a shower. In a view: hits within a box of 1 × 4 cm along the projected direction, the charge of each wire
/// over pitch/|cos|, cos the share of the direction along the plane's pitch direction, and the median over wires (MicroBooNE's way,
/// which takes hits one by one). In space: the charge of points near the axis in pieces of its first 4 cm, and the median over pieces.
/// </summary>
internal sealed class StartLossFinder
{
    private readonly DetectorResponse response;
    private readonly Ionisation ionisation;
    private readonly CalorimetrySettings settings;
    private readonly double ticksToCm;
    private readonly double preSample;

    public StartLossFinder(DetectorResponse response, Ionisation ionisation, CalorimetrySettings settings)
    {
        this.response = response;
        this.ionisation = ionisation;
        this.settings = settings;
        ticksToCm = response.Drift.Speed * response.Card.Readout.TickNs;
        preSample = response.Card.Readout.PreSample * 1e6 / response.Card.Readout.TickNs;
    }

    public StartLoss Find(Particle particle, IReadOnlyList<SpacePoint> points, IReadOnlyList<Hit> hits, IReadOnlyList<HitShare> shares)
    {
        double?[] planes = new double?[response.Planes.Count];
        double sum = 0.0;
        double weights = 0.0;
        for (int plane = 0; plane < planes.Length; plane++)
        {
            double cosine = Math.Abs(response.Planes[plane].Coordinate(particle.Direction.Y, particle.Direction.Z));
            planes[plane] = InView(plane, cosine, particle, hits, shares);
            if (planes[plane] is { } loss)
            {
                double weight = cosine * (response.Card.Planes[plane].Signal == PlaneSignal.Collection ? settings.CollectionWeight : 1.0);
                sum += weight * loss;
                weights += weight;
            }
        }

        return new StartLoss(planes, weights > 0.0 ? sum / weights : null, InSpace(particle, points));
    }

    private double? InView(int plane, double cosine, Particle particle, IReadOnlyList<Hit> hits, IReadOnlyList<HitShare> shares)
    {
        WirePlane wires = response.Planes[plane];
        double w = wires.Coordinate(particle.Start.Y, particle.Start.Z);
        (double dw, double dx) = (wires.Coordinate(particle.Direction.Y, particle.Direction.Z), particle.Direction.X);
        double norm = Math.Sqrt((dw * dw) + (dx * dx));
        if (cosine < settings.LeastCosine || DeadShare(plane, w, w + (settings.StartLength * dw / norm)) > settings.DeadShare)
        {
            return null;
        }

        double pitch = wires.Pitch / cosine;
        List<double> losses = [];
        int wire = -1;
        double charge = 0.0;
        foreach (HitShare share in shares)
        {
            Hit hit = hits[share.Hit];
            double alongWires = wires.Coordinate(hit.Wire) - w;
            double alongDrift = response.Drift.X((hit.Time - preSample) * ticksToCm) - particle.Start.X;
            double along = ((alongWires * dw) + (alongDrift * dx)) / norm;
            double across = ((alongWires * dx) - (alongDrift * dw)) / norm;
            if (hit.Plane != plane || along < 0.0 || along > settings.StartLength || Math.Abs(across) > 0.5 * settings.StartWidth)
            {
                continue;
            }

            if (hit.Wire != wire && wire >= 0)
            {
                losses.Add(ionisation.StartLoss(charge, particle.Start.X, pitch));
                charge = 0.0;
            }

            wire = hit.Wire;
            charge += share.Charge;
        }

        if (wire >= 0)
        {
            losses.Add(ionisation.StartLoss(charge, particle.Start.X, pitch));
        }

        return losses.Count >= settings.FewestWires ? Quantile.Median(losses) : null;
    }

    /// <summary>Share of dead wires between two pitch coordinates; those beyond the plane's edge count as dead.</summary>
    private double DeadShare(int plane, double from, double to)
    {
        WirePlane wires = response.Planes[plane];
        int low = (int)Math.Round((Math.Min(from, to) - wires.First) / wires.Pitch);
        int high = (int)Math.Round((Math.Max(from, to) - wires.First) / wires.Pitch);
        int dead = 0;
        for (int wire = low; wire <= high; wire++)
        {
            dead += wire < 0 || wire >= wires.Wires || response.IsDead(plane, wire) ? 1 : 0;
        }

        return (double)dead / (high - low + 1);
    }

    private double? InSpace(Particle particle, IReadOnlyList<SpacePoint> points)
    {
        double[] charges = new double[(int)Math.Round(settings.StartLength / settings.StartPiece)];
        foreach (int i in particle.Points)
        {
            SpaceVector d = points[i].Place - particle.Start;
            double along = d.Dot(particle.Direction);
            int piece = (int)Math.Floor(along / settings.StartPiece);
            if (piece >= 0 && piece < charges.Length && d.Dot(d) - (along * along) <= settings.StartRadius * settings.StartRadius)
            {
                charges[piece] += points[i].Charge;
            }
        }

        List<double> losses = [.. charges.Where(static q => q > 0.0).Select(q => ionisation.StartLoss(q, particle.Start.X, settings.StartPiece))];
        return 2 * losses.Count > charges.Length ? Quantile.Median(losses) : null;
    }
}
