namespace Umbriel.Inference;

/// <summary>A covariance of event counts, in events². Two of them add; a <see cref="FractionalCovariance"/> does not.</summary>
public sealed class AbsoluteCovariance
{
    private readonly SymmetricMatrix matrix;

    /// <summary>Takes a matrix from outside and checks it.</summary>
    /// <param name="binning">Its bins, in its own order.</param>
    /// <param name="rowMajor">Elements in events², row by row.</param>
    /// <param name="sources">Which uncertainties it contains, in words for cards and reports.</param>
    /// <param name="tolerance">Negative eigenvalues up to tolerance × size × largest element pass as rounding.</param>
    /// <exception cref="ArgumentException">When its size, symmetry, finiteness or positivity is at fault.</exception>
    public AbsoluteCovariance(Binning binning, ReadOnlySpan<double> rowMajor, string sources, double tolerance = 1e-9)
        : this(binning, SymmetricMatrix.Checked(binning.BinCount, rowMajor, tolerance), sources)
    {
    }

    internal AbsoluteCovariance(Binning binning, SymmetricMatrix matrix, string sources)
    {
        Binning = binning;
        this.matrix = matrix;
        Sources = sources;
    }

    /// <summary>The bins.</summary>
    public Binning Binning { get; }

    /// <summary>Which uncertainties it contains.</summary>
    public string Sources { get; }

    /// <summary>Element of two bins, events².</summary>
    public double this[int i, int j] => matrix[i, j];

    /// <summary>Standard deviation of a bin, √M_ii, in events.</summary>
    public double Uncertainty(int bin) => Math.Sqrt(matrix[bin, bin]);

    /// <summary>Adds independent uncertainties of the same bins.</summary>
    public static AbsoluteCovariance operator +(AbsoluteCovariance left, AbsoluteCovariance right)
    {
        ArgumentNullException.ThrowIfNull(left);
        return left.Add(right);
    }

    /// <summary>The lowest correlation that all pairs of so many bins can have, -1/(bins - 1).</summary>
    public static double LowestCorrelation(int bins) => bins > 1 ? -1.0 / (bins - 1) : -1.0;

    /// <summary>
    /// Built from one error per bin: C_ii = σ_i², C_ij = ρ σ_i σ_j.
    /// </summary>
    /// <param name="binning">The bins.</param>
    /// <param name="errors">Standard deviations σ in events, finite and ≥ 0.</param>
    /// <param name="correlation">ρ, the same between any two bins; from <see cref="LowestCorrelation"/> to 1, beyond which no such covariance exists.</param>
    /// <param name="sources">Which uncertainties it contains.</param>
    /// <exception cref="ArgumentException">When an error or the correlation is out of range.</exception>
    public static AbsoluteCovariance FromErrors(Binning binning, ReadOnlySpan<double> errors, double correlation, string sources)
    {
        int n = binning.BinCount;
        double lowest = LowestCorrelation(n);
        if (!(correlation >= lowest && correlation <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, $"expected a number between {lowest:G4} and 1");
        }

        if (errors.Length != n)
        {
            throw new ArgumentException($"{errors.Length} errors; expected {n}, one per bin of {binning}", nameof(errors));
        }

        double[] sigma = errors.ToArray();
        for (int i = 0; i < n; i++)
        {
            if (!double.IsFinite(sigma[i]) || sigma[i] < 0.0)
            {
                throw new ArgumentException($"error of bin {i + 1} is {sigma[i]}; expected a finite number, zero or more", nameof(errors));
            }
        }

        return new AbsoluteCovariance(binning, SymmetricMatrix.Trusted(n, (i, j) => sigma[i] * sigma[j] * (i == j ? 1.0 : correlation)), sources);
    }

    /// <summary>Adds independent uncertainties of the same bins.</summary>
    public AbsoluteCovariance Add(AbsoluteCovariance other)
    {
        Binning.Require(other.Binning, "covariance");
        return new AbsoluteCovariance(Binning, matrix.Plus(other.matrix), $"{Sources} + {other.Sources}");
    }

    /// <summary>The block of one channel.</summary>
    public AbsoluteCovariance Only(string channel)
    {
        (int start, int count) = Binning.RangeOf(channel).GetOffsetAndLength(Binning.BinCount);
        return new AbsoluteCovariance(Binning.Only(channel), matrix.Block(start, count), Sources);
    }

    /// <summary>F_ij = M_ij / (μ_i μ_j); the inverse of <see cref="FractionalCovariance.ToAbsolute"/>.</summary>
    /// <param name="prediction">Expected counts μ on the same binning, all above zero.</param>
    /// <exception cref="ArgumentException">When an expected count is zero.</exception>
    public FractionalCovariance ToFractional(Spectrum prediction)
    {
        Binning.Require(prediction.Binning, "prediction");
        double[] mu = prediction.Total.ToArray();
        int empty = Array.FindIndex(mu, m => m <= 0.0);
        return empty < 0
            ? new FractionalCovariance(Binning, SymmetricMatrix.Trusted(mu.Length, (i, j) => matrix[i, j] / (mu[i] * mu[j])), Sources)
            : throw new ArgumentException($"no expected events in bin {empty + 1}: a fraction of zero is undefined", nameof(prediction));
    }

    internal double[] ToPacked() => matrix.ToPacked();
}
