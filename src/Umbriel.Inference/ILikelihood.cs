namespace Umbriel.Inference;

/// <summary>How well a signal agrees with data: what an analysis hands to scans. Any number of threads may evaluate.</summary>
public interface ILikelihood
{
    /// <summary>Bins of a signal.</summary>
    int BinCount { get; }

    /// <summary>χ² without signal.</summary>
    double BackgroundOnly { get; }

    /// <summary>χ² of the data against background plus signal.</summary>
    /// <param name="signal">Expected signal events, finite and ≥ 0; <see cref="BinCount"/> numbers.</param>
    /// <param name="value">χ² ≥ 0; of no meaning on failure.</param>
    /// <returns>False where the signal has no χ², because its covariance is not positive definite in double precision.</returns>
    bool TryChiSquare(ReadOnlySpan<double> signal, out double value);

    /// <summary>The same with the data replaced by the expected background.</summary>
    ILikelihood Asimov();
}
