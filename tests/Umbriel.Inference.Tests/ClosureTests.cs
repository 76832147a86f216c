namespace Umbriel.Inference.Tests;

/// <summary>Pseudo-experiments of a toy in the regime where Wilks' theorem holds: high counts, signal far from zero.</summary>
public sealed class ClosureTests
{
    private const int Bins = 10;
    private const int Experiments = 2000;
    private const double TrueMass = 0.1;
    private const double TrueU2 = 1e-9;

    [Fact]
    public void A_plane_of_two_parameters_covers_95_percent_at_5_99()
    {
        (SignalFit fit, PseudoExperiments throws) = Setup(77);
        ScanSettings plane = new()
        {
            Masses = ScanAxis.Logarithmic("mass", 0.07, 0.14, 25),
            Couplings = ScanAxis.Logarithmic("|U|^2", 3e-10, 3e-9, 25),
            MassStride = 4,
            CouplingStride = 4,
        };
        int covered = 0;
        double sum = 0.0;
        for (int k = 0; k < Experiments; k++)
        {
            SignalFit pseudo = fit.WithObserved(throws.Throw((ulong)k));
            double best = new LimitScan(pseudo, Peak).FindBestFit(plane).ChiSquare;
            double delta = pseudo.ChiSquare(Peak(TrueMass, TrueU2)) - best;
            delta.ShouldBeGreaterThanOrEqualTo(-1e-6);
            covered += delta < ConfidenceLevel.LetterThreshold ? 1 : 0;
            sum += delta;
        }

        // 95% ± four binomial standard deviations, and a mean of 2 ± four standard errors: false-alarm rate 1.3e-4.
        ((double)covered / Experiments).ShouldBe(0.95, 4.0 * Math.Sqrt(0.95 * 0.05 / Experiments));
        (sum / Experiments).ShouldBe(2.0, 4.0 * 2.0 / Math.Sqrt(Experiments));
    }

    [Fact]
    public void The_fitted_coupling_has_a_unit_pull()
    {
        (SignalFit fit, PseudoExperiments throws) = Setup(78);
        double sum = 0.0;
        double squares = 0.0;
        double chi = 0.0;
        for (int k = 0; k < Experiments; k++)
        {
            SignalFit pseudo = fit.WithObserved(throws.Throw((ulong)k));
            double at(double x) => pseudo.ChiSquare(Peak(TrueMass, x * TrueU2));

            // Newton's method on numerical derivatives; the curvature gives the standard deviation.
            double x = 1.0;
            double sigma = 0.0;
            for (int step = 0; step < 6; step++)
            {
                const double H = 0.02;
                double curvature = (at(x + H) - (2 * at(x)) + at(x - H)) / (H * H);
                x -= (at(x + H) - at(x - H)) / (2 * H * curvature);
                sigma = Math.Sqrt(2.0 / curvature);
            }

            double pull = (x - 1.0) / sigma;
            sum += pull;
            squares += pull * pull;
            chi += at(1.0);
        }

        // Four standard errors each on mean, width and goodness of fit: false-alarm rate 1.9e-4.
        (sum / Experiments).ShouldBe(0.0, 4.0 / Math.Sqrt(Experiments));
        (squares / Experiments).ShouldBe(1.0, 4.0 * Math.Sqrt(2.0 / Experiments));
        (chi / Experiments).ShouldBe(Bins, 4.0 * Math.Sqrt(2.0 * Bins / Experiments));
    }

    /// <summary>A peak whose place gives away the mass; 1500 events at the true point.</summary>
    private static double[] Peak(double mass, double u2)
    {
        double centre = 5.0 + (6.0 * Math.Log(mass / TrueMass));
        double[] s = new double[Bins];
        for (int i = 0; i < Bins; i++)
        {
            double z = (i + 0.5 - centre) / 1.5;
            s[i] = 400.0 * (u2 / TrueU2) * Math.Exp(-0.5 * z * z);
        }

        return s;
    }

    private static (SignalFit Fit, PseudoExperiments Throws) Setup(ulong seed)
    {
        Binning bins = Toy.Bins(Bins);
        double[] background = [.. Enumerable.Range(0, Bins).Select(i => 900.0 - (30.0 * i))];
        var covariance = AbsoluteCovariance.FromErrors(bins, [.. background.Select(b => 0.04 * b)], 0.5, "toy");
        var spectrum = new Spectrum(bins, "b", background, background);
        var truth = new Spectrum(bins, [new Subchannel("b", background), new Subchannel("s", Peak(TrueMass, TrueU2))]);
        return (new SignalFit(spectrum, new StackedCovariance("toy", null, covariance)), new PseudoExperiments(truth, covariance, seed));
    }
}
