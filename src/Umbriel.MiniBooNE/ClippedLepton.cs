using Umbriel.Core;

namespace Umbriel.MiniBooNE;

/// <summary>
/// What becomes of a pair of which the energy resolution leaves one lepton no kinetic energy at all: about one in three
/// leptons of 10 MeV. Names used in cards: see <see cref="ClippedLeptons"/>.
/// </summary>
public enum ClippedLepton
{
    /// <summary>
    /// The pair is lost. So does the public code of arXiv:2308.02543, in effect: a lepton at rest has no direction, the
    /// opening angle is then not a number, and that fails the cut; "reject".
    /// </summary>
    Reject = 0,

    /// <summary>The pair passes the cut: what cannot be seen makes no second ring; "keep".</summary>
    Keep = 1,
}

/// <summary>The card's names of <see cref="ClippedLepton"/>.</summary>
public static class ClippedLeptons
{
    private static readonly string[] Words = ["reject", "keep"];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names => Words;

    /// <summary>The card's name of a choice.</summary>
    public static string Name(ClippedLepton choice) => Words[(int)choice];

    /// <summary>Reads a card's name.</summary>
    /// <param name="name">As written in the card.</param>
    /// <param name="source">File and line, for the error message.</param>
    /// <exception cref="UserErrorException">When there is no such choice.</exception>
    public static ClippedLepton Parse(string name, string source) => (ClippedLepton)CardWord.Parse(Words, name, source, "clipped");
}
