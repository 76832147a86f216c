using System.Runtime.CompilerServices;
using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// χ² of a signal hypothesis against observed counts: (n - b - s)ᵀ [V(n, b + s) + M(s)]⁻¹ (n - b - s), V the statistics
/// and M the systematic covariance of signal and background counted together (<see cref="StackedCovariance"/>). Immutable,
/// thread-safe, and free of allocation while evaluating.
/// </summary>
public sealed class SignalFit : ILikelihood
{
    /// <summary>Most bins supported; the working memory of an evaluation lives on the stack.</summary>
    public const int MaximumBins = 100;

    private const int SmallBins = 8;

    private readonly double[] observed;
    private readonly double[] background;
    private readonly StackedCovariance covariance;
    private readonly Binning binning;

    /// <summary>Sets up a fit to the background's observed counts.</summary>
    /// <param name="background">Expected background, > 0 in every bin, with observed counts.</param>
    /// <param name="covariance">Systematic covariance of signal and background on the same bins.</param>
    /// <param name="statistic">Comparison of counts.</param>
    /// <exception cref="ArgumentException">Binnings differ, a bin expects nothing, or there are too many bins.</exception>
    /// <exception cref="NumericalFailureException">The covariance without signal is singular.</exception>
    public SignalFit(Spectrum background, StackedCovariance covariance, TestStatistic statistic = TestStatistic.CombinedNeymanPearson)
        : this(background.Binning, background.Data.ToArray(), background.Total.ToArray(), covariance, statistic)
    {
        binning.Require(covariance.Binning, "covariance");
        for (int i = 0; i < this.background.Length; i++)
        {
            if (!(this.background[i] > 0.0))
            {
                throw new ArgumentException($"no expected events in bin {i + 1}; expected more than zero", nameof(background));
            }
        }

        if (BinCount > MaximumBins)
        {
            throw new ArgumentException($"{BinCount} bins; expected at most {MaximumBins}", nameof(background));
        }

        // One evaluation here turns a singular covariance into an error now instead of in the midst of a scan.
        BackgroundOnly = ChiSquare(new double[BinCount]);
    }

    private SignalFit(Binning binning, double[] observed, double[] background, StackedCovariance covariance, TestStatistic statistic)
    {
        this.binning = binning;
        this.observed = observed;
        this.background = background;
        this.covariance = covariance;
        Statistic = statistic;
    }

    /// <summary>Number of fitted bins.</summary>
    public int BinCount => background.Length;

    /// <summary>The comparison in use.</summary>
    public TestStatistic Statistic { get; }

    /// <summary>χ² without signal.</summary>
    public double BackgroundOnly { get; private set; }

    /// <summary>Observed counts per bin.</summary>
    public ReadOnlySpan<double> Observed => observed;

    /// <summary>Expected background per bin.</summary>
    public ReadOnlySpan<double> Background => background;

    /// <summary>The same fit to other data.</summary>
    /// <param name="data">Counts per bin, finite and ≥ 0.</param>
    public SignalFit WithObserved(ReadOnlySpan<double> data)
    {
        double[] counts = new Spectrum(binning, "data", data.ToArray()).Total.ToArray();
        var fit = new SignalFit(binning, counts, background, covariance, Statistic);
        fit.BackgroundOnly = fit.ChiSquare(new double[BinCount]);
        return fit;
    }

    /// <summary>The same fit to the Asimov data set, whose counts are the expected background: for expected limits.</summary>
    public SignalFit Asimov() => WithObserved(background);

    ILikelihood ILikelihood.Asimov() => Asimov();

    /// <summary>M(s), the systematic covariance of background plus this signal, events²; what the statistic adds for the counts is not in it.</summary>
    /// <param name="signal">Expected signal events per bin.</param>
    public double[,] SystematicCovariance(ReadOnlySpan<double> signal)
    {
        int n = BinCount;
        double[] packed = new double[Cholesky.PackedLength(n)];
        covariance.Evaluate(signal, packed);
        double[,] matrix = new double[n, n];
        for (int i = 0, k = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++, k++)
            {
                matrix[i, j] = matrix[j, i] = packed[k];
            }
        }

        return matrix;
    }

    /// <summary>χ² of background plus this signal.</summary>
    /// <param name="signal">Expected signal events per bin, finite and ≥ 0.</param>
    /// <returns>χ² ≥ 0.</returns>
    /// <exception cref="ArgumentException">A signal is negative or not finite, or has other bins.</exception>
    /// <exception cref="NumericalFailureException">The covariance is singular.</exception>
    public double ChiSquare(ReadOnlySpan<double> signal) => TryChiSquare(signal, out double value)
        ? value
        : throw new NumericalFailureException("chi-square", $"a signal of {string.Join(", ", signal.ToArray())} events", "a covariance that is not positive definite; fitted bins need uncertainties above zero");

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A signal is negative or not finite, or has other bins.</exception>
    [SkipLocalsInit]
    public bool TryChiSquare(ReadOnlySpan<double> signal, out double value)
    {
        int n = background.Length;
        if (signal.Length != n)
        {
            throw new ArgumentException($"{signal.Length} bins; expected {n}", nameof(signal));
        }

        // A constant size lets the usual few bins have their memory for free.
        Span<double> work = n <= SmallBins ? stackalloc double[(2 * SmallBins) + (SmallBins * (SmallBins + 1) / 2)] : stackalloc double[(2 * n) + Cholesky.PackedLength(n)];
        Span<double> expected = work[..n];
        Span<double> residual = work.Slice(n, n);
        Span<double> matrix = work.Slice(2 * n, Cholesky.PackedLength(n));
        for (int i = 0; i < n; i++)
        {
            if (!(signal[i] >= 0.0 && signal[i] <= double.MaxValue))
            {
                throw new ArgumentException($"bin {i + 1} of a signal: found {signal[i]}; expected a finite number of events, zero or more", nameof(signal));
            }

            expected[i] = background[i] + signal[i];
            residual[i] = observed[i] - expected[i];
        }

        covariance.Evaluate(signal, matrix);
        if (Statistic == TestStatistic.PoissonProfile)
        {
            value = PoissonProfile.ChiSquare(observed, expected, matrix);
            return true;
        }

        AddStatistics(expected, matrix);
        return Cholesky.TryQuadraticForm(matrix, residual, out value);
    }

    private void AddStatistics(ReadOnlySpan<double> expected, Span<double> matrix)
    {
        double[] n = observed;
        for (int i = 0, diagonal = 0; i < n.Length; i++, diagonal += i + 1)
        {
            matrix[diagonal] += Statistic switch
            {
                TestStatistic.CombinedNeymanPearson => CombinedNeymanPearson.Variance(n[i], expected[i]),
                TestStatistic.Pearson => Pearson.Variance(expected[i]),
                TestStatistic.Neyman => Neyman.Variance(n[i]),
                _ => 0.0,
            };
        }
    }
}
