using MathNet.Numerics;
using Umbriel.Core;

namespace Umbriel.Inference.Tests;

public sealed class RegionComparisonTests
{
    private static readonly double Radius = Math.Sqrt(PlaneToy.Level95.Threshold);

    /// <summary>A limit: Δχ² = threshold where n·(x - x0, y - y0) = d with n = (cos, sin), excluded beyond; 0 for the background.</summary>
    private static ChiSquarePlane HalfPlane(double d, double angle) => PlaneToy.Plane(
        (x, y) => ConfidenceLevel.LetterThreshold * Math.Exp(4.0 * (((x - PlaneToy.X0) * Math.Cos(angle)) + ((y - PlaneToy.Y0) * Math.Sin(angle)) - d)), 0.0);

    [Theory]
    [InlineData(0.0, 0.3)]
    [InlineData(0.31, 0.3)]
    [InlineData(-0.45, 1.4)]
    [InlineData(0.6, -0.8)]
    public void A_half_plane_cuts_a_segment_from_a_disc(double d, double angle)
    {
        const double Sigma = 0.35;
        ChiSquarePlane disc = PlaneToy.Plane(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0, Sigma, Sigma));
        RegionComparison found = RegionComparison.Compute(disc, PlaneToy.Level95, HalfPlane(d, angle), 2);

        // Segment beyond a chord at distance t radii: (arccos t - t √(1 - t²))/π.
        double t = d / (Sigma * Radius);
        double expected = (Math.Acos(t) - (t * Math.Sqrt(1.0 - (t * t)))) / Math.PI;
        TestContext.Current.TestOutputHelper!.WriteLine($"error {found.ExcludedArea!.Value - expected:E2}, resolution {found.ExcludedAreaResolution:E2}, most tolerant {found.MostTolerantPoint!.DeltaChiSquare / (ConfidenceLevel.LetterThreshold * Math.Exp(-4.0 * ((Sigma * Radius) + d))):F6}");
        found.RegionArea.ShouldBe(Math.PI * Math.Pow(Sigma * Radius, 2), 2e-3);
        found.ExcludedArea!.Value.ShouldBe(expected, 1e-3);
        found.ExcludedAreaResolution!.Value.ShouldBeLessThan(4e-3);
        found.Covers.ShouldBeFalse();

        // The most tolerant point is the far end of the disc along -n, where the limit's exponent is -(R + d).
        double least = ConfidenceLevel.LetterThreshold * Math.Exp(-4.0 * ((Sigma * Radius) + d));
        found.MostTolerantPoint!.DeltaChiSquare.ShouldBe(least, 0.01 * least);
        (disc.At(found.MostTolerantPoint.Mass, found.MostTolerantPoint.U2) - disc.BestFit.ChiSquare).ShouldBeLessThanOrEqualTo(PlaneToy.Level95.Threshold);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.4)]
    [InlineData(-0.7)]
    public void The_weighted_fraction_of_a_whole_gaussian_is_an_error_function(double d)
    {
        // At 1 - 1e-9 the region holds all but 1e-9 of the weight, so that the fraction beyond d is erfc(d/(σ√2))/2.
        const double Sigma = 0.28;
        ChiSquarePlane disc = PlaneToy.Plane(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0, Sigma, Sigma));
        RegionComparison found = RegionComparison.Compute(disc, new ConfidenceLevel(1.0 - 1e-9), HalfPlane(d, 0.6), 2);
        double expected = 0.5 * SpecialFunctions.Erfc(d / (Sigma * Math.Sqrt(2.0)));
        TestContext.Current.TestOutputHelper!.WriteLine($"error {found.ExcludedWeighted!.Value - expected:E2}, resolution {found.ExcludedWeightedResolution:E2}");
        found.ExcludedWeighted!.Value.ShouldBe(expected, 1e-3);
    }

    [Fact]
    public void Two_discs_overlap_in_a_lens()
    {
        // Excluded outside the second disc: one minus the lens of radii r and s at distance e (elementary geometry).
        const double E = 0.9;
        double r = 0.4 * Radius;
        double s = 0.3 * Math.Sqrt(ConfidenceLevel.LetterThreshold);
        double lens = (r * r * Math.Acos(((E * E) + (r * r) - (s * s)) / (2 * E * r))) + (s * s * Math.Acos(((E * E) + (s * s) - (r * r)) / (2 * E * s)))
            - (0.5 * Math.Sqrt((-E + r + s) * (E + r - s) * (E - r + s) * (E + r + s)));
        RegionComparison found = RegionComparison.Compute(
            PlaneToy.Plane(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0, 0.4, 0.4)), PlaneToy.Level95, PlaneToy.Plane(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0 + E, 0.3, 0.3)), 2);
        TestContext.Current.TestOutputHelper!.WriteLine($"error {found.ExcludedArea!.Value - (1.0 - (lens / (Math.PI * r * r))):E2}");
        found.ExcludedArea!.Value.ShouldBe(1.0 - (lens / (Math.PI * r * r)), 1e-3);

        // The second's best fit lies inside the first: nothing is held against it.
        found.MostTolerantPoint!.DeltaChiSquare.ShouldBe(0.0, 1e-3);

        // Δχ² of the sum of two parabolas with σ² = 0.16 and 0.09: E²/0.25.
        found.Compatibility.ChiSquare.ShouldBe(E * E / 0.25, 1e-5);
    }

    [Fact]
    public void A_narrow_band_is_cut_where_the_limit_crosses_it()
    {
        // A band thinner than a step from x = -4 to 0, excluded where x > -1.3: 1.3/4 of it.
        ChiSquarePlane band = PlaneToy.Plane((x, y) => Math.Pow((y + 12.0 + (2.0 * (x + 2.0))) / 0.02, 2));
        ChiSquarePlane limit = PlaneToy.Plane((x, _) => ConfidenceLevel.LetterThreshold * Math.Exp(5.0 * (x + 1.3)), 0.0);
        RegionComparison found = RegionComparison.Compute(band, PlaneToy.Level95, limit, 2);
        TestContext.Current.TestOutputHelper!.WriteLine($"error {found.ExcludedArea!.Value - (1.3 / 4.0):E2}, resolution {found.ExcludedAreaResolution:E2}");
        found.ExcludedArea!.Value.ShouldBe(1.3 / 4.0, 5e-3);
    }

    [Fact]
    public void A_limit_below_the_whole_region_covers_it()
    {
        ChiSquarePlane disc = PlaneToy.Plane(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0, 0.3, 0.3));
        double edge = 0.3 * Radius;
        RegionComparison all = RegionComparison.Compute(disc, PlaneToy.Level95, HalfPlane(-edge - 0.01, 0.9), 2);
        all.Covers.ShouldBeTrue();
        all.ExcludedArea.ShouldBe(1.0);
        all.ExcludedWeighted.ShouldBe(1.0);

        // A sliver of 0.01 survives: 1e-3 of the area, which a coarse sum might call nothing.
        RegionComparison nearly = RegionComparison.Compute(disc, PlaneToy.Level95, HalfPlane(-edge + 0.01, 0.9), 2);
        nearly.Covers.ShouldBeFalse();
        nearly.ExcludedArea!.Value.ShouldBeGreaterThan(0.995);
    }

    [Fact]
    public void Without_a_region_there_is_nothing_to_exclude()
    {
        RegionComparison none = RegionComparison.Compute(PlaneToy.Plane((_, _) => 100.0, 1.0), PlaneToy.Level95, HalfPlane(0.0, 0.0), 2);
        none.ExcludedArea.ShouldBeNull();
        none.ExcludedWeighted.ShouldBeNull();
        none.MostTolerantPoint.ShouldBeNull();
        none.Covers.ShouldBeFalse();
    }

    [Fact]
    public void A_region_that_includes_vanishing_couplings_is_no_preference_and_has_no_fractions()
    {
        // Best fit at |U|² = 0, as a limit has it; and a dip that gains less than 5.99 on the background alone.
        ChiSquarePlane limit = PlaneToy.Plane((_, y) => 1.0 + Math.Exp(y + 12.0), 1.0);
        ChiSquarePlane dip = PlaneToy.Plane((x, y) => Math.Min(PlaneToy.Ellipse(PlaneToy.X0, PlaneToy.Y0, 0.3, 0.3)(x, y), 8.9), 8.9);
        foreach (ChiSquarePlane plane in (ChiSquarePlane[])[limit, dip])
        {
            plane.Prefers(PlaneToy.Level95).ShouldBeFalse();
            plane.RegionEdges(PlaneToy.Level95).HasFlag(PlaneEdges.LowU2).ShouldBeTrue();
            RegionComparison found = RegionComparison.Compute(plane, PlaneToy.Level95, HalfPlane(0.0, 1.0), 2);
            found.ExcludedArea.ShouldBeNull();
            found.ExcludedWeighted.ShouldBeNull();
            found.MostTolerantPoint.ShouldBeNull();
            found.Covers.ShouldBeFalse();
        }

        // At 68% the same dip of 5.9 is a preference: -2 ln 0.3173 = 2.30.
        dip.Prefers(PlaneToy.Level68).ShouldBeTrue();
    }

    [Fact]
    public void Fractions_are_fractions_and_grow_as_the_exclusion_gets_easier() => Toy.ForAllSeeds(
        seed =>
        {
            double[] p = Toy.Uniform(7, seed, 0.0, 1.0);
            ChiSquarePlane preferred = PlaneToy.Plane((x, y) => Math.Pow((y + 12.0 + (p[0] * x) + Math.Sin(3.0 * p[1] * x)) / (0.1 + p[2]), 2) + Math.Pow((x + 2.0) / 0.6, 2), threads: 1);
            ChiSquarePlane excluding = PlaneToy.Plane((x, y) => Math.Exp((2.0 * (y + 10.0 + (4.0 * p[3]))) + (x * p[4])) + Math.Pow(p[5] * (x + 1.0), 2), 20.0 * p[6], 1);
            RegionComparison strict = RegionComparison.Compute(preferred, PlaneToy.Level68, excluding, 2, 9.0);
            RegionComparison easy = RegionComparison.Compute(preferred, PlaneToy.Level68, excluding, 2, 4.0);
            return strict.ExcludedArea is >= 0.0 and <= 1.0 && strict.ExcludedWeighted is >= 0.0 and <= 1.0
                && easy.ExcludedArea >= strict.ExcludedArea && easy.ExcludedWeighted >= strict.ExcludedWeighted
                && strict.Compatibility.ChiSquare >= 0.0 && (!strict.Covers || strict.ExcludedArea == 1.0);
        },
        20);

    [Fact]
    public void Different_axes_are_refused()
    {
        ChiSquarePlane one = PlaneToy.Plane(PlaneToy.Ellipse(-2.0, -12.0, 1.0, 1.0));
        ChiSquarePlane other = PlaneToy.Plane(PlaneToy.Ellipse(-2.0, -12.0, 1.0, 1.0), masses: ScanAxis.Logarithmic("mass", 0.02, 1.0, 41));
        Should.Throw<ArgumentException>(() => RegionComparison.Compute(one, PlaneToy.Level95, other, 2)).Message.ShouldContain("axes");
        Should.Throw<ArgumentException>(() => RegionComparison.Compute(one, PlaneToy.Level95, one, 2, 0.0));
    }
}
