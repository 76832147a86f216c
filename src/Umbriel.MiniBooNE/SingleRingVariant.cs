using Umbriel.Core;

namespace Umbriel.MiniBooNE;

/// <summary>
/// Measures of how far a pair is from a single ring, arXiv:2210.08021, sec. III, with c the cosine of the opening angle
/// and x the larger energy's share. Names used in cards: see <see cref="SingleRingVariants"/>.
/// </summary>
public enum SingleRingVariant
{
    /// <summary>r = √((1 − c)²/4 + (1 − x)²), one ring below the cut; "circ1", the one used by arXiv:2308.02543.</summary>
    Circle1 = 0,

    /// <summary>r = √((1 + c)²/4 + x²), one ring above the cut; "circ0".</summary>
    Circle0 = 1,

    /// <summary>r = 1 − ((1 + c)/2 + x)/2, one ring below the cut; "diag".</summary>
    Diagonal = 2,
}

/// <summary>The card's names of <see cref="SingleRingVariant"/>.</summary>
public static class SingleRingVariants
{
    private static readonly string[] Words = ["circ1", "circ0", "diag"];

    /// <summary>All names, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names => Words;

    /// <summary>The card's name of a variant.</summary>
    public static string Name(SingleRingVariant variant) => Words[(int)variant];

    /// <summary>Reads a card's name.</summary>
    /// <param name="name">As written in the card.</param>
    /// <param name="source">File and line, for the error message.</param>
    /// <exception cref="UserErrorException">When there is no such variant.</exception>
    public static SingleRingVariant Parse(string name, string source) => (SingleRingVariant)CardWord.Parse(Words, name, source, "cut");
}
