using Umbriel.Core.Numerics;

namespace Umbriel.Core.Tests.Numerics;

public sealed class QuadratureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(64)]
    public void Gauss_legendre_is_exact_up_to_degree_2n_minus_1(int n)
    {
        for (int degree = 0; degree < 2 * n; degree++)
        {
            double exact = degree % 2 == 0 ? 2.0 / (degree + 1.0) : 0.0;
            int power = degree;
            GaussLegendre.Integrate(x => Math.Pow(x, power), -1.0, 1.0, n).ShouldBe(exact, 2e-15);
        }

        // The next degree is not exact: the error is (n!)^4 2^(2n+1)/((2n+1) (2n)!²) (Abramowitz and Stegun 25.4.30), visible for small n.
        if (n == 2)
        {
            double approximate = GaussLegendre.Integrate(x => x * x * x * x, -1.0, 1.0, n);
            (0.4 - approximate).ShouldBe(8.0 / 45.0, 1e-14);
        }
    }

    [Fact]
    public void Five_point_nodes_are_the_tabulated_ones()
    {
        // Abramowitz and Stegun, table 25.4, n = 5.
        (double[] nodes, double[] weights) = GaussLegendre.Rule(5);
        nodes[4].ShouldBe(0.906179845938664, 1e-15);
        nodes[3].ShouldBe(0.538469310105683, 1e-15);
        nodes[2].ShouldBe(0.0);
        weights[4].ShouldBe(0.236926885056189, 1e-15);
        weights[2].ShouldBe(0.568888888888889, 1e-15);
    }

    [Fact]
    public void Large_rules_keep_their_precision()
    {
        (double[] nodes, double[] weights) = GaussLegendre.Rule(500);
        weights.Sum().ShouldBe(2.0, 1e-13);
        nodes.ShouldBeInOrder();
        nodes.ShouldAllBe(x => Math.Abs(x) < 1.0);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(50.0)]
    [InlineData(1000.0)]
    public void Adaptive_follows_oscillations(double frequency)
    {
        // ∫₀¹ e^x cos(ωx) dx = [e (cos ω + ω sin ω) − 1]/(1 + ω²).
        double exact = ((Math.E * (Math.Cos(frequency) + (frequency * Math.Sin(frequency)))) - 1.0) / (1.0 + (frequency * frequency));
        AdaptiveQuadrature.Integrate(x => Math.Exp(x) * Math.Cos(frequency * x), 0.0, 1.0, 1e-11).ShouldBe(exact, 1e-12);
    }

    [Fact]
    public void Adaptive_copes_with_end_point_singularities_and_narrow_peaks()
    {
        AdaptiveQuadrature.Integrate(Math.Sqrt, 0.0, 1.0, 1e-11).ShouldBe(2.0 / 3.0, 1e-11);
        AdaptiveQuadrature.Integrate(Math.Log, 0.0, 1.0, 1e-11).ShouldBe(-1.0, 1e-10);

        // Breit-Wigner of relative width 1e-6: (1/π) arctan between symmetric limits.
        const double width = 1e-6;
        double exact = 2.0 * Math.Atan(0.5 / width) / Math.PI;
        AdaptiveQuadrature.Integrate(x => width / Math.PI / (((x - 0.5) * (x - 0.5)) + (width * width)), 0.0, 1.0, 1e-11).ShouldBe(exact, 1e-10);
    }

    [Fact]
    public void Adaptive_reverses_with_its_limits()
    {
        AdaptiveQuadrature.Integrate(Math.Exp, 1.0, 0.0, 1e-12).ShouldBe(1.0 - Math.E, 1e-12);
        AdaptiveQuadrature.Integrate(Math.Exp, 1.0, 1.0, 1e-12).ShouldBe(0.0);
    }

    [Fact]
    public void Adaptive_refuses_what_it_cannot_integrate()
    {
        Should.Throw<NumericalFailureException>(() => AdaptiveQuadrature.Integrate(_ => double.NaN, 0.0, 1.0, 1e-6));
        Should.Throw<NumericalFailureException>(() => AdaptiveQuadrature.Integrate(x => 1.0 / x, 0.0, 1.0, 1e-6));
        Should.Throw<ArgumentOutOfRangeException>(() => AdaptiveQuadrature.Integrate(Math.Exp, 0.0, 1.0, 0.0));
    }
}
