namespace Umbriel.Backgrounds.Resonances;

/// <summary>The baryon resonances below 2 GeV of D. Rein and L. M. Sehgal, Ann. Phys. 133 (1981) 79, table I.</summary>
public enum Resonance : byte
{
    /// <summary>Δ(1232) 3/2+.</summary>
    P33At1232,

    /// <summary>N(1535) 1/2−.</summary>
    S11At1535,

    /// <summary>N(1520) 3/2−.</summary>
    D13At1520,

    /// <summary>N(1650) 1/2−.</summary>
    S11At1650,

    /// <summary>N(1700) 3/2−.</summary>
    D13At1700,

    /// <summary>N(1675) 5/2−.</summary>
    D15At1675,

    /// <summary>Δ(1620) 1/2−.</summary>
    S31At1620,

    /// <summary>Δ(1700) 3/2−.</summary>
    D33At1700,

    /// <summary>N(1440) 1/2+.</summary>
    P11At1440,

    /// <summary>Δ(1600) 3/2+.</summary>
    P33At1600,

    /// <summary>N(1720) 3/2+.</summary>
    P13At1720,

    /// <summary>N(1680) 5/2+.</summary>
    F15At1680,

    /// <summary>Δ(1910) 1/2+.</summary>
    P31At1910,

    /// <summary>Δ(1920) 3/2+.</summary>
    P33At1920,

    /// <summary>Δ(1905) 5/2+.</summary>
    F35At1905,

    /// <summary>Δ(1950) 7/2+.</summary>
    F37At1950,

    /// <summary>N(1710) 1/2+.</summary>
    P11At1710,
}
