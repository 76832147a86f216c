using FsCheck;
using FsCheck.Fluent;
using Umbriel.Reconstruction.Calorimetry;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Tests;

public sealed class HitSharesTests
{
    [Fact]
    public void No_charge_is_counted_twice_and_none_is_lost()
    {
        // Points on random hits, or none, of three planes; every point belongs to one of two particles or to nobody.
        Gen<int[]> point = Gen.ArrayOf(Gen.Choose(0, 1000), 5);
        Prop.ForAll(point.ArrayOf().ToArbitrary(), rows =>
        {
            Hit[] hits = [.. Enumerable.Range(0, 30).Select(static i => new Hit(i / 10, i % 10, 100.0, 2.0, 500.0 + (100.0 * i), 0, 0, 1, null))];
            SpacePoint[] points = [.. rows.Select(static r => new SpacePoint(r[0], r[1], r[2], 1.0 + r[3], Index(r[0], 0), Index(r[1], 10), Index(r[2], 20)))];
            Particle[] particles = [.. Enumerable.Range(0, 2).Select(k => new Particle([.. Enumerable.Range(0, rows.Length).Where(i => rows[i][4] % 3 == k)], default, default, 0.0, 0.0, 0.0, default))];
            HitShares shares = new(hits, points, particles);
            bool right = true;
            for (int i = 0; i < hits.Length; i++)
            {
                double own = shares.Of(0).Concat(shares.Of(1)).Where(s => s.Hit == i).Sum(static s => s.Charge);
                right &= Math.Abs(own + shares.Left(i) - hits[i].Charge) < 1e-6;

                // A hit all of whose points are in particles is theirs; one without points is nobody's.
                int[] on = [.. Enumerable.Range(0, points.Length).Where(p => points[p].Hit(i / 10) == i)];
                right &= on.Length == 0 ? own == 0.0 : !on.All(p => rows[p][4] % 3 != 2) || Math.Abs(own - hits[i].Charge) < 1e-6;
            }

            return right;
        }).QuickCheckThrowOnFailure();

        // One in eleven has no hit in the plane.
        static int Index(int random, int first) => random % 11 == 10 ? -1 : first + (random % 11);
    }

    [Fact]
    public void A_shared_hit_is_split_by_the_charge_of_its_points()
    {
        Hit[] hits = [new(0, 0, 100.0, 2.0, 900.0, 0, 0, 1, null)];
        SpacePoint[] points = [new(1.0, 0.0, 0.0, 100.0, 0, -1, -1), new(2.0, 0.0, 0.0, 100.0, 0, -1, -1), new(4.0, 0.0, 0.0, 400.0, 0, -1, -1)];
        HitShares shares = new(hits, points, [new([0, 2], default, default, 0.0, 0.0, 0.0, default), new([1], default, default, 0.0, 0.0, 0.0, default)]);
        shares.Of(0).ShouldHaveSingleItem().Charge.ShouldBe(750.0, 1e-9);
        shares.Of(0)[0].Place.X.ShouldBe(3.4, 1e-9);
        shares.Of(1).ShouldHaveSingleItem().Charge.ShouldBe(150.0, 1e-9);
        shares.Left(0).ShouldBe(0.0, 1e-9);
    }
}
