namespace Umbriel.Reconstruction.Vertices;

/// <summary>How well particles point back to where they come from. Chosen on simulated π0 and electrons with protons.</summary>
public sealed record VertexSettings
{
    /// <summary>Uncertainty of a start, cm.</summary>
    public double Width { get; init; } = 0.7;

    /// <summary>Uncertainty of a shower's direction, radians.</summary>
    public double Angle { get; init; } = 0.1;

    /// <summary>Distance, cm, from the vertex up to which a shower starts at it: beyond, it is a photon's.</summary>
    public double Touching { get; init; } = 1.5;

    /// <summary>Mean free path of photons of some 100 MeV, cm: 9/7 of a radiation length of 14.0 cm (PDG).</summary>
    public double FreePath { get; init; } = 18.0;

    /// <summary>Penalty (in units of log-likelihood) for a gap between vertex and shower, which most showers of an interaction with charged particles do not have.</summary>
    public double GapPenalty { get; init; } = 1.0;

    /// <summary>Largest penalty of a particle: it comes from elsewhere.</summary>
    public double Elsewhere { get; init; } = 8.0;

    /// <summary>Track score from which a particle is a track.</summary>
    public double TrackScore { get; init; } = 0.5;
}
