namespace Umbriel.Inference.Tests;

public sealed class PoissonProfileTests
{
    [Theory]
    [InlineData(20, 14.444, 100.0)]
    [InlineData(3, 9.0, 4.0)]
    [InlineData(0, 2.0, 1.0)]
    [InlineData(0, 2.0, 9.0)]
    [InlineData(50, 10.0, 0.5)]
    public void One_bin_has_a_closed_solution(double n, double mu, double variance)
    {
        // d/dm [2(m - n ln m) + (m - μ)²/v] = 0 is m² - (μ - v) m - n v = 0.
        double b = mu - variance;
        double m = 0.5 * (b + Math.Sqrt((b * b) + (4 * n * variance)));
        double expected = (m > 0 ? PoissonDeviance.Term(n, m) : 0.0) + ((m - mu) * (m - mu) / variance);
        PoissonProfile.ChiSquare([n], [mu], [variance]).ShouldBe(expected, 2e-6);
    }

    [Fact]
    public void No_other_shift_does_better_than_the_profile() => Toy.ForAllSeeds(
        seed =>
        {
            const int Size = 4;
            double[] n = [.. Toy.Uniform(Size, seed, 0, 30).Select(x => Math.Floor(x))];
            double[] mu = Toy.Uniform(Size, seed + 7, 1, 30);
            double[] full = Toy.Covariance(Size, seed, 20.0);
            double[] packed = Toy.Packed(full, Size);
            double profile = PoissonProfile.ChiSquare(n, mu, packed);
            double best = Descend(n, mu, full);
            return profile >= 0.0 && Math.Abs(profile - best) < 1e-4 * (1.0 + best);
        },
        50);

    [Fact]
    public void A_singular_covariance_is_no_obstacle()
    {
        // Fully correlated errors 3 and 5: one nuisance z, minimised here by a fine search.
        double best = double.PositiveInfinity;
        for (double z = -2.0; z < 2.0; z += 1e-5)
        {
            double a = 12 + (3 * z);
            double b = 20 + (5 * z);
            best = Math.Min(best, PoissonDeviance.Term(18, a) + PoissonDeviance.Term(21, b) + (z * z));
        }

        PoissonProfile.ChiSquare([18, 21], [12, 20], [9, 15, 25]).ShouldBe(best, 1e-7);
    }

    [Fact]
    public void Without_covariance_it_is_the_deviance() =>
        PoissonProfile.ChiSquare([18, 0], [12, 3], [0, 0, 0]).ShouldBe(PoissonDeviance.ChiSquare([18, 0], [12, 3]), 1e-6);

    /// <summary>A slow oracle: coordinate descent, each coordinate solved in closed form with the inverse matrix.</summary>
    private static double Descend(double[] n, double[] mu, double[] covariance)
    {
        int size = n.Length;
        var inverse = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.OfColumnMajor(size, size, covariance).Inverse();
        double[] m = [.. mu];
        for (int sweep = 0; sweep < 20000; sweep++)
        {
            for (int i = 0; i < size; i++)
            {
                double cross = 0.0;
                for (int j = 0; j < size; j++)
                {
                    cross += j == i ? 0.0 : inverse[i, j] * (m[j] - mu[j]);
                }

                // 1 - n/m + P (m - μ) + cross = 0.
                double p = inverse[i, i];
                double b = (1.0 + cross - (p * mu[i])) / p;
                m[i] = Math.Max(0.5 * (-b + Math.Sqrt((b * b) + (4 * n[i] / p))), 1e-12);
            }
        }

        double value = PoissonDeviance.ChiSquare(n, m);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                value += (m[i] - mu[i]) * inverse[i, j] * (m[j] - mu[j]);
            }
        }

        return value;
    }
}
