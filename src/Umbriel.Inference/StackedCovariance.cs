using System.Diagnostics;
using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// Covariance over the stacked [signal, background] bins. The signal s is what a fit looks for, so its rows are relative
/// to it and the background's are in events; each block has the type of its unit. Signal and background of a bin are
/// counted together, and their sum has
/// M_ij(s) = C_ij + F_ij s_i s_j + G_ij s_i + G_ji s_j,
/// C the background's, F the signal's and G their common part. A part that no source contributes to is not evaluated.
/// Immutable.
/// </summary>
public sealed class StackedCovariance
{
    private readonly double[]? cross;
    private readonly double[]? packedSignal;
    private readonly double[] packedBackground;

    /// <summary>Signal and background vary independently.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="signal">The signal's covariance, relative to the signal; null for none.</param>
    /// <param name="background">The background's, in events²; null for none.</param>
    /// <exception cref="ArgumentNullException">Both are null: there is nothing to know the bins from.</exception>
    public StackedCovariance(string source, FractionalCovariance? signal, AbsoluteCovariance? background)
        : this((signal?.Binning ?? background?.Binning)!, signal, null, background, [source])
    {
    }

    private StackedCovariance(Binning binning, FractionalCovariance? signal, double[]? cross, AbsoluteCovariance? background, IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(binning);
        if (background is not null)
        {
            binning.Require(background.Binning, "background covariance");
        }

        Binning = binning;
        Signal = signal;
        this.cross = cross;
        Background = background;
        Sources = sources;
        packedSignal = signal?.ToPacked();
        packedBackground = background?.ToPacked() ?? new double[Cholesky.PackedLength(binning.BinCount)];
    }

    /// <summary>The bins, the same for signal and background.</summary>
    public Binning Binning { get; }

    /// <summary>Names of the uncertainties it contains, in the order they were added.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>F, relative to the signal; null where no source varies it.</summary>
    public FractionalCovariance? Signal { get; }

    /// <summary>C, in events²; null where no source varies the background.</summary>
    public AbsoluteCovariance? Background { get; }

    /// <summary>Whether some source varies signal and background together.</summary>
    public bool HasCross => cross is not null;

    /// <summary>G_ij, in events: relative to the signal of one bin, absolute in the background of another; 0 where they vary independently.</summary>
    public double Cross(int signalBin, int backgroundBin) => cross is null ? 0.0 : cross[(signalBin * Binning.BinCount) + backgroundBin];

    /// <summary>
    /// What independent causes of one source do together: w Σ_k d_k d_kᵀ over the stacked bins, positive semidefinite by construction.
    /// </summary>
    /// <param name="binning">The bins.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="shifts">The shifts d_k, one per cause; finite.</param>
    /// <param name="weight">w, above zero.</param>
    /// <exception cref="ArgumentException">A shift has another number of bins or a value that is not finite, or the weight is not above zero.</exception>
    public static StackedCovariance FromShifts(Binning binning, string source, IReadOnlyCollection<StackedShift> shifts, double weight = 1.0)
    {
        ArgumentNullException.ThrowIfNull(binning);
        ArgumentNullException.ThrowIfNull(shifts);
        int n = binning.BinCount;
        if (shifts.Any(shift => shift.Signal.Length != n || shift.Background.Length != n))
        {
            throw new ArgumentException($"a shift has other bins than {binning}", nameof(shifts));
        }

        if (!(weight > 0.0 && double.IsFinite(weight)) || !shifts.All(shift => shift.Signal.All(double.IsFinite) && shift.Background.All(double.IsFinite)))
        {
            throw new ArgumentException($"{source}: a weight of {weight}, or a shift that is not finite", nameof(shifts));
        }

        bool signal = shifts.Any(shift => shift.Signal.Any(value => value != 0.0));
        bool background = shifts.Any(shift => shift.Background.Any(value => value != 0.0));
        return new StackedCovariance(
            binning,
            signal ? new FractionalCovariance(binning, SymmetricMatrix.Trusted(n, (i, j) => weight * shifts.Sum(d => d.Signal[i] * d.Signal[j])), source) : null,
            signal && background ? Square(n, (i, j) => weight * shifts.Sum(d => d.Signal[i] * d.Background[j])) : null,
            background ? new AbsoluteCovariance(binning, SymmetricMatrix.Trusted(n, (i, j) => weight * shifts.Sum(d => d.Background[i] * d.Background[j])), source) : null,
            [source]);
    }

    /// <summary>
    /// An uncertainty relative to signal and background together, M_ij = F_ij (s_i + b_i)(s_j + b_j): it grows with the
    /// signal, in full correlation with the background.
    /// </summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="fractional">F, relative to the whole prediction.</param>
    /// <param name="background">Expected background b on the same bins.</param>
    public static StackedCovariance OfPrediction(string source, FractionalCovariance fractional, Spectrum background)
    {
        ArgumentNullException.ThrowIfNull(fractional);
        ArgumentNullException.ThrowIfNull(background);
        AbsoluteCovariance absolute = fractional.ToAbsolute(background);
        double[] b = background.Total.ToArray();
        return new StackedCovariance(fractional.Binning, fractional, Square(b.Length, (i, j) => fractional[i, j] * b[j]), absolute, [source]);
    }

    /// <summary>Adds independent uncertainties of the same bins.</summary>
    public StackedCovariance Add(StackedCovariance other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Binning.Require(other.Binning, "covariance");
        return new StackedCovariance(
            Binning,
            Signal is { } f && other.Signal is { } g ? f.Add(g) : Signal ?? other.Signal,
            cross is { } c && other.cross is { } d ? [.. c.Zip(d, (x, y) => x + y)] : cross ?? other.cross,
            Background is { } a && other.Background is { } b ? a.Add(b) : Background ?? other.Background,
            [.. Sources, .. other.Sources]);
    }

    /// <summary>M(s), without allocation.</summary>
    /// <param name="signal">Expected signal s per bin, events.</param>
    /// <param name="matrix">Lower triangle row by row, events²; overwritten.</param>
    public void Evaluate(ReadOnlySpan<double> signal, Span<double> matrix)
    {
        Debug.Assert(signal.Length == Binning.BinCount);
        Debug.Assert(matrix.Length >= Cholesky.PackedLength(signal.Length));
        packedBackground.CopyTo(matrix);
        if (packedSignal is { } fractional)
        {
            for (int i = 0, k = 0; i < signal.Length; i++)
            {
                double scale = signal[i];
                for (int j = 0; j <= i; j++, k++)
                {
                    matrix[k] += fractional[k] * scale * signal[j];
                }
            }
        }

        if (cross is { } common)
        {
            int n = signal.Length;
            for (int i = 0, k = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++, k++)
                {
                    matrix[k] += (common[(i * n) + j] * signal[i]) + (common[(j * n) + i] * signal[j]);
                }
            }
        }
    }

    private static double[] Square(int n, Func<int, int, double> element) =>
        [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select element(i, j)];
}
