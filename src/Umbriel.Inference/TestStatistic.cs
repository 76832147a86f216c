namespace Umbriel.Inference;

/// <summary>How observed and expected counts are compared. Names used in cards: see <see cref="TestStatistics"/>.</summary>
public enum TestStatistic
{
    /// <summary>Combined Neyman-Pearson with covariance, the letter's choice; "cnp".</summary>
    CombinedNeymanPearson,

    /// <summary>Pearson with covariance; "pearson".</summary>
    Pearson,

    /// <summary>Neyman with covariance; "neyman".</summary>
    Neyman,

    /// <summary>Poisson deviance with the covariance profiled as Gaussian nuisance parameters; "poisson-profile".</summary>
    PoissonProfile,

    /// <summary>The covariance alone, which then has to contain the statistics; "covariance-only".</summary>
    CovarianceOnly,
}

/// <summary>The card's names of <see cref="TestStatistic"/>.</summary>
public static class TestStatistics
{
    private static readonly string[] CardNames = ["cnp", "pearson", "neyman", "poisson-profile", "covariance-only"];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names => CardNames;

    /// <summary>The statistic where none is asked for: the letter's, or none of its own beside a covariance that contains the statistics.</summary>
    public static TestStatistic Standard(bool containsStatistics) => containsStatistics ? TestStatistic.CovarianceOnly : TestStatistic.CombinedNeymanPearson;

    /// <summary>The card's name of a statistic.</summary>
    public static string Name(TestStatistic statistic) => CardNames[(int)statistic];
}
