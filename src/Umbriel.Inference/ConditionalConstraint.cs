using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// What sidebands say about signal bins through a shared covariance (conditional Gaussian):
/// μ' = μ_s + S_sc S_cc⁻¹ (n_c - μ_c), S' = S_ss - S_sc S_cc⁻¹ S_cs, where S_cc includes the sidebands' statistics as
/// diag(μ_c) (Pearson).
/// </summary>
public static class ConditionalConstraint
{
    /// <summary>Constrains one channel by all others.</summary>
    /// <param name="spectrum">Expected counts of all channels, with data.</param>
    /// <param name="systematics">Systematic covariance of all channels, in events², without statistics.</param>
    /// <param name="signalChannel">The channel to be constrained; its data are not used.</param>
    /// <returns>μ' and S', the latter systematic only.</returns>
    /// <exception cref="ArgumentException">There is no other channel, or binnings differ.</exception>
    /// <exception cref="NumericalFailureException">The sidebands' matrix is singular, or μ' falls below zero.</exception>
    public static (Spectrum Prediction, AbsoluteCovariance Covariance) Apply(Spectrum spectrum, AbsoluteCovariance systematics, string signalChannel)
    {
        systematics.Binning.Require(spectrum.Binning, "spectrum");
        int all = spectrum.Binning.BinCount;
        (int start, int count) = spectrum.Binning.RangeOf(signalChannel).GetOffsetAndLength(all);
        int[] side = [.. Enumerable.Range(0, all).Where(i => i < start || i >= start + count)];
        if (side.Length == 0)
        {
            throw new ArgumentException("no sidebands; expected at least one channel beside the constrained one", nameof(spectrum));
        }

        double[] mu = spectrum.Total.ToArray();
        double[] factor = new double[Cholesky.PackedLength(side.Length)];
        for (int i = 0, k = 0; i < side.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                factor[k++] = systematics[side[i], side[j]] + (i == j ? mu[side[i]] : 0.0);
            }
        }

        if (!Cholesky.TryFactor(factor, side.Length))
        {
            throw new NumericalFailureException("constraint", "the sidebands", "a covariance that is not positive definite; sidebands need expected events in every bin");
        }

        double[] residual = [.. side.Select(c => spectrum.Data[c] - mu[c])];
        Cholesky.Solve(factor, residual);
        double[] constrained = new double[count];
        double[][] gain = new double[count][];
        for (int s = 0; s < count; s++)
        {
            constrained[s] = mu[start + s];
            gain[s] = [.. side.Select(c => systematics[start + s, c])];
            for (int c = 0; c < side.Length; c++)
            {
                constrained[s] += gain[s][c] * residual[c];
            }

            if (!(constrained[s] > 0.0))
            {
                throw new NumericalFailureException("constraint", $"{signalChannel}, bin {s + 1}", $"a constrained background of {constrained[s]:G4} events, which sidebands must leave above zero");
            }

            Cholesky.Solve(factor, gain[s]);
        }

        var covariance = SymmetricMatrix.Trusted(count, (s, t) =>
        {
            double value = systematics[start + s, start + t];
            for (int c = 0; c < side.Length; c++)
            {
                value -= gain[s][c] * systematics[start + t, side[c]];
            }

            return value;
        });
        Binning binning = spectrum.Binning.Only(signalChannel);
        double[]? data = spectrum.HasData ? spectrum.Data.Slice(start, count).ToArray() : null;
        return (
            new Spectrum(binning, "constrained background", constrained, data),
            new AbsoluteCovariance(binning, covariance, $"{systematics.Sources}, constrained by sidebands"));
    }
}
