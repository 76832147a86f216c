namespace Umbriel.Experiments.MiniBooNE;

/// <summary>Polarity of the beam's horn.</summary>
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

    /// <summary>The card's name of a mode.</summary>
    public static string Name(BeamMode mode) => Words[(int)mode];
}
