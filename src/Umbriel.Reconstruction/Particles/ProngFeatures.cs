using Umbriel.Core;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Particles;

/// <summary>What tells a further particle from the same start from a branch or a scattering of the first one. Charges as in <see cref="StartFeatures"/>.</summary>
internal static class ProngFeatures
{
    private const double Near = 15.0;

    /// <summary>Names, in the order of <see cref="Fill"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "length_1", "charge_1", "own_1", "length", "charge", "own", "angle", "density_1", "density",
        "share", "prong_charge", "prong_near", "prong_length", "prong_angle", "first_charge", "first_angle", "angle_alone", "group_charge", "begin", "filled",
    ];

    /// <summary>Works out the features of a ray beside the first one.</summary>
    /// <param name="apex">The common start.</param>
    /// <param name="first">The ray of most charge.</param>
    /// <param name="ray">The further ray.</param>
    /// <param name="points">All points.</param>
    /// <param name="members">Points of the group.</param>
    /// <param name="features">Takes a value per name.</param>
    public static void Fill(SpaceVector apex, in ChargeRay first, in ChargeRay ray, IReadOnlyList<SpacePoint> points, IReadOnlyList<int> members, Span<double?> features)
    {
        double all = 0.0, own = 0.0, near = 0.0, far = 0.0, angles = 0.0, firstAngles = 0.0, alone = 0.0, begin = double.PositiveInfinity;
        foreach (int i in members)
        {
            SpaceVector d = points[i].Place - apex;
            double q = points[i].Charge;
            double r = Math.Max(d.Length, 1e-6);
            double one = Math.Acos(Math.Clamp(d.Dot(first.Direction) / r, -1.0, 1.0));
            double two = Math.Acos(Math.Clamp(d.Dot(ray.Direction) / r, -1.0, 1.0));
            all += q;
            alone += q * one;
            if (two < one)
            {
                own += q;
                near += r < Near ? q : 0.0;
                far = Math.Max(far, r);
                angles += q * two;
                begin = two < 0.2 ? Math.Min(begin, r) : begin;
            }
            else
            {
                firstAngles += q * one;
            }
        }

        int n = 0;
        features[n++] = first.Length;
        features[n++] = first.Charge / StartFeatures.Unit;
        features[n++] = first.OwnLength;
        features[n++] = ray.Length;
        features[n++] = ray.Charge / StartFeatures.Unit;
        features[n++] = ray.OwnLength;
        features[n++] = Math.Acos(Math.Clamp(first.Direction.Dot(ray.Direction), -1.0, 1.0));
        features[n++] = Ratio(first.Charge / StartFeatures.Unit, first.OwnLength);
        features[n++] = Ratio(ray.Charge / StartFeatures.Unit, ray.OwnLength);
        features[n++] = Ratio(own, all);
        features[n++] = own / StartFeatures.Unit;
        features[n++] = near / StartFeatures.Unit;
        features[n++] = far;
        features[n++] = Ratio(angles, own);
        features[n++] = (all - own) / StartFeatures.Unit;
        features[n++] = Ratio(firstAngles, all - own);
        features[n++] = Ratio(alone, all);
        features[n++] = all / StartFeatures.Unit;
        features[n++] = double.IsFinite(begin) ? begin : null;
        features[n++] = Ratio(ray.OwnLength, ray.Length);
    }

    private static double? Ratio(double part, double whole) => whole > 0.0 ? part / whole : null;
}
