namespace Umbriel.Learning;

/// <summary>How trees are grown; names and meanings are XGBoost's (T. Chen, C. Guestrin, arXiv:1603.02754).</summary>
public sealed record BoostSettings
{
    /// <summary>Number of trees.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>Most splits from root to leaf (<c>max_depth</c>), 1 to 12.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>Factor on each tree (<c>eta</c>), above 0, up to 1.</summary>
    public double Eta { get; init; } = 0.1;

    /// <summary>Least gain of a split (<c>gamma</c>), at least 0.</summary>
    public double Gamma { get; init; }

    /// <summary>Penalty on the squares of leaves (<c>lambda</c>), at least 0.</summary>
    public double Lambda { get; init; } = 1.0;

    /// <summary>Share of rows in each tree (<c>subsample</c>), above 0, up to 1.</summary>
    public double RowShare { get; init; } = 1.0;

    /// <summary>Share of features in each tree (<c>colsample_bytree</c>), above 0, up to 1.</summary>
    public double FeatureShare { get; init; } = 1.0;

    /// <summary>Least sum of p (1 − p) in a leaf (<c>min_child_weight</c>), at least 0.</summary>
    public double LeastChildWeight { get; init; } = 1.0;

    /// <summary>Seed of the choice of rows and features.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Throws where a value is out of range.</summary>
    internal void Validate()
    {
        Expect(Rounds is >= 1 and <= 100_000, nameof(Rounds));
        Expect(Depth is >= 1 and <= 12, nameof(Depth));
        Expect(Eta is > 0.0 and <= 1.0, nameof(Eta));
        Expect(Gamma is >= 0.0 and < double.PositiveInfinity, nameof(Gamma));
        Expect(Lambda is >= 0.0 and < double.PositiveInfinity, nameof(Lambda));
        Expect(RowShare is > 0.0 and <= 1.0, nameof(RowShare));
        Expect(FeatureShare is > 0.0 and <= 1.0, nameof(FeatureShare));
        Expect(LeastChildWeight is >= 0.0 and < double.PositiveInfinity, nameof(LeastChildWeight));
        Expect(Seed >= 0, nameof(Seed));
    }

    private static void Expect(bool valid, string name)
    {
        if (!valid)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} is out of the range that its description gives.");
        }
    }
}
