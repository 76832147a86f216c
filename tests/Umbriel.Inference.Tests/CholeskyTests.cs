using MathNet.Numerics.LinearAlgebra.Double;
using Umbriel.Core.Numerics;

namespace Umbriel.Inference.Tests;

public sealed class CholeskyTests
{
    [Fact]
    public void Factor_solution_and_quadratic_form_agree_with_MathNet() => Toy.ForAllSeeds(
        seed =>
        {
            int n = 1 + (int)(seed % 40);
            double[] full = Toy.Covariance(n, seed, 3.0);
            double[] r = Toy.Uniform(n, seed, -5, 5);
            DenseMatrix oracle = DenseMatrix.OfColumnMajor(n, n, full);
            var factor = oracle.Cholesky();
            double[] packed = Toy.Packed(full, n);
            Cholesky.TryFactor(packed, n).ShouldBeTrue();
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    packed[Cholesky.PackedLength(i) + j].ShouldBe(factor.Factor[i, j], 1e-9);
                }
            }

            double[] x = [.. r];
            Cholesky.Solve(packed, x);
            double[] expected = factor.Solve(DenseVector.OfArray(r)).ToArray();
            double scale = expected.Max(Math.Abs);
            for (int i = 0; i < n; i++)
            {
                x[i].ShouldBe(expected[i], 1e-8 * scale);
            }

            double[] work = [.. r];
            Cholesky.TryQuadraticForm(Toy.Packed(full, n), work, out double form).ShouldBeTrue();
            double direct = DenseVector.OfArray(r).DotProduct(DenseVector.OfArray(expected));
            return Math.Abs(form - direct) <= 1e-8 * direct;
        },
        60);

    [Theory]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(1.0, 1.0, 1.0)]
    [InlineData(1.0, 2.0, 1.0)]
    [InlineData(-1.0, 0.0, 1.0)]
    [InlineData(double.NaN, 0.0, 1.0)]
    public void Matrices_that_are_not_positive_definite_are_reported(double a, double b, double c)
    {
        Cholesky.TryFactor([a, b, c], 2).ShouldBeFalse();
        Cholesky.TryQuadraticForm([a, b, c], [1.0, 2.0], out _).ShouldBeFalse();
    }

    [Fact]
    public void Semidefinite_factors_rebuild_their_matrix()
    {
        // Rank one, errors 1, 2 and 0, fully correlated.
        double[] matrix = [1.0, 2.0, 4.0, 0.0, 0.0, 0.0];
        double[] factor = [.. matrix];
        Cholesky.TryFactorSemidefinite(factor, 3).ShouldBeTrue();
        double[] column = new double[3];
        Cholesky.Multiply(factor, [1.0, 7.0, 7.0], column);
        column.ShouldBe([1.0, 2.0, 0.0]);
        Cholesky.TryFactorSemidefinite([1.0, 2.0, 1.0], 2).ShouldBeFalse();
    }
}
