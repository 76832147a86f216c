namespace Umbriel.Response.Published;

/// <summary>The published distribution that is fitted.</summary>
public enum FitVariable
{
    /// <summary>NC π⁰ rejection score (4 bins), which the letter's limits use.</summary>
    Score,

    /// <summary>Reconstructed visible energy (6 bins).</summary>
    Energy,

    /// <summary>Reconstructed shower angle to the beam (5 bins).</summary>
    Angle,

    /// <summary>The number of events in all (one bin).</summary>
    Rate,
}

/// <summary>All distributions.</summary>
public static class FitVariables
{
    /// <summary>In the order of lists and reports, the letter's own first.</summary>
    public static IReadOnlyList<FitVariable> All { get; } = Enum.GetValues<FitVariable>();

    /// <summary>The word of cards and files.</summary>
    public static string Name(FitVariable variable) => variable switch
    {
        FitVariable.Score => "score",
        FitVariable.Energy => "energy",
        FitVariable.Angle => "angle",
        FitVariable.Rate => "rate",
        _ => throw new ArgumentOutOfRangeException(nameof(variable), variable, "not a distribution"),
    };
}
