using Umbriel.Core;

namespace Umbriel.Inference;

/// <summary>
/// Ways to read the published background and its errors; the record does not say which one the fit used. Names used in
/// cards: see <see cref="BackgroundUncertainties"/>.
/// </summary>
public enum BackgroundUncertainty
{
    /// <summary>Drawn error² minus the expected counts as systematic, plus the statistic's own term; "drawn-minus-poisson", the default.</summary>
    DrawnMinusPoisson,

    /// <summary>Drawn error² alone, taken to contain the statistics; "drawn-only".</summary>
    DrawnOnly,

    /// <summary>Drawn error² as systematic, plus the statistic's own term; "drawn-plus-cnp".</summary>
    DrawnPlusCnp,

    /// <summary>The score block of the released fractional matrix times the background, plus the statistic's own term; "matrix".</summary>
    Matrix,

    /// <summary>The whole released fractional matrix, the score bins constrained by the sidebands, plus the statistic's own term; "constrained-matrix".</summary>
    ConstrainedMatrix,
}

/// <summary>The card's names of <see cref="BackgroundUncertainty"/>.</summary>
public static class BackgroundUncertainties
{
    private static readonly string[] CardNames = ["drawn-minus-poisson", "drawn-only", "drawn-plus-cnp", "matrix", "constrained-matrix"];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names => CardNames;

    /// <summary>All variants, in order.</summary>
    public static IReadOnlyList<BackgroundUncertainty> All { get; } = Enum.GetValues<BackgroundUncertainty>();

    /// <summary>The card's name of a variant.</summary>
    public static string Name(BackgroundUncertainty variant) => CardNames[(int)variant];

    /// <summary>Reads a card's name.</summary>
    /// <param name="name">As written in the card.</param>
    /// <param name="source">File and line, for the error message.</param>
    /// <exception cref="UserErrorException">When there is no such variant.</exception>
    public static BackgroundUncertainty Parse(string name, string source)
    {
        int index = Array.IndexOf(CardNames, name);
        return index >= 0
            ? (BackgroundUncertainty)index
            : throw new UserErrorException(source, "covariance", $"\"{name}\"", $"one of {string.Join(", ", CardNames)}");
    }
}
