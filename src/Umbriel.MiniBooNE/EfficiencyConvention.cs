using Umbriel.Core;

namespace Umbriel.MiniBooNE;

/// <summary>
/// The two ways in which the public code of arXiv:2308.02543 has applied the published efficiency. They differ by about
/// a factor of two in rate. Names used in cards: see <see cref="EfficiencyConventions"/>.
/// </summary>
public enum EfficiencyConvention
{
    /// <summary>
    /// Efficiency / <see cref="SelectionEfficiency.FiducialShare"/> at every visible energy: the table contains the share
    /// of the tank's events inside the fiducial radius, which the decay volume already accounts for; "head".
    /// </summary>
    Head = 0,

    /// <summary>The efficiency as tabulated, for 0.14 GeV &lt; visible energy &lt; 3 GeV only; "legacy".</summary>
    Legacy = 1,
}

/// <summary>The card's names of <see cref="EfficiencyConvention"/>.</summary>
public static class EfficiencyConventions
{
    private static readonly string[] Words = ["head", "legacy"];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names => Words;

    /// <summary>The card's name of a convention.</summary>
    public static string Name(EfficiencyConvention convention) => Words[(int)convention];

    /// <summary>Reads a card's name.</summary>
    /// <param name="name">As written in the card.</param>
    /// <param name="source">File and line, for the error message.</param>
    /// <exception cref="UserErrorException">When there is no such convention.</exception>
    public static EfficiencyConvention Parse(string name, string source) => (EfficiencyConvention)CardWord.Parse(Words, name, source, "efficiency");
}
