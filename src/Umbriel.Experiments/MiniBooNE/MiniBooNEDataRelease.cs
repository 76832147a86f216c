namespace Umbriel.Experiments.MiniBooNE;

/// <summary>MiniBooNE's public data releases.</summary>
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

    /// <summary>The card's name of a release.</summary>
    public static string Name(MiniBooNEDataRelease release) => Words[(int)release];
}
