using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>
/// What tells the start of a particle from its end and from places within: rays from there, how the charge is seen from there,
/// how it changes along the way. Charges in MeV-like units of 25,000 electrons (1 MeV at a recombination of 0.6).
/// </summary>
internal static class StartFeatures
{
    /// <summary>Electrons per unit of charge.</summary>
    public const double Unit = 25000.0;

    private const double Near = 15.0;
    private const double End = 3.0;

    private static readonly double[] Cones = [10.0, 20.0, 40.0];
    private static readonly double[] Stretches = [0.0, 2.0, 5.0, 10.0];
    private static readonly double[] Cosines = [.. Cones.Select(static cone => Math.Cos(cone * Math.PI / 180.0))];

    /// <summary>Beyond this distance nothing is in a stretch, which are 1 cm wide.</summary>
    private static readonly double Stretched = Stretches[^1] + 1.0;

    /// <summary>Names, in the order of <see cref="Fill"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "length_1", "charge_1", "length_2", "charge_2", "own_2", "cosine_12", "charge_3", "own_3", "loss_0_2", "loss_2_5", "loss_5_10",
        "behind_5", "behind_15", "behind", "cone_10", "cone_20", "cone_40", "fragment_behind", "fragment_cone_20", "near_share", "mean_distance",
        "fragment_charge", "charge", "fragment_share", "pointing", "end_ratio", "empty_behind", "mean_angle", "mean_ray_angle", "fragment_length",
    ];

    /// <summary>Works out the features of a possible start.</summary>
    /// <param name="apex">The start.</param>
    /// <param name="rays">Its rays.</param>
    /// <param name="points">Points of the free fragments, one fragment after the other.</param>
    /// <param name="fragments">Fragments that are still free, with their shapes; the start is in <paramref name="home"/>.</param>
    /// <param name="home">Index of its fragment.</param>
    /// <param name="features">Takes a value per name.</param>
    public static void Fill(SpaceVector apex, IReadOnlyList<ChargeRay> rays, ReadOnlySpan<ChargedPlace> points, IReadOnlyList<Fragment> fragments, int home, Span<double?> features)
    {
        ReadOnlySpan<ChargedPlace> members = points.Slice(fragments.Take(home).Sum(static f => f.Members.Count), fragments[home].Members.Count);
        SpaceVector axis = Axis(apex, members, rays);
        int n = 0;
        features.Clear();
        features[n++] = rays.Count > 0 ? rays[0].Length : 0.0;
        features[n++] = rays.Count > 0 ? rays[0].Charge / Unit : 0.0;
        features[n++] = rays.Count > 1 ? rays[1].Length : 0.0;
        features[n++] = rays.Count > 1 ? rays[1].Charge / Unit : 0.0;
        features[n++] = rays.Count > 1 ? rays[1].OwnLength : 0.0;
        features[n++] = rays.Count > 1 ? rays[0].Direction.Dot(rays[1].Direction) : null;
        features[n++] = rays.Count > 2 ? rays[2].Charge / Unit : 0.0;
        features[n++] = rays.Count > 2 ? rays[2].OwnLength : 0.0;

        Span<double> losses = stackalloc double[Stretches.Length - 1];
        Span<double> cones = stackalloc double[Cones.Length];
        ReadOnlySpan<double> cosines = Cosines;
        double all = 0.0, behind = 0.0, within5 = 0.0, behind5 = 0.0, within15 = 0.0, behind15 = 0.0;
        double homeBehind = 0.0, homeCone = 0.0, coneNear = 0.0, distances = 0.0, empty = double.PositiveInfinity, angles = 0.0, rayAngles = 0.0;
        double pointing = 0.0, pointingCharge = 0.0, far = 0.0;
        SpaceVector farthest = apex;
        int next = 0;
        for (int f = 0; f < fragments.Count; f++)
        {
            for (int end = next + fragments[f].Members.Count; next < end; next++)
            {
                SpaceVector d = points[next].Place - apex;
                double q = points[next].Charge;
                double r = d.Length;
                double cosine = r > 1e-6 ? Math.Clamp(d.Dot(axis) / r, -1.0, 1.0) : 1.0;
                bool back = cosine < 0.0 && r > 1.0;
                all += q;
                behind += back ? q : 0.0;
                within5 += r < 5.0 ? q : 0.0;
                behind5 += back && r < 5.0 ? q : 0.0;
                within15 += r < Near ? q : 0.0;
                behind15 += back && r < Near ? q : 0.0;
                empty = cosine < -0.7 && r > 2.0 ? Math.Min(empty, r) : empty;
                for (int k = 0; k < cones.Length; k++)
                {
                    cones[k] += cosine > cosines[k] ? q : 0.0;
                }

                coneNear += cosine > cosines[^1] && r < Near ? q : 0.0;
                for (int k = 0; k < losses.Length && r < Stretched; k++)
                {
                    double along = r * cosine;
                    losses[k] += along >= Stretches[k] && along < Stretches[k + 1] && (r * r) - (along * along) < 1.0 ? q : 0.0;
                }

                if (f == home)
                {
                    homeBehind += back ? q : 0.0;
                    homeCone += cosine > cosines[1] ? q : 0.0;
                    distances += q * r;
                    angles += q * Math.Acos(cosine);
                    double best = -1.0;
                    foreach (ChargeRay ray in rays)
                    {
                        best = Math.Max(best, r > 1e-6 ? ray.Direction.Dot(d) / r : 1.0);
                    }

                    rayAngles += q * Math.Acos(Math.Clamp(rays.Count > 0 ? best : cosine, -1.0, 1.0));
                    if (r > far)
                    {
                        (far, farthest) = (r, points[next].Place);
                    }
                }
            }

            ChargeShape shape = fragments[f].Shape;
            SpaceVector towards = shape.Centre - apex;
            if (f != home && fragments[f].Members.Count >= 8 && towards.Dot(axis) > cosines[^1] * towards.Length)
            {
                pointing += shape.Charge * Math.Abs(towards.Unit().Dot(shape.Axis));
                pointingCharge += shape.Charge;
            }
        }

        double own = fragments[home].Shape.Charge;
        for (int k = 0; k < losses.Length; k++)
        {
            features[n++] = losses[k] / Unit / (Stretches[k + 1] - Stretches[k]);
        }

        features[n++] = Share(behind5, within5);
        features[n++] = Share(behind15, within15);
        features[n++] = behind / all;
        foreach (double cone in cones)
        {
            features[n++] = cone / all;
        }

        features[n++] = homeBehind / own;
        features[n++] = homeCone / own;
        features[n++] = Share(coneNear, cones[^1]);
        features[n++] = distances / own;
        features[n++] = own / Unit;
        features[n++] = all / Unit;
        features[n++] = own / all;
        features[n++] = pointingCharge > 0.0 ? pointing / pointingCharge : null;
        features[n++] = EndRatio(apex, farthest, members);
        features[n++] = double.IsFinite(empty) ? empty : null;
        features[n++] = angles / own;
        features[n++] = rayAngles / own;
        features[n++] = far;
    }

    /// <summary>Direction in which most of a fragment's charge is seen, near charge counting more; that of the first ray where it cancels.</summary>
    private static SpaceVector Axis(SpaceVector apex, ReadOnlySpan<ChargedPlace> members, IReadOnlyList<ChargeRay> rays)
    {
        SpaceVector sum = default;
        foreach (ChargedPlace point in members)
        {
            SpaceVector d = point.Place - apex;
            sum += d * (point.Charge / (1.0 + (d.Dot(d) / 100.0)));
        }

        return sum.Dot(sum) > 0.0 ? sum.Unit() : rays.Count > 0 ? rays[0].Direction : new SpaceVector(0.0, 0.0, 1.0);
    }

    /// <summary>Charge near the start over that near the point of its fragment farthest from it, as a share of both.</summary>
    private static double? EndRatio(SpaceVector apex, SpaceVector farthest, ReadOnlySpan<ChargedPlace> members)
    {
        double here = 0.0;
        double there = 0.0;
        foreach (ChargedPlace point in members)
        {
            here += (point.Place - apex).Length < End ? point.Charge : 0.0;
            there += (point.Place - farthest).Length < End ? point.Charge : 0.0;
        }

        return Share(here, here + there);
    }

    private static double? Share(double part, double whole) => whole > 0.0 ? part / whole : null;
}
