using Umbriel.Core;

namespace Umbriel.Generation.HepMc3;

/// <summary>Completes an event to a graph that conserves four-momentum: the neutrino's direction, the recoil, the decay points.</summary>
internal static class EventKinematics
{
    /// <summary>
    /// The beam neutrino of energy <paramref name="energy"/> whose recoil off a target at rest of mass
    /// <paramref name="target"/> is on shell. Energy conservation fixes its angle α to N,
    /// sin²(α/2) = (p_r² − (E − p)²)/(4 E p) with p_r² = T(T + 2M), T = E − E_N; of that cone the direction nearest
    /// to <paramref name="along"/> is taken (events carry the neutrino's energy only).
    /// </summary>
    public static FourVector Neutrino(double energy, in FourVector heavy, double target, in FourVector along)
    {
        double p = heavy.Momentum;
        double length = along.Momentum;
        double kinetic = Math.Max(0.0, energy - heavy.E);
        double recoilSquared = kinetic * (kinetic + (2.0 * target));
        double halfSine = Math.Clamp((recoilSquared - ((energy - p) * (energy - p))) / (4.0 * energy * p), 0.0, 1.0);
        double sine = 2.0 * Math.Sqrt(halfSine * (1.0 - halfSine));
        double cosine = 1.0 - (2.0 * halfSine);

        // Axis of N and the part of "along" across it.
        (double x, double y, double z) = (heavy.X / p, heavy.Y / p, heavy.Z / p);
        double parallel = ((along.X * x) + (along.Y * y) + (along.Z * z)) / length;
        (double ax, double ay, double az) = ((along.X / length) - (parallel * x), (along.Y / length) - (parallel * y), (along.Z / length) - (parallel * z));
        double across = Math.Sqrt((ax * ax) + (ay * ay) + (az * az));
        if (across < 1e-12)
        {
            // N flies along the beam: any direction across it will do.
            (ax, ay, az) = Math.Abs(x) < 0.5 ? (1.0 - (x * x), -x * y, -x * z) : (-y * x, 1.0 - (y * y), -y * z);
            across = Math.Sqrt((ax * ax) + (ay * ay) + (az * az));
        }

        double scale = sine / across;
        return new FourVector(energy, energy * ((cosine * x) + (scale * ax)), energy * ((cosine * y) + (scale * ay)), energy * ((cosine * z) + (scale * az)));
    }

    /// <summary>
    /// Flight of N from the scattering point before it decays, and of the Z' from there to the pair's birth, cm: the two
    /// legs of the triangle in the directions of N and of the pair. A prompt Z' has none.
    /// </summary>
    /// <param name="displacement">From the scattering point to the birth of the pair, cm.</param>
    /// <param name="heavy">N.</param>
    /// <param name="pair">e+ + e−.</param>
    public static (double Heavy, double Mediator) Flights(in FourVector displacement, in FourVector heavy, in FourVector pair)
    {
        (double nx, double ny, double nz) = Unit(heavy);
        (double qx, double qy, double qz) = Unit(pair);
        (double cx, double cy, double cz) = ((qy * nz) - (qz * ny), (qz * nx) - (qx * nz), (qx * ny) - (qy * nx));
        double sineSquared = (cx * cx) + (cy * cy) + (cz * cz);
        (double dx, double dy, double dz) = ((displacement.Y * nz) - (displacement.Z * ny), (displacement.Z * nx) - (displacement.X * nz), (displacement.X * ny) - (displacement.Y * nx));
        double mediator = sineSquared > 1e-18 ? ((dx * cx) + (dy * cy) + (dz * cz)) / sineSquared : 0.0;

        // Rounding of coordinates, 1e-12 of tens of metres over the sine of the angle, is not a flight.
        mediator = mediator > 1e-6 / Math.Sqrt(Math.Max(sineSquared, 1e-18)) * 1e-3 ? mediator : 0.0;
        double alongHeavy = (displacement.X * nx) + (displacement.Y * ny) + (displacement.Z * nz);
        return (Math.Max(0.0, alongHeavy - (mediator * ((qx * nx) + (qy * ny) + (qz * nz)))), mediator);
    }

    private static (double X, double Y, double Z) Unit(in FourVector vector)
    {
        double p = vector.Momentum;
        return (vector.X / p, vector.Y / p, vector.Z / p);
    }
}
