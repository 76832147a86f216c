using Umbriel.Core;

namespace Umbriel.MiniBooNE;

/// <summary>Polarity of the beam's horn. Names used in cards: see <see cref="BeamModes"/>.</summary>
public enum BeamMode
{
    /// <summary>Forward horn current, neutrino mode; "fhc".</summary>
    Fhc = 0,

    /// <summary>Reverse horn current, antineutrino mode; "rhc".</summary>
    Rhc = 1,

    /// <summary>Both with their correlations, neutrino mode first; "combined".</summary>
    Combined = 2,
}

/// <summary>The card's names of <see cref="BeamMode"/>.</summary>
public static class BeamModes
{
    private static readonly string[] Words = ["fhc", "rhc", "combined"];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names => Words;

    /// <summary>The card's name of a mode.</summary>
    public static string Name(BeamMode mode) => Words[(int)mode];

    /// <summary>Reads a card's name.</summary>
    /// <param name="name">As written in the card.</param>
    /// <param name="source">File and line, for the error message.</param>
    /// <exception cref="UserErrorException">When there is no such mode.</exception>
    public static BeamMode Parse(string name, string source) => (BeamMode)CardWord.Parse(Words, name, source, "mode");
}
