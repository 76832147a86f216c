using Umbriel.Inference;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>χ² of one of MiniBooNE's data sets for signals of any size.</summary>
internal sealed class MiniBooNELikelihood(MiniBooNEFit fit) : ILikelihood
{
    /// <summary>χ² of signals beyond <see cref="MostEvents"/>: far from the data, and excluded.</summary>
    private const double Excluded = 1e6;

    private const double MostEvents = 1e6;

    /// <inheritdoc/>
    public int BinCount => fit.BinCount;

    /// <inheritdoc/>
    public double BackgroundOnly => fit.BackgroundOnly;

    /// <inheritdoc/>
    /// <remarks>
    /// The released matrices are no covariances in the strict sense; with some signals of thousands of events that shows,
    /// and there is no χ².
    /// </remarks>
    public bool TryChiSquare(ReadOnlySpan<double> signal, out double value)
    {
        double sum = 0.0;
        foreach (double events in signal)
        {
            sum += events;
        }

        if (sum > MostEvents)
        {
            value = Excluded;
            return true;
        }

        return fit.TryChiSquare(signal, out value);
    }

    /// <inheritdoc/>
    public ILikelihood Asimov() => new MiniBooNELikelihood(fit.Asimov());
}
