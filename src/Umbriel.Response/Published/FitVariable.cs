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
}
