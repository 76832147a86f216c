using Umbriel.Core;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Tests;

public sealed class ParticleFeatureTests
{
    [Fact]
    public void A_straight_line_with_a_rise_at_its_end()
    {
        // 30 cm in steps of 2 mm, 1e4 electrons each, twice as many in the last 3 cm: 5e4 per cm and 1e5.
        Dictionary<string, double?> found = Of([.. Enumerable.Range(0, 151).Select(static i => (new SpaceVector(0.12 * i, 0.0, 0.16 * i), i > 135 ? 2e4 : 1e4))]);
        found["extent"]!.Value.ShouldBe(30.0, 1e-9);
        found["length"]!.Value.ShouldBe(30.0, 1e-9);
        found["core"]!.Value.ShouldBe(1.0, 1e-9);
        found["linearity"]!.Value.ShouldBe(1.0, 1e-9);
        found["wide_linearity"]!.Value.ShouldBe(1.0, 1e-9);
        found["nonlinear_share"].ShouldBe(0.0);
        found["body_share"]!.Value.ShouldBe(1.0, 1e-9);
        found["pieces"]!.Value.ShouldBe(1.0 / 3.0, 1e-9);
        found["outside_distance"].ShouldBeNull();
        found["detour"]!.Value.ShouldBe(1.0, 1e-9);
        found["charge_median"].ShouldBe(5e4);
        found["end_charge"]!.Value.ShouldBe(2.0, 0.08);
        found["start_charge"]!.Value.ShouldBe(1.0, 0.08);
        found["residual"]!.Value.ShouldBe(0.0, 1e-9);
        found["bend"]!.Value.ShouldBe(0.0, 1e-6);
        found["spread_near"]!.Value.ShouldBe(0.0, 1e-6);

        // 30 slices: 20 of the first two thirds hold 5 points, of the last ten three hold twice as many.
        found["slope"]!.Value.ShouldBe(0.3 / 1.1, 0.08);
    }

    [Fact]
    public void A_kink_and_a_detached_piece()
    {
        // Two legs of 10 cm at a right angle, and a tenth of the charge 10 cm to the side.
        List<(SpaceVector, double)> points = [.. Enumerable.Range(0, 51).Select(static i => (new SpaceVector(0.0, 0.0, 0.2 * i), 1e4)), .. Enumerable.Range(1, 50).Select(static i => (new SpaceVector(0.0, 0.2 * i, 10.0), 1e4))];
        Dictionary<string, double?> kinked = Of(points);
        kinked["detour"]!.Value.ShouldBeInRange(1.35, 1.42);
        kinked["linearity"]!.Value.ShouldBeInRange(0.9, 0.999);
        kinked["residual"]!.Value.ShouldBeGreaterThan(0.1);
        Dictionary<string, double?> detached = Of([.. points, .. Enumerable.Range(0, 10).Select(static i => (new SpaceVector(10.0, 0.1 * i, 5.0), 1e4))]);
        detached["body_share"]!.Value.ShouldBe(101.0 / 111.0, 1e-9);
        detached["pieces"]!.Value.ShouldBe(20.0 / detached["extent"]!.Value, 1e-9);
        detached["outside_distance"]!.Value.ShouldBeInRange(10.0, 10.6);
        detached["length"].ShouldBe(kinked["length"]);
    }

    [Fact]
    public void Covariances_with_known_eigenvalues()
    {
        // Pairs of points at ± k a along three orthogonal directions: variances in the ratio 9 : 4 : 1.
        SpaceVector a = new SpaceVector(1.0, 2.0, 2.0) * (1.0 / 3.0);
        SpaceVector b = new SpaceVector(2.0, 1.0, -2.0) * (1.0 / 3.0);
        SpaceVector c = new SpaceVector(2.0, -2.0, 1.0) * (1.0 / 3.0);
        Share((a, 3.0), (b, 2.0), (c, 1.0)).ShouldBe(9.0 / 14.0, 1e-9);
        Share((a, 1.0), (b, 1.0), (c, 1.0)).ShouldBe(1.0 / 3.0, 1e-9);
        Share((a, 2.0), (b, 2.0)).ShouldBe(0.5, 1e-7);
        Share((a, 2.0)).ShouldBe(1.0, 1e-9);

        static double Share(params (SpaceVector Axis, double Size)[] axes)
        {
            PointMoments moments = new();
            SpaceVector centre = new(100.0, -50.0, 700.0);
            foreach ((SpaceVector axis, double size) in axes)
            {
                moments.Add(centre + (axis * size), 3.0);
                moments.Add(centre - (axis * size), 3.0);
                moments.Add(centre, 1.0);
            }

            return moments.Linearity()!.Value;
        }
    }

    [Fact]
    public void Whatever_the_points_features_are_numbers_or_missing()
    {
        for (ulong seed = 0; seed < 300; seed++)
        {
            RandomStream random = new(seed, RandomStage.PseudoExperiment, 0);
            int count = 1 + (int)(60.0 * random.NextDouble());
            double size = Math.Pow(10.0, -3.0 + (5.0 * random.NextDouble()));
            List<(SpaceVector, double)> points = [];
            for (int i = 0; i < count; i++)
            {
                SpaceVector place = new(size * random.NextDouble(), seed % 3 == 0 ? 0.0 : size * random.NextDouble(), size * random.NextDouble());
                points.Add((seed % 5 == 0 ? new SpaceVector(Math.Floor(place.X), Math.Floor(place.Y), 0.0) : place, 1.0 + (1e5 * random.NextDouble())));
            }

            foreach ((string name, double? value) in Of(points))
            {
                (value is null || double.IsFinite(value.Value)).ShouldBeTrue($"{name} of {count} points in {size} cm");
            }
        }
    }

    [Fact]
    public void Every_feature_has_a_name_of_its_own_and_a_meaning()
    {
        ParticleFeatures.Names.Distinct().Count().ShouldBe(ParticleFeatures.Names.Count);
        ParticleFeatures.Meanings.Count.ShouldBe(ParticleFeatures.Names.Count);
        string documented = File.ReadAllText(Repository.PathOf("data/reconstruction/README.md"));
        foreach ((string name, string meaning) in ParticleFeatures.Names.Zip(ParticleFeatures.Meanings))
        {
            documented.ShouldContain($"| `{name}` | {meaning} |");
        }
    }

    private static Dictionary<string, double?> Of(List<(SpaceVector Place, double Charge)> points)
    {
        SpaceVector origin = new(100.0, 20.0, 500.0);
        SpacePoint[] cloud = [.. points.Select(p => new SpacePoint(origin.X + p.Place.X, origin.Y + p.Place.Y, origin.Z + p.Place.Z, p.Charge, 0, 0, 0))];
        SpaceVector start = cloud[0].Place;
        SpaceVector end = cloud[^1].Place - start;
        SpaceVector direction = end.Length > 0.0 ? end.Unit() : new SpaceVector(0.0, 0.0, 1.0);
        double inCore = cloud.Sum(p => (p.Place - start - (direction * (p.Place - start).Dot(direction))).Length < 1.0 ? p.Charge : 0.0);
        Particle particle = new([.. Enumerable.Range(0, cloud.Length)], start, direction, end.Length, cloud.Sum(static p => p.Charge), inCore / cloud.Sum(static p => p.Charge), cloud[^1].Place);
        double?[] features = ParticleFeatures.Of(particle, cloud);
        features.Length.ShouldBe(ParticleFeatures.Names.Count);
        return ParticleFeatures.Names.Zip(features).ToDictionary(static f => f.First, static f => f.Second);
    }
}
