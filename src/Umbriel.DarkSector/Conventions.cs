namespace Umbriel.DarkSector;

/// <summary>How many dark neutrinos take part.</summary>
public enum Scenario
{
    /// <summary>ν_μ A → N4 A, N4 → ν e+e−.</summary>
    Single,

    /// <summary>ν_μ A → N5 A, N5 → N4 e+e−.</summary>
    Dual,
}

/// <summary>Nature of the dark neutrinos.</summary>
public enum HnlType
{
    /// <summary>Dirac: left-handed vertices, decays remember the polarisation.</summary>
    Dirac,

    /// <summary>Majorana: twice the width, decays isotropic about the spin.</summary>
    Majorana,
}

/// <summary>What the electromagnetic coupling e in e ε stands for.</summary>
public enum EmCouplingConvention
{
    /// <summary>e = √(4πα(0)).</summary>
    Thomson,

    /// <summary>e = g sinθ_W with the on-shell angle, as DarkNews has it: 3.87% more in every rate.</summary>
    DarkNews,
}

/// <summary>The branching ratio of the decay chain into e+e−.</summary>
public enum BranchingRatioConvention
{
    /// <summary>Taken as one, as DarkNews and therefore the letter have it.</summary>
    Unity,

    /// <summary>Computed from all open channels.</summary>
    Model,
}
