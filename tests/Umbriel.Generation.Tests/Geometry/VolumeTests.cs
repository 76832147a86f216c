using System.Globalization;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Geometry;

/// <summary>Box, cryostat and soil against stepping along rays, and volumes against counting points.</summary>
public sealed class VolumeTests
{
    private const double Step = 0.5;

    public static TheoryData<GeometryConvention> Conventions => new(GeometryConvention.Letter, GeometryConvention.DarkNews);

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Box_stretches_are_what_stepping_finds(GeometryConvention convention)
    {
        Box box = Points.Site.Geometry(convention).Active.Bounds;
        Box around = Grown(box, 200.0);
        for (int i = 0; i < 300; i++)
        {
            Ray ray = SteppedRay.Random(i, around);
            SteppedRay.ShouldMatch(box.Intersect(ray), ray, 3000.0, Step, box.Contains);
        }

        // Along the axes, where slabs are parallel to the ray.
        Ray axial = new(10.0, 0.0, -50.0, 0.0, 0.0, 1.0);
        box.Intersect(axial).Length.ShouldBe(box.ZHigh - box.ZLow, 1e-9);
        box.Intersect(axial with { X = box.XHigh + 1.0 }).Length.ShouldBe(0.0);
    }

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Cryostat_stretches_are_what_stepping_finds(GeometryConvention convention)
    {
        DetectorGeometry geometry = Points.Site.Geometry(convention);
        Func<double, double, double, bool> contains = CryostatByDefinition(convention);
        for (int i = 0; i < 400; i++)
        {
            Ray ray = SteppedRay.Random(i, Grown(geometry.Active.Bounds, i % 2 == 0 ? 0.0 : 150.0));
            SteppedRay.ShouldMatch(geometry.Vessel.Intersect(ray), ray, 3000.0, Step, contains);
        }
    }

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Argon_outside_the_TPC_is_the_vessel_less_the_TPC(GeometryConvention convention)
    {
        DetectorGeometry geometry = Points.Site.Geometry(convention);
        Func<double, double, double, bool> vessel = CryostatByDefinition(convention);
        Box tpc = geometry.Active.Bounds;
        for (int i = 0; i < 400; i++)
        {
            Ray ray = SteppedRay.Random(i + 1000, Grown(tpc, i % 2 == 0 ? 0.0 : 60.0));
            (Interval near, Interval far) = geometry.OutsideActive(ray, tpc.Intersect(ray));
            (double inside, _, _) = SteppedRay.Walk(ray, 3000.0, Step, (x, y, z) => vessel(x, y, z) && !tpc.Contains(x, y, z));
            (near.Length + far.Length).ShouldBe(inside, 2.001 * Step, ray.ToString());
            near.Intersect(far).Length.ShouldBe(0.0);
        }
    }

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Reach_covers_every_scatter_in_the_soil(GeometryConvention convention)
    {
        // Steps of 50 cm over 600 m of rays back from the TPC that stay near the axis or leave the cone at once.
        DetectorGeometry geometry = Points.Site.Geometry(convention);
        SoilCone soil = geometry.Soil;
        int found = 0;
        for (int i = 0; i < 300; i++)
        {
            Ray ray = SteppedRay.Random(i, geometry.Active.Bounds, narrow: i % 3 == 0 ? 0.005 : i % 3 == 1 ? 0.1 : 0.0);
            Interval reach = soil.Reach(ray.Z);
            for (double l = 0.0; l < 60_000.0; l += 50.0)
            {
                (double x, double y, double z) = ray.At(l);
                double r = z - soil.TargetZ;
                bool inside = r >= soil.NearDistance && r <= soil.FarDistance
                    && Math.Sqrt(((x - soil.AxisX) * (x - soil.AxisX)) + ((y - soil.AxisY) * (y - soil.AxisY))) <= soil.Slope * r;
                soil.Contains(x, y, z).ShouldBe(inside);
                if (inside)
                {
                    found++;
                    l.ShouldBeInRange(reach.Start, reach.End);
                }
            }
        }

        found.ShouldBeGreaterThan(10_000);
    }

    [Theory]
    [MemberData(nameof(Conventions))]
    public void Volumes_are_what_counting_points_finds(GeometryConvention convention)
    {
        // 200 000 points, 4 binomial standard errors each (6e-5).
        DetectorGeometry geometry = Points.Site.Geometry(convention);
        Box around = Grown(geometry.Active.Bounds, 150.0);
        Func<double, double, double, bool> vessel = CryostatByDefinition(convention);
        const int Count = 200_000;
        int found = 0;
        for (int i = 0; i < Count; i++)
        {
            Ray at = SteppedRay.Random(i, around);
            found += vessel(at.X, at.Y, at.Z) ? 1 : 0;
        }

        double share = (double)found / Count;
        (share * around.Volume).ShouldBe(geometry.Vessel.Volume, 4.0 * around.Volume * Math.Sqrt(share * (1.0 - share) / Count));

        // Frustum: area integrated by the trapezium rule, error O(h²) below 1e-6.
        SoilCone soil = geometry.Soil;
        double sum = 0.0;
        const int Slices = 2000;
        double step = (soil.FarDistance - soil.NearDistance) / Slices;
        for (int i = 0; i < Slices; i++)
        {
            sum += 0.5 * step * (soil.Area(soil.NearDistance + (i * step)) + soil.Area(soil.NearDistance + ((i + 1) * step)));
        }

        soil.Volume.ShouldBe(sum, 1e-6 * sum);
    }

    [Fact]
    public void Masses_are_the_published_ones()
    {
        // Letter: 85 t active and 170 t in all (design/physics.md 4). DarkNews: 86.19 t, 170 t, 8579 t (README of the reference).
        DetectorGeometry letter = Points.Site.Geometry(GeometryConvention.Letter);
        letter.Mass(EventOrigin.Tpc).ShouldBe(85.46, 0.01);
        (letter.Mass(EventOrigin.Tpc) + letter.Mass(EventOrigin.Cryostat)).ShouldBe(170.0, 1e-9);
        DetectorGeometry darkNews = Points.Site.Geometry(GeometryConvention.DarkNews);
        darkNews.Mass(EventOrigin.Tpc).ShouldBe(86.19);
        darkNews.Mass(EventOrigin.Soil).ShouldBe(8579.0, 9.0);
    }

    [Fact]
    public void Masses_of_MiniBooNE_are_the_published_ones()
    {
        // 818 t of oil in all; R < 5 m holds 0.55 of a tank of 610.6 cm and 0.66 of DarkNews's 574.6 cm; DarkNews's soil has
        // 55 626.5 t, which fill its cone at 0.955 g/cm³ (design/miniboone-fit.md, 1.3).
        DetectorGeometry letter = Points.MiniBooNE.Geometry(GeometryConvention.Letter);
        (letter.Mass(EventOrigin.Tpc) + letter.Mass(EventOrigin.Cryostat)).ShouldBe(818.0, 1e-9);
        (letter.Mass(EventOrigin.Tpc) / 818.0).ShouldBe(0.55, 0.005);
        DetectorGeometry darkNews = Points.MiniBooNE.Geometry(GeometryConvention.DarkNews);
        (darkNews.Mass(EventOrigin.Tpc) / 818.0).ShouldBe(0.66, 0.005);
        darkNews.Mass(EventOrigin.Soil).ShouldBe(55626.5, 1e-6);
        darkNews.Soil.Density.ShouldBe(0.955, 0.001);
        foreach (DetectorGeometry geometry in new[] { letter, darkNews })
        {
            (geometry.Mass(EventOrigin.Tpc) / geometry.Volume(EventOrigin.Tpc)).ShouldBe(geometry.Mass(EventOrigin.Cryostat) / geometry.Volume(EventOrigin.Cryostat), 1e-12);
        }
    }

    [Fact]
    public void Ball_stretches_are_what_stepping_finds()
    {
        Ball ball = new(10.0, -20.0, 30.0, 200.0);
        for (int i = 0; i < 300; i++)
        {
            Ray ray = SteppedRay.Random(i, Grown(ball.Bounds, i % 2 == 0 ? 0.0 : 100.0));
            SteppedRay.ShouldMatch(ball.Intersect(ray), ray, 1500.0, Step, ball.Contains);
        }
    }

    [Fact]
    public void Decay_probabilities_in_a_ball_are_those_of_the_published_fit()
    {
        // Vectors from the functions of arXiv:2308.02543's code: validation/reference/miniboone/README.md. Radius 500 cm.
        Ball fiducial = new(0.0, 0.0, 0.0, 500.0);
        int compared = 0;
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, "validation", "reference", "miniboone", "decay_probability_vectors.csv")).Skip(1))
        {
            // Distances are empty where the line misses the ball.
            double[] row = [.. line.Split(',').Select(cell => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture))];
            Interval chord = fiducial.Intersect(new Ray(row[0], row[1], row[2], row[3], row[4], row[5]));
            chord.DecayProbability(row[6]).ShouldBe(row[9], 1e-9);
            if (chord.Length > 0.0)
            {
                chord.Start.ShouldBe(row[7], 1e-9 * Math.Max(1.0, row[7]));
                chord.End.ShouldBe(row[8], 1e-9 * row[8]);
            }

            compared++;
        }

        compared.ShouldBe(40);
    }

    [Fact]
    public void Densities_are_linear_in_the_target_mass()
    {
        DetectorGeometry one = Points.Site.Geometry(GeometryConvention.Letter);
        DetectorGeometry two = one with { ActiveMass = 2.5 * one.ActiveMass };
        double ratio = two.NumberDensity(EventOrigin.Tpc, Target.Ar40, 1.0) / one.NumberDensity(EventOrigin.Tpc, Target.Ar40, 1.0);
        ratio.ShouldBe(2.5, 1e-12);

        // 1.38 g/cm³ of mass number 40 (39.95 u per nucleus with its electrons removed): 2.08e22 per cm³ by hand.
        one.NumberDensity(EventOrigin.Tpc, Target.Ar40, 1.0).ShouldBe(1.38 / (39.952 * 1.66053907e-24), 2e18);
    }

    internal static Box Grown(in Box box, double by) => new(box.XLow - by, box.XHigh + by, box.YLow - by, box.YHigh + by, box.ZLow - by, box.ZHigh + by);

    /// <summary>The vessel from its published measures; the fill level found here by integrating slices of height.</summary>
    private static Func<double, double, double, bool> CryostatByDefinition(GeometryConvention convention)
    {
        DetectorGeometry geometry = Points.Site.Geometry(convention);
        Box tpc = geometry.Active.Bounds;
        double cx = 0.5 * (tpc.XLow + tpc.XHigh);
        double cy = 0.5 * (tpc.YLow + tpc.YHigh);
        double cz = 0.5 * (tpc.ZLow + tpc.ZHigh);
        double radius = convention == GeometryConvention.Letter ? 190.5 : 191.61;
        double volume = convention == GeometryConvention.Letter ? 170.0e6 / 1.38 : 121.3e6;
        const double Half = 0.5 * 1086.49;
        const double Cap = 305.25;
        double sagitta = Math.Sqrt((Cap * Cap) - (radius * radius));

        double level = -radius;
        double sum = 0.0;
        const double Slice = 0.02;
        while (sum < volume && level < radius)
        {
            sum += Slice * LayerArea(level + (0.5 * Slice));
            level += Slice;
        }

        return (x, y, z) => y - cy <= level && Vessel(x - cx, y - cy, Math.Abs(z - cz));

        bool Vessel(double x, double y, double z) =>
            z <= Half ? (x * x) + (y * y) <= radius * radius : (x * x) + (y * y) + Square(z - Half + sagitta) <= Cap * Cap;

        // A layer at height h: a rectangle, and at both ends the segment of a circle of radius √(Cap² − h²) beyond the sagitta.
        double LayerArea(double h)
        {
            double halfWidth = Math.Sqrt(Math.Max(0.0, (radius * radius) - (h * h)));
            double circle = Math.Sqrt((Cap * Cap) - (h * h));
            double segment = (circle * circle * Math.Acos(Math.Min(1.0, sagitta / circle))) - (sagitta * Math.Sqrt(Math.Max(0.0, (circle * circle) - (sagitta * sagitta))));
            return (4.0 * Half * halfWidth) + (2.0 * segment);
        }
    }

    private static double Square(double v) => v * v;
}
