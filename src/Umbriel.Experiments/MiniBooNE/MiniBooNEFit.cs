using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Inference;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// χ² of MiniBooNE's electron-like and muon events for a signal S, as in MiniBooNE's releases and arXiv:2308.02543: with
/// v = (S, background, muon events) and the fractional matrix F, C = F_ij v_i v_j + diag(S, 0, 0); the rows and columns of
/// signal and background are added bin by bin into M; χ² = rᵀ M⁻¹ r with r the data minus the prediction, without a
/// determinant. The muon rows are the constraint of the background. Immutable: any number of threads may evaluate.
/// </summary>
public sealed class MiniBooNEFit
{
    private readonly FitCoefficients coefficients;

    /// <summary>Prepares a fit.</summary>
    /// <param name="release">Data, predictions and covariances.</param>
    /// <param name="mode">Which polarities.</param>
    /// <exception cref="NumericalFailureException">The release's matrix without signal is not positive definite.</exception>
    public MiniBooNEFit(MiniBooNERelease release, BeamMode mode)
        : this(release, mode, (release ?? throw new ArgumentNullException(nameof(release))).Samples(mode))
    {
    }

    private MiniBooNEFit(MiniBooNERelease release, BeamMode mode, IReadOnlyList<ModeSample> samples)
    {
        Release = release;
        Mode = mode;
        coefficients = new FitCoefficients(release.Covariance(mode), samples);
        BinCount = release.Samples(mode).Count * MiniBooNERelease.NueBins;
        BackgroundOnly = ChiSquare(new double[BinCount]);
    }

    /// <summary>The release fitted.</summary>
    public MiniBooNERelease Release { get; }

    /// <summary>The polarities fitted.</summary>
    public BeamMode Mode { get; }

    /// <summary>Bins of a signal: 11, or 22 for both polarities (neutrino mode first).</summary>
    public int BinCount { get; }

    /// <summary>Bins that enter χ², muon bins included: 19, or 38 for both polarities.</summary>
    public int DegreesOfFreedomBins => coefficients.Size;

    /// <summary>χ² without signal.</summary>
    public double BackgroundOnly { get; }

    /// <summary>The same with the data replaced by the prediction without signal.</summary>
    public MiniBooNEFit Asimov() => new(Release, Mode, [.. Release.Samples(Mode).Select(s => s with { NueData = s.NueBackground, NumuData = s.NumuPrediction })]);

    /// <summary>χ² of a signal. Allocation-free.</summary>
    /// <param name="signal">Expected signal events in the release's bins of quasi-elastic energy, ≥ 0; <see cref="BinCount"/> numbers.</param>
    /// <exception cref="ArgumentException">A count is negative or not finite, or there are other bins.</exception>
    /// <exception cref="NumericalFailureException">The covariance is not positive definite.</exception>
    public double ChiSquare(ReadOnlySpan<double> signal) => TryChiSquare(signal, out double value) ? value : throw Failure(signal);

    /// <summary>χ² of a signal, without an exception where there is none. Allocation-free.</summary>
    /// <param name="signal">As for <see cref="ChiSquare"/>.</param>
    /// <param name="value">χ² ≥ 0; +∞ on failure.</param>
    /// <returns>False when a count is negative or not finite, or the covariance is not positive definite in double precision.</returns>
    public bool TryChiSquare(ReadOnlySpan<double> signal, out double value)
    {
        int size = coefficients.Size;
        Span<double> expanded = stackalloc double[size];
        Span<double> matrix = stackalloc double[Cholesky.PackedLength(size)];
        Span<double> residual = stackalloc double[size];
        value = double.PositiveInfinity;
        if (!TryExpand(signal, expanded))
        {
            return false;
        }

        coefficients.Fill(expanded, matrix, residual);
        if (Cholesky.TryQuadraticForm(matrix, residual, out double form) && double.IsFinite(form))
        {
            value = form;
            return true;
        }

        return false;
    }

    /// <summary>M of a signal in events², bins in order: electron-like, muon (then the same of antineutrino mode).</summary>
    /// <param name="signal">As for <see cref="ChiSquare"/>.</param>
    /// <param name="packed">Receives the lower triangle row by row; <see cref="Cholesky.PackedLength"/> of <see cref="DegreesOfFreedomBins"/> numbers.</param>
    /// <exception cref="ArgumentException">A count is negative or not finite, or there are other bins.</exception>
    public void FillCovariance(ReadOnlySpan<double> signal, Span<double> packed)
    {
        Span<double> expanded = stackalloc double[coefficients.Size];
        Span<double> residual = stackalloc double[coefficients.Size];
        if (!TryExpand(signal, expanded))
        {
            throw Failure(signal);
        }

        coefficients.Fill(expanded, packed, residual);
    }

    /// <summary>Puts the signal in its rows of all bins; muon rows stay zero.</summary>
    private bool TryExpand(ReadOnlySpan<double> signal, Span<double> expanded)
    {
        if (signal.Length != BinCount)
        {
            throw new ArgumentException($"{signal.Length} bins; expected {BinCount}", nameof(signal));
        }

        expanded.Clear();
        for (int i = 0; i < signal.Length; i++)
        {
            if (!(signal[i] >= 0.0 && signal[i] < double.PositiveInfinity))
            {
                return false;
            }

            (int mode, int bin) = Math.DivRem(i, MiniBooNERelease.NueBins);
            expanded[(mode * (MiniBooNERelease.NueBins + MiniBooNERelease.NumuBins)) + bin] = signal[i];
        }

        return true;
    }

    private Exception Failure(ReadOnlySpan<double> signal)
    {
        string source = $"MiniBooNE {MiniBooNEDataReleases.Name(Release.Which)} {BeamModes.Name(Mode)}";
        for (int i = 0; i < signal.Length; i++)
        {
            if (!(signal[i] >= 0.0 && signal[i] < double.PositiveInfinity))
            {
                return new ArgumentException($"{source}: signal, bin {i + 1}: found {signal[i]}; expected a finite number of events, zero or more", nameof(signal));
            }
        }

        double largest = 0.0;
        foreach (double count in signal)
        {
            largest = Math.Max(largest, count);
        }

        return new NumericalFailureException($"chi-square of {source}", $"a signal of at most {largest:R} events a bin", "a covariance that is not positive definite");
    }
}
