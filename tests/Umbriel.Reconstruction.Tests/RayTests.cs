using Umbriel.Core;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Tests;

public sealed class RayTests
{
    private static readonly SpaceVector Apex = new(100.0, 0.0, 300.0);

    [Fact]
    public void One_line_is_one_ray_of_its_length_and_charge()
    {
        ChargeRay ray = Rays(Line(0.0, 12.0)).ShouldHaveSingleItem();
        ray.Length.ShouldBe(12.0, 0.41);
        ray.Charge.ShouldBe(61 * 1e4, 1.0);
        ray.Direction.Z.ShouldBe(1.0, 1e-9);
    }

    [Theory]
    [InlineData(15.0)]
    [InlineData(40.0)]
    [InlineData(90.0)]
    [InlineData(150.0)]
    public void Two_lines_are_two_rays_along_them(double degrees)
    {
        List<ChargeRay> rays = Rays([.. Line(0.0, 12.0), .. Line(degrees, 12.0)]);
        rays.Count.ShouldBe(2);
        (rays[0].Direction.Dot(rays[1].Direction)).ShouldBe(Math.Cos(degrees * Math.PI / 180.0), 0.05);
        foreach (ChargeRay ray in rays)
        {
            ray.Length.ShouldBe(12.0, 0.5);
        }
    }

    [Fact]
    public void Lines_closer_than_the_tube_are_one_ray() => Rays([.. Line(0.0, 12.0), .. Line(2.0, 12.0)]).Count.ShouldBe(1);

    [Fact]
    public void A_line_through_the_apex_is_not_a_pair() => Rays([.. Line(0.0, 12.0), .. Line(180.0, 12.0)]).Count.ShouldBe(1);

    [Fact]
    public void A_long_gap_ends_a_ray()
    {
        List<SpacePoint> points = [.. Line(0.0, 4.0), .. Line(0.0, 12.0).Where(static p => p.Z > Apex.Z + 7.0)];
        Rays(points)[0].Length.ShouldBe(4.0, 0.41);
    }

    [Fact]
    public void The_charge_of_a_ray_is_what_lies_in_its_tube()
    {
        // Four places are looked at at a time: here one by one. The tube opens from 0.4 cm by 0.035 per cm; the cloud is dense, so that no gap ends a ray.
        Random random = new(9);
        for (int count = 1500; count < 1504; count++)
        {
            SpacePoint[] points = [.. Enumerable.Range(0, count).Select(_ => new SpacePoint(
                Apex.X + random.NextDouble() - 0.5, Apex.Y + random.NextDouble() - 0.5, Apex.Z + (14.0 * random.NextDouble()), 1e3 * (1.0 + random.NextDouble()), 0, 0, 0))];
            ChargeRay ray = Rays(points)[0];
            double slow = points.Sum(p =>
            {
                SpaceVector d = p.Place - Apex;
                double along = d.Dot(ray.Direction);
                double width = 0.4 + (0.035 * along);
                return along >= 0.0 && along < ray.Length && d.Dot(d) - (along * along) < width * width ? p.Charge : 0.0;
            });
            ray.Charge.ShouldBe(slow, 1e-9 * slow);
        }
    }

    [Fact]
    public void Nothing_has_no_rays() => Rays([]).ShouldBeEmpty();

    [Fact]
    public void Candidates_of_three_arms_are_their_tips_and_the_bend_between_them()
    {
        List<SpacePoint> points = [.. Line(0.0, 20.0), .. Line(120.0, 15.0), .. Line(-120.0, 12.0)];
        PointCloud cloud = new(points, 1.5);
        List<int> found = [];
        new StartCandidates().Find(cloud, cloud.Fragments.ShouldHaveSingleItem(), 5, found);
        foreach (SpaceVector tip in new[] { At(0.0, 20.0), At(120.0, 15.0), At(-120.0, 12.0) })
        {
            found.Min(i => (points[i].Place - tip).Length).ShouldBeLessThan(0.3);
        }

        // The way between two tips is farthest from its chord at the centre: steps of up to 1.5 cm may cut the corner.
        found.Min(i => (points[i].Place - Apex).Length).ShouldBeLessThan(1.5);
    }

    [Fact]
    public void Both_ends_of_a_short_track_are_candidates()
    {
        List<SpacePoint> points = [.. Line(0.0, 2.0)];
        PointCloud cloud = new(points, 1.5);
        List<int> found = [];
        new StartCandidates().Find(cloud, cloud.Fragments.ShouldHaveSingleItem(), 2, found);
        found.Select(i => points[i].Z).Order().ShouldBe([Apex.Z, Apex.Z + 2.0], 1e-9);
    }

    private static List<ChargeRay> Rays(IEnumerable<SpacePoint> line)
    {
        SpacePoint[] points = [.. line];
        return [.. new RayFinder(new RaySettings()).Find(Apex, [.. points.Select(static p => new ChargedPlace(p.Place, p.Charge))])];
    }

    /// <summary>Points every 2 mm along a line from the apex in the y–z plane, 10,000 electrons each.</summary>
    private static IEnumerable<SpacePoint> Line(double degrees, double length)
    {
        for (int i = 0; i <= length / 0.2; i++)
        {
            SpaceVector place = At(degrees, 0.2 * i);
            yield return new SpacePoint(place.X, place.Y, place.Z, 1e4, 0, 0, 0);
        }
    }

    private static SpaceVector At(double degrees, double distance)
    {
        (double sine, double cosine) = Math.SinCos(degrees * Math.PI / 180.0);
        return Apex + new SpaceVector(0.0, distance * sine, distance * cosine);
    }
}
