using Umbriel.Core;
using Umbriel.Core.Distributions;
using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// Pseudo-data of an expectation: a Gaussian systematic shift through the Cholesky factor of the covariance, then Poisson
/// counts. Expectations that the shift takes below zero are set to zero, as in the collaboration's fit code, which biases
/// bins of few events with large uncertainties upwards.
/// </summary>
public sealed class PseudoExperiments
{
    private readonly double[] mean;
    private readonly double[] factor;
    private readonly ulong seed;

    /// <summary>Sets up throws.</summary>
    /// <param name="mean">Expected counts.</param>
    /// <param name="covariance">Systematic covariance in events²; null for Poisson fluctuations only.</param>
    /// <param name="seed">The run's seed.</param>
    /// <exception cref="ArgumentException">When binnings differ or the covariance is not positive semidefinite.</exception>
    public PseudoExperiments(Spectrum mean, AbsoluteCovariance? covariance, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(mean);
        this.mean = mean.Total.ToArray();
        this.seed = seed;
        if (covariance is null)
        {
            factor = new double[Cholesky.PackedLength(this.mean.Length)];
            return;
        }

        mean.Binning.Require(covariance.Binning, "covariance");
        factor = covariance.ToPacked();
        if (!Cholesky.TryFactorSemidefinite(factor, this.mean.Length))
        {
            throw new ArgumentException("a covariance with a negative direction; expected a positive-semidefinite matrix", nameof(covariance));
        }
    }

    /// <summary>The counts of one pseudo-experiment; always the same for the same seed and index, on any thread.</summary>
    /// <param name="index">Its number.</param>
    public double[] Throw(ulong index)
    {
        var random = new RandomStream(seed, RandomStage.PseudoExperiment, index);
        double[] z = new double[mean.Length];
        double[] counts = new double[mean.Length];
        NormalSampler.Fill(ref random, z);
        Cholesky.Multiply(factor, z, counts);
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = PoissonSampler.Next(ref random, Math.Max(mean[i] + counts[i], 0.0));
        }

        return counts;
    }
}
