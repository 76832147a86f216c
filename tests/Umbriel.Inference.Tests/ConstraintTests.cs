using MathNet.Numerics.LinearAlgebra.Double;

namespace Umbriel.Inference.Tests;

public sealed class ConstraintTests
{
    [Fact]
    public void One_sideband_by_hand()
    {
        // μ = (10, 100), errors 4 and 20, ρ = 0.5: S_cc = 400 + 100, gain 40/500, n_c - μ_c = 25:
        // μ' = 10 + 0.08 x 25 = 12, S' = 16 - 40²/500 = 12.8.
        var bins = new Binning(new Channel("s", 0, 1), new Channel("c", 0, 1));
        var covariance = AbsoluteCovariance.FromErrors(bins, [4, 20], 0.5, "x");
        (Spectrum prediction, AbsoluteCovariance left) = ConditionalConstraint.Apply(new Spectrum(bins, "b", [10, 100], [9, 125]), covariance, "s");
        prediction.Total[0].ShouldBe(12.0, 1e-12);
        prediction.Data[0].ShouldBe(9.0);
        left[0, 0].ShouldBe(12.8, 1e-12);
    }

    [Fact]
    public void It_is_the_block_inverse_of_the_joint_covariance() => Toy.ForAllSeeds(
        seed =>
        {
            // (S')⁻¹ is the signal block of the inverse of the joint matrix with the sidebands' statistics added.
            const int Signal = 3;
            const int All = 8;
            var bins = new Binning(new Channel("c1", 0, 1, 2), new Channel("s", 0, 1, 2, 3), new Channel("c2", 0, 1, 2, 3));
            double[] c = Toy.Covariance(All, seed, 30.0);
            double[] mu = Toy.Uniform(All, seed, 200, 400);
            double[] n = Toy.Uniform(All, seed + 1, 200, 400);
            (Spectrum _, AbsoluteCovariance left) = ConditionalConstraint.Apply(new Spectrum(bins, "b", mu, n), new AbsoluteCovariance(bins, c, "x"), "s");
            DenseMatrix joint = DenseMatrix.OfColumnMajor(All, All, c);
            foreach (int i in new[] { 0, 1, 5, 6, 7 })
            {
                joint[i, i] += mu[i];
            }

            var expected = joint.Inverse().SubMatrix(2, Signal, 2, Signal).Inverse();
            bool good = true;
            for (int i = 0; i < Signal; i++)
            {
                for (int j = 0; j < Signal; j++)
                {
                    good &= Math.Abs(left[i, j] - expected[i, j]) < 1e-8 * Math.Abs(expected[i, i]);
                }

                good &= left[i, i] <= c[((2 + i) * All) + 2 + i];
            }

            return good;
        },
        50);
}
