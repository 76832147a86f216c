using Umbriel.Core;

namespace Umbriel.MiniBooNE;

/// <summary>MiniBooNE's public data releases. Names used in cards: see <see cref="MiniBooNEDataReleases"/>.</summary>
public enum MiniBooNEDataRelease
{
    /// <summary>arXiv:1805.12028: neutrino mode 12.84e20 protons on target; "2018".</summary>
    Release2018 = 0,

    /// <summary>arXiv:2006.16883: neutrino mode 18.75e20 protons on target; "2020".</summary>
    Release2020 = 1,
}

/// <summary>The card's names of <see cref="MiniBooNEDataRelease"/>.</summary>
public static class MiniBooNEDataReleases
{
    private static readonly string[] Words = ["2018", "2020"];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names => Words;

    /// <summary>The card's name of a release.</summary>
    public static string Name(MiniBooNEDataRelease release) => Words[(int)release];

    /// <summary>Reads a card's name.</summary>
    /// <param name="name">As written in the card.</param>
    /// <param name="source">File and line, for the error message.</param>
    /// <exception cref="UserErrorException">When there is no such release.</exception>
    public static MiniBooNEDataRelease Parse(string name, string source) => (MiniBooNEDataRelease)CardWord.Parse(Words, name, source, "release");
}
