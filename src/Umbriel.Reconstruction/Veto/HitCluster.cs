using Umbriel.Reconstruction.Hits;

namespace Umbriel.Reconstruction.Veto;

/// <summary>Hits of one plane that belong together, with the moments of their charge.</summary>
/// <param name="Plane">Index of the plane.</param>
/// <param name="Hits">Indices of the hits, in rising order.</param>
/// <param name="EnergyMeV">Energy if it is a shower's, MeV.</param>
/// <param name="Centre">Centre of charge.</param>
/// <param name="Axis">Direction of largest variance, of length 1; its sign means nothing.</param>
/// <param name="Principal">Share of the variance along the axis, 1/2 to 1; 1 for a single place.</param>
/// <param name="Length">Extent along the axis, cm.</param>
/// <param name="Width">Root mean square distance from the axis, cm.</param>
/// <param name="Wires">Number of wires with a hit.</param>
/// <param name="Nearest">Smallest drift distance of a hit, cm.</param>
/// <param name="Farthest">Largest.</param>
public sealed record HitCluster(
    int Plane, IReadOnlyList<int> Hits, double EnergyMeV, ViewPoint Centre, ViewPoint Axis, double Principal, double Length, double Width, int Wires, double Nearest, double Farthest)
{
    /// <summary>Moments of hits of one plane, of which there is at least one.</summary>
    public static HitCluster Of(IReadOnlyList<Hit> hits, IReadOnlyList<int> chosen, ViewGeometry geometry)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(geometry);
        double charge = 0.0;
        ViewPoint centre = default;
        foreach (int i in chosen)
        {
            double q = geometry.EnergyMeV(hits[i]);
            charge += q;
            centre += geometry.Place(hits[i]) * q;
        }

        centre *= 1.0 / charge;
        (double ww, double wd, double dd) = (0.0, 0.0, 0.0);
        foreach (int i in chosen)
        {
            ViewPoint d = geometry.Place(hits[i]) - centre;
            double q = geometry.EnergyMeV(hits[i]) / charge;
            ww += q * d.Wire * d.Wire;
            wd += q * d.Wire * d.Drift;
            dd += q * d.Drift * d.Drift;
        }

        // Eigenvalues of the symmetric 2 × 2 matrix: mean ± half of √((ww − dd)² + 4 wd²).
        double split = Math.Sqrt(((ww - dd) * (ww - dd)) + (4.0 * wd * wd));
        double large = 0.5 * (ww + dd + split);
        double angle = 0.5 * Math.Atan2(2.0 * wd, ww - dd);
        ViewPoint axis = new(Math.Cos(angle), Math.Sin(angle));
        (double low, double high, double nearest, double farthest) = (0.0, 0.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (int i in chosen)
        {
            ViewPoint place = geometry.Place(hits[i]);
            double along = (place - centre).Dot(axis);
            (low, high) = (Math.Min(low, along), Math.Max(high, along));
            (nearest, farthest) = (Math.Min(nearest, place.Drift), Math.Max(farthest, place.Drift));
        }

        double all = ww + dd;
        int wires = chosen.Select(i => hits[i].Wire).Distinct().Count();
        return new HitCluster(hits[chosen[0]].Plane, chosen, charge, centre, axis, all > 0.0 ? large / all : 1.0, high - low, Math.Sqrt(Math.Max(0.0, all - large)), wires, nearest, farthest);
    }
}
