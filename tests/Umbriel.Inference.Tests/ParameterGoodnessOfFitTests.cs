using Umbriel.Core;
using Umbriel.Core.Distributions;

namespace Umbriel.Inference.Tests;

public sealed class ParameterGoodnessOfFitTests
{
    [Fact]
    public void Identical_minima_agree_perfectly() => Toy.ForAllSeeds(
        seed =>
        {
            double[] p = Toy.Uniform(6, seed, 0.0, 1.0);
            ChiSquarePlane one = PlaneToy.Plane(PlaneToy.Ellipse(-3.0 + (2.0 * p[0]), -16.0 + (8.0 * p[1]), 0.2 + p[2], 0.5, p[3]), threads: 1);
            ChiSquarePlane two = PlaneToy.Plane(PlaneToy.Ellipse(-3.0 + (2.0 * p[0]), -16.0 + (8.0 * p[1]), 0.4, 0.2 + p[4], 3.0 * p[5]), threads: 1);
            return ParameterGoodnessOfFit.Compute(one, two, 2).ChiSquare is >= 0.0 and < 1e-6;
        },
        30);

    [Fact]
    public void Disagreement_may_drive_the_joint_fit_to_the_background()
    {
        // An excess that the background misses by 30 against a limit that costs 50 at the excess's own best point.
        ChiSquarePlane excess = PlaneToy.Plane((x, y) => 5.0 + (30.0 * Math.Pow(1.0 - Math.Exp(y + 9.0), 2)) + Math.Pow(x + 2.0, 2), 35.0);
        ChiSquarePlane limit = PlaneToy.Plane((_, y) => 2.0 + Math.Pow(900.0 * Math.Exp(y + 9.0), 2), 2.0);
        ParameterGoodnessOfFit found = ParameterGoodnessOfFit.Compute(excess, limit, 2);

        // Sum over s = e^(y+9): 30 (1-s)² + (900 s)², lowest at s = 30/(30 + 810000), 30 less 30·s there; x = -2.
        double s = 30.0 / 810030.0;
        found.PrefersBackground.ShouldBeFalse();
        found.ChiSquare.ShouldBe(30.0 * (1.0 - s), 1e-5);
        found.JointBestFit.ChiSquare.ShouldBe(7.0 + (30.0 * (1.0 - s)), 1e-5);

        // Where the excess's χ² away from its own mass is worse than the background's, none of the plane is left.
        ChiSquarePlane harmful = PlaneToy.Plane((x, y) => 5.0 + (30.0 * Math.Pow(1.0 - Math.Exp(y + 9.0), 2)) + 1.0, 35.0);
        ParameterGoodnessOfFit none = ParameterGoodnessOfFit.Compute(harmful, limit, 2);
        none.PrefersBackground.ShouldBeTrue();
        none.ChiSquare.ShouldBe(29.0, 1e-5);
        none.First.ShouldBe(29.0, 1e-5);
        none.Second.ShouldBe(0.0, 1e-12);
        none.JointBestFit.ShouldBe(new BestFit(37.0, 0.0, null));
    }

    /// <summary>Quantiles of χ²: 3.84146, 5.99146, 7.81473 (any table).</summary>
    [Theory]
    [InlineData(1, 3.841458820694124, 0.05)]
    [InlineData(2, 5.991464547107979, 0.05)]
    [InlineData(3, 7.814727903251179, 0.05)]
    [InlineData(1, 4.9, 0.02686)]
    [InlineData(0, 4.9, 1.0)]
    [InlineData(1, 0.0, 1.0)]
    public void The_p_value_is_that_of_its_degrees_of_freedom(int degrees, double chiSquare, double p) =>
        new ParameterGoodnessOfFit(chiSquare, degrees, new BestFit(0.0, 0.0, null), 0.0, 0.0).PValue.ShouldBe(p, 1e-5);

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public void In_a_linear_gaussian_model_it_is_distributed_as_chi_square_of_what_both_measure(bool strengthOnly, int degrees)
    {
        // Two experiments of five and four bins, predictions linear in (x, y), unit errors, truth well inside the plane.
        // Kolmogorov-Smirnov distance of the p-values from uniform; false-alarm rate 1e-4: √(-ln(α/2)/2)/√n.
        const int Toys = 400;
        double[][] p = [[3.0, 0.2], [1.0, 1.0], [-0.5, 1.5], [2.0, -0.7], [0.3, 0.9]];
        double[][] q = strengthOnly
            ? [[-1.0, -0.5], [2.6, 1.3], [1.0, 0.5], [0.2, 0.1]]
            : [[-1.0, 1.0], [2.5, 0.4], [1.0, -0.8], [0.1, 1.2]];
        ScanAxis masses = ScanAxis.Logarithmic("mass", Math.Exp(-4.0), 1.0, 13);
        ScanAxis couplings = ScanAxis.Logarithmic("|U|^2", Math.Exp(-20.0), Math.Exp(-4.0), 17);
        SignalRank.Of((mass, u2) => [.. q.Select(slope => (slope[0] * Math.Log(mass)) + (slope[1] * Math.Log(u2)))], masses, couplings).ShouldBe(degrees);
        double[] values = new double[Toys];
        double[] noise = new double[p.Length + q.Length];
        for (int toy = 0; toy < Toys; toy++)
        {
            var random = new RandomStream(20030417, RandomStage.PseudoExperiment, (ulong)toy);
            NormalSampler.Fill(ref random, noise);
            ChiSquarePlane one = Experiment(p, noise.AsSpan(0, p.Length));
            ChiSquarePlane two = Experiment(q, noise.AsSpan(p.Length));
            values[toy] = ParameterGoodnessOfFit.Compute(one, two, degrees).PValue;
        }

        Array.Sort(values);
        double distance = 0.0;
        for (int k = 0; k < Toys; k++)
        {
            distance = Math.Max(distance, Math.Max(values[k] - ((double)k / Toys), ((k + 1.0) / Toys) - values[k]));
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"distance times root n {distance * Math.Sqrt(Toys)}");
        distance.ShouldBeLessThan(Math.Sqrt(-0.5 * Math.Log(0.5e-4)) / Math.Sqrt(Toys));

        ChiSquarePlane Experiment(double[][] slopes, ReadOnlySpan<double> error)
        {
            double[] shift = error.ToArray();
            return PlaneToy.Plane(
                (x, y) =>
                {
                    double sum = 0.0;
                    for (int b = 0; b < shift.Length; b++)
                    {
                        double residual = shift[b] - (slopes[b][0] * (x - PlaneToy.X0)) - (slopes[b][1] * (y - PlaneToy.Y0));
                        sum += residual * residual;
                    }

                    return sum;
                },
                threads: 1,
                masses: masses,
                couplings: couplings);
        }
    }
}
