namespace Umbriel.Inference.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public void Check_values_by_hand()
    {
        CombinedNeymanPearson.Variance(20, 14.444).ShouldBe(3.0 / ((1.0 / 20) + (2.0 / 14.444)), 1e-12);
        CombinedNeymanPearson.Variance(20, 14.444).ShouldBe(15.9180, 1e-4);
        CombinedNeymanPearson.Variance(0, 4).ShouldBe(2.0);

        // 2 [3 - 5 + 5 ln(5/3)].
        PoissonDeviance.Term(5, 3).ShouldBe(1.1082562376599068, 1e-12);
        PoissonDeviance.Term(0, 3).ShouldBe(6.0);
        Pearson.ChiSquare([5], [3]).ShouldBe(4.0 / 3.0, 1e-15);
        Neyman.ChiSquare([5], [3]).ShouldBe(0.8, 1e-15);
        Neyman.ChiSquare([0], [3]).ShouldBe(9.0, 1e-15);
    }

    [Fact]
    public void An_empty_bin_has_the_deviance_as_its_CNP()
    {
        // Ji et al. choose μ/2 for this: μ² / (μ/2) = 2μ.
        CombinedNeymanPearson.ChiSquare([0], [2.7]).ShouldBe(PoissonDeviance.ChiSquare([0], [2.7]), 1e-12);
    }

    [Fact]
    public void CNP_is_a_third_of_Neyman_and_two_thirds_of_Pearson() => Toy.ForAllSeeds(seed =>
    {
        double[] n = [.. Toy.Uniform(6, seed, 1, 60).Select(x => Math.Round(x))];
        double[] mu = Toy.Uniform(6, seed + 1, 1, 60);
        double cnp = CombinedNeymanPearson.ChiSquare(n, mu);
        double neyman = Neyman.ChiSquare(n, mu);
        double pearson = Pearson.ChiSquare(n, mu);
        return Math.Abs(cnp - ((neyman + (2.0 * pearson)) / 3.0)) <= 1e-10 * (1.0 + cnp)
            && cnp >= Math.Min(neyman, pearson) - 1e-9 && cnp <= Math.Max(neyman, pearson) + 1e-9;
    });

    [Fact]
    public void CNP_follows_the_deviance_better_than_its_parents()
    {
        // Expansions in d = (n - μ)/μ, n = 100: Pearson and Neyman depart at order d³, CNP at order d⁴.
        foreach (double mu in new[] { 90.0, 95.0, 105.0, 110.0 })
        {
            double deviance = PoissonDeviance.ChiSquare([100], [mu]);
            double cnp = Math.Abs(CombinedNeymanPearson.ChiSquare([100], [mu]) - deviance);
            cnp.ShouldBeLessThan(0.2 * Math.Abs(Pearson.ChiSquare([100], [mu]) - deviance));
            cnp.ShouldBeLessThan(0.2 * Math.Abs(Neyman.ChiSquare([100], [mu]) - deviance));
        }
    }

    [Fact]
    public void The_deviance_is_smooth_where_its_series_takes_over()
    {
        foreach (double x in new[] { 0.999e-3, 1.001e-3, -0.999e-3, -1.001e-3, 1e-6 })
        {
            // x - ln(1+x) by its alternating series in extended order.
            double series = 0.0;
            for (int k = 2; k < 12; k++)
            {
                series += Math.Pow(-x, k) / k;
            }

            PoissonDeviance.Term(50, 50 * (1 + x)).ShouldBe(100 * series, 1e-8 * 100 * series);
        }
    }
}
