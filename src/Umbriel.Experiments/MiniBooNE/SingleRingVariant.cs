namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// Measures of how far a pair is from a single ring, arXiv:2210.08021, sec. III, with c the cosine of the opening angle
/// and x the larger energy's share.
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
