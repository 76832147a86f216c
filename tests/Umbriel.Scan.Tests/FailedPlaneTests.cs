using Umbriel.DarkSector;
using Umbriel.Experiments;
using Umbriel.Generation.Sites;
using Umbriel.Inference;

namespace Umbriel.Scan.Tests;

/// <summary>Points without χ² are counted by plane, with the first of them, and said.</summary>
public sealed class FailedPlaneTests
{
    private static readonly ScanAxis Masses = ScanAxis.Logarithmic("mass", 0.01, 1.0, 21);
    private static readonly ScanAxis Couplings = ScanAxis.Logarithmic("|U|^2", 1e-9, 1e-5, 41);

    [Fact]
    public void Failures_of_a_corner_are_told_with_their_first_point()
    {
        ToyAnalysis analysis = new();
        ChiSquarePlane corner = ChiSquarePlane.Compute(
            Masses, Couplings, (m, u2) => m > 0.9 && u2 > 9e-6 ? null : Math.Pow(Math.Log(m / 0.1), 2) + Math.Pow(Math.Log(u2 / 1e-7), 2), 100.0, 1);
        PreferredPlane<ToyAnalysis> failed = new(new ScanPlane(Scenario.Dual, 0.03), analysis, new PlaneSignal(analysis, []), corner);
        PreferredPlane<ToyAnalysis> sound = failed with { ChiSquare = ChiSquarePlane.Compute(Masses, Couplings, (m, _) => m, 100.0, 1) };

        IReadOnlyList<FailedPlane> planes = FailedPlane.Of([sound, failed, sound]);
        planes.Single().Failures.ShouldBe(new PointFailures(1, 1.0, 1e-5));
        FailedPlane.Describe(planes, "chi2").ShouldBe(
            "Points without chi2 (their covariance is not positive definite), which count as excluded: 1 in 1 of the planes; "
            + "the first: toy, dual, m_Z' = 0.03 GeV, mass 1 GeV, |U|^2 = 1E-05.");
        FailedPlane.Describe(FailedPlane.Of([sound]), "chi2").ShouldBeNull();
    }

    [Fact]
    public void A_likelihood_that_fails_everywhere_leaves_the_background()
    {
        ToyAnalysis analysis = new();
        ChiSquarePlane plane = new PlaneSignal(analysis, []).Plane(analysis.Likelihood, Masses, Couplings, 2, TestContext.Current.CancellationToken);
        plane.Failures.Count.ShouldBeGreaterThanOrEqualTo(21 * 41);
        (plane.Failures.Mass, plane.Failures.U2).ShouldBe((0.01, 1e-9));
        plane.BestFit.ChiSquare.ShouldBe(7.0);
        plane.Region(RegionLevels.Drawn).ShouldBeEmpty();
    }

    private sealed class ToyAnalysis : IAnalysis, ILikelihood
    {
        public string Name => "toy";

        public DetectorSite Site => throw new NotSupportedException();

        public IReadOnlyList<string> Files => [];

        public IReadOnlyList<string> References => [];

        public IReadOnlyList<ISignalPrediction> Predictions => [];

        public ILikelihood Likelihood => this;

        public int BinCount => 1;

        public double BackgroundOnly => 7.0;

        public double[] Bins(IReadOnlyList<double[]> predicted) => [1.0];

        public bool TryChiSquare(ReadOnlySpan<double> signal, out double value)
        {
            value = 0.0;
            return false;
        }

        public ILikelihood Asimov() => this;
    }
}
