namespace Umbriel.Inference.Tests;

/// <summary>A region or best fit that the scan cuts says at which border; one inside says nothing.</summary>
public sealed class PlaneEdgeTests
{
    private const double Sigma = 0.3;

    // The plane is -4 to 0 in ln m and -20 to -4 in ln |U|²; a 95% disc of σ 0.3 has a radius of 0.734.
    [Theory]
    [InlineData(PlaneToy.X0, PlaneToy.Y0, PlaneEdges.None, PlaneEdges.None)]
    [InlineData(-3.6, PlaneToy.Y0, PlaneEdges.LowMass, PlaneEdges.None)]
    [InlineData(-0.5, PlaneToy.Y0, PlaneEdges.HighMass, PlaneEdges.None)]
    [InlineData(PlaneToy.X0, -4.5, PlaneEdges.HighU2, PlaneEdges.None)]
    [InlineData(PlaneToy.X0, -19.6, PlaneEdges.LowU2, PlaneEdges.None)]
    [InlineData(-4.1, PlaneToy.Y0, PlaneEdges.LowMass, PlaneEdges.LowMass)]
    [InlineData(0.2, -3.8, PlaneEdges.HighMass | PlaneEdges.HighU2, PlaneEdges.HighMass | PlaneEdges.HighU2)]
    [InlineData(PlaneToy.X0, -20.3, PlaneEdges.LowU2, PlaneEdges.LowU2)]
    public void Every_border_that_is_touched_is_flagged(double x, double y, PlaneEdges region, PlaneEdges best)
    {
        ChiSquarePlane plane = PlaneToy.Plane(PlaneToy.Ellipse(x, y, Sigma, Sigma));
        plane.RegionEdges(PlaneToy.Level95).ShouldBe(region);
        plane.BestFitEdges.ShouldBe(best);
        plane.Prefers(PlaneToy.Level95).ShouldBeTrue();
    }

    [Fact]
    public void A_plane_without_signal_prefers_nothing_and_its_best_fit_is_at_no_border()
    {
        ChiSquarePlane flat = PlaneToy.Plane((_, _) => 7.0, 7.0);
        flat.Prefers(PlaneToy.Level95).ShouldBeFalse();
        flat.BestFit.Mass.ShouldBeNull();
        flat.BestFitEdges.ShouldBe(PlaneEdges.None);
    }

    [Fact]
    public void Borders_have_words() => (PlaneEdges.LowMass | PlaneEdges.HighU2).Names().ShouldBe(["low-mass", "high-U2"]);
}
