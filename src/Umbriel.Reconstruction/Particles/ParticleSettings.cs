namespace Umbriel.Reconstruction.Particles;

/// <summary>How fragments become particles.</summary>
public sealed record ParticleSettings
{
    /// <summary>Least charge of a particle's main fragment, electrons: some 4 MeV.</summary>
    public double LeastCharge { get; init; } = 1e5;

    /// <summary>Least number of its points.</summary>
    public int LeastPoints { get; init; } = 5;

    /// <summary>Distance beyond the ends, cm, from which fragments are gathered.</summary>
    public double Gap { get; init; } = 25.0;

    /// <summary>Distance from the axis, cm …</summary>
    public double Radius { get; init; } = 5.0;

    /// <summary>… and its growth with the distance from the centre.</summary>
    public double Slope { get; init; } = 0.3;
}
