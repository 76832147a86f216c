using Umbriel.Inference;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>χ² of one of MiniBooNE's data sets for signals of any size.</summary>
internal sealed class MiniBooNELikelihood(MiniBooNEFit fit) : ILikelihood
{
    /// <summary>
    /// χ² of signals beyond <see cref="MostEvents"/>, or for which the released matrices are no covariance: far from the
    /// data, and excluded.
    /// </summary>
    private const double Excluded = 1e6;

    private const double MostEvents = 1e6;

    /// <inheritdoc/>
    public int BinCount => fit.BinCount;

    /// <inheritdoc/>
    public double BackgroundOnly => fit.BackgroundOnly;

    /// <inheritdoc/>
    public double ChiSquare(ReadOnlySpan<double> signal)
    {
        double sum = 0.0;
        foreach (double events in signal)
        {
            sum += events;
        }

        return sum <= MostEvents && fit.TryChiSquare(signal, out double value) ? value : Excluded;
    }

    /// <inheritdoc/>
    public ILikelihood Asimov() => new MiniBooNELikelihood(fit.Asimov());
}
