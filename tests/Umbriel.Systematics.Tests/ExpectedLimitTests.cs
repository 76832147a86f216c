using MathNet.Numerics.LinearAlgebra.Double;
using Umbriel.Core;
using Umbriel.Inference;
using Umbriel.Inference.Tests;

namespace Umbriel.Systematics.Tests;

/// <summary>The published fit's expected limit on the example signal, with a further source.</summary>
public sealed class ExpectedLimitTests
{
    private const double Delta = 0.16;

    [Fact]
    public void The_mixture_moves_the_limit_as_one_more_term_does()
    {
        SystematicModel model = Published.WithSignalMatrix("drawn-minus-poisson");
        double without = Limit(model);
        double with = Limit(model.With(SwitchableSource.All[0].Create(Published.Inputs())));
        without.ShouldBe(ByHand(0.0, 0.0), 1e-4 * without);
        with.ShouldBe(ByHand(Delta, 0.0), 1e-4 * with);
        with.ShouldBeGreaterThan(1.02 * without);
    }

    [Fact]
    public void An_error_common_to_both_moves_it_as_its_own_term_does()
    {
        SystematicModel model = Published.WithSignalMatrix("drawn-minus-poisson");
        double common = Limit(model.With(new Normalisation("pot", "", Delta, Delta)));
        double apart = Limit(model.With(new Normalisation("signal", "", Delta, 0.0), new Normalisation("background", "", 0.0, Delta)));
        common.ShouldBe(ByHand(Delta, Delta), 1e-4 * common);
        common.ShouldBeGreaterThan(apart);
    }

    [Fact]
    public void Switchable_sources_have_the_names_they_are_switched_on_by()
    {
        foreach (SwitchableSource source in SwitchableSource.All)
        {
            ISystematicSource created = source.Create(Published.Inputs());
            created.Name.ShouldBe(source.Name);
            created.Description.ShouldBe(source.Description);
        }
    }

    private static double Limit(SystematicModel model)
    {
        double[] signal = PublishedTables.ExampleSignal();
        return new LimitScan(model.Fit(), (_, strength) => [.. signal.Select(s => s * strength)]).Run(new ScanSettings
        {
            Masses = new ScanAxis("mass", 0.1, 0.2),
            Couplings = ScanAxis.Logarithmic("strength", 1e-3, 1e2, 101),
        }).Limits[0].ExpectedU2!.Value;
    }

    /// <summary>
    /// Δχ² = 5.99 on Asimov data, where the best fit is no signal, with dense matrices and bisection: data b, covariance
    /// diag(3/(1/b + 2/(b + μs)) + σ² - b) + μ² F s s + (δ_s μ s + δ_b b)(δ_s μ s + δ_b b)ᵀ.
    /// </summary>
    private static double ByHand(double deltaSignal, double deltaBackground)
    {
        double[] s = PublishedTables.ExampleSignal();
        (Spectrum spectrum, double[] sigma, FractionalCovariance f) = PublishedTables.Background();
        double[] b = spectrum.Only("score").Total.ToArray();
        double low = 1e-3;
        double high = 1e1;
        while (high - low > 1e-9)
        {
            double mu = 0.5 * (low + high);
            var v = DenseMatrix.Create(b.Length, b.Length, (i, j) =>
                (i == j ? (3.0 / ((1.0 / b[i]) + (2.0 / (b[i] + (mu * s[i]))))) + (sigma[i] * sigma[i]) - b[i] : 0.0)
                + (mu * mu * f[i, j] * s[i] * s[j])
                + (((deltaSignal * mu * s[i]) + (deltaBackground * b[i])) * ((deltaSignal * mu * s[j]) + (deltaBackground * b[j]))));
            DenseVector r = DenseVector.Create(b.Length, i => -mu * s[i]);
            (low, high) = r.DotProduct(v.Solve(r)) > ConfidenceLevel.LetterThreshold ? (low, mu) : (mu, high);
        }

        return low;
    }
}
