namespace Umbriel.Generation.Scattering;

/// <summary>What a nucleus is in coherent scattering.</summary>
public enum NuclearCurrent
{
    /// <summary>A spin-0 particle, H = F² PP: right for C12, O16, Si28 and Ar40.</summary>
    SpinZero,

    /// <summary>
    /// A Dirac particle with F1 = ZF and F2 = 0, H = F² (PP − qq + t g), as DarkNews has it. Differs by O(Q²/M²) of the
    /// total, which is up to 4% of the tiny helicity-flipping part on carbon at 3 GeV.
    /// </summary>
    DiracParticle,
}
