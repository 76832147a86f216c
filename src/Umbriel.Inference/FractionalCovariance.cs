using System.Diagnostics.CodeAnalysis;

namespace Umbriel.Inference;

/// <summary>
/// A covariance relative to a prediction, F_ij = M_ij / (μ_i μ_j) (no unit). It is of no use to a fit until a prediction
/// turns it into events with <see cref="ToAbsolute"/>; there is no other way from one type to the other.
/// </summary>
public sealed class FractionalCovariance
{
    private readonly SymmetricMatrix matrix;

    /// <summary>Takes a matrix from outside and checks it.</summary>
    /// <param name="binning">Its bins, in its own order.</param>
    /// <param name="rowMajor">Elements, row by row.</param>
    /// <param name="sources">Which uncertainties it contains, in words for cards and reports.</param>
    /// <param name="tolerance">Negative eigenvalues up to tolerance × size × largest element pass as rounding.</param>
    /// <exception cref="ArgumentException">When its size, symmetry, finiteness or positivity is at fault.</exception>
    public FractionalCovariance(Binning binning, ReadOnlySpan<double> rowMajor, string sources, double tolerance = 1e-9)
        : this(binning, SymmetricMatrix.Checked(binning.BinCount, rowMajor, tolerance), sources)
    {
    }

    /// <summary>Takes a matrix from a file, and says what is wrong with it instead of throwing.</summary>
    /// <param name="binning">Its bins, in its own order.</param>
    /// <param name="rowMajor">Elements, row by row.</param>
    /// <param name="sources">Which uncertainties it contains, in words for cards and reports.</param>
    /// <param name="tolerance">Negative eigenvalues up to tolerance × size × largest element pass as rounding.</param>
    /// <param name="covariance">The covariance; null where there is a flaw.</param>
    /// <param name="flaw">What is wrong with the matrix; null where nothing is.</param>
    public static bool TryCreate(
        Binning binning,
        ReadOnlySpan<double> rowMajor,
        string sources,
        double tolerance,
        [NotNullWhen(true)] out FractionalCovariance? covariance,
        [NotNullWhen(false)] out CovarianceFlaw? flaw)
    {
        ArgumentNullException.ThrowIfNull(binning);
        covariance = SymmetricMatrix.TryCreate(binning.BinCount, rowMajor, tolerance, out SymmetricMatrix? matrix, out flaw)
            ? new FractionalCovariance(binning, matrix, sources)
            : null;
        return covariance is not null;
    }

    internal FractionalCovariance(Binning binning, SymmetricMatrix matrix, string sources)
    {
        Binning = binning;
        this.matrix = matrix;
        Sources = sources;
    }

    /// <summary>The bins.</summary>
    public Binning Binning { get; }

    /// <summary>Which uncertainties it contains.</summary>
    public string Sources { get; }

    /// <summary>Element of two bins.</summary>
    public double this[int i, int j] => matrix[i, j];

    /// <summary>Fractional uncertainty of a bin, √F_ii.</summary>
    public double Uncertainty(int bin) => Math.Sqrt(matrix[bin, bin]);

    /// <summary>The block of one channel.</summary>
    public FractionalCovariance Only(string channel)
    {
        (int start, int count) = Binning.RangeOf(channel).GetOffsetAndLength(Binning.BinCount);
        return new FractionalCovariance(Binning.Only(channel), matrix.Block(start, count), Sources);
    }

    /// <summary>Adds independent uncertainties of the same bins.</summary>
    public FractionalCovariance Add(FractionalCovariance other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Binning.Require(other.Binning, "covariance");
        return new FractionalCovariance(Binning, matrix.Plus(other.matrix), $"{Sources} + {other.Sources}");
    }

    /// <summary>M_ij = F_ij μ_i μ_j, in events².</summary>
    /// <param name="prediction">Expected counts μ on the same binning.</param>
    public AbsoluteCovariance ToAbsolute(Spectrum prediction)
    {
        Binning.Require(prediction.Binning, "prediction");
        double[] mu = prediction.Total.ToArray();
        return new AbsoluteCovariance(Binning, SymmetricMatrix.Trusted(mu.Length, (i, j) => matrix[i, j] * mu[i] * mu[j]), Sources);
    }

    internal double[] ToPacked() => matrix.ToPacked();
}
