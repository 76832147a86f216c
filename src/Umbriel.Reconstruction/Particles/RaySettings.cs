namespace Umbriel.Reconstruction.Particles;

/// <summary>What counts as a ray. Chosen on simulated electrons, pairs and electrons with protons.</summary>
public sealed record RaySettings
{
    /// <summary>Largest distance from the apex that is looked at, cm: about a radiation length.</summary>
    public double Reach { get; init; } = 15.0;

    /// <summary>Radius of the tube at the apex, cm …</summary>
    public double Radius { get; init; } = 0.4;

    /// <summary>… and its growth with the distance: multiple scattering of some 100 MeV.</summary>
    public double Slope { get; init; } = 0.035;

    /// <summary>Stretch, cm, in which a ray has charge or not.</summary>
    public double Step { get; init; } = 0.4;

    /// <summary>Length without charge, cm, that ends a ray.</summary>
    public double Gap { get; init; } = 1.6;

    /// <summary>Least own length of a further ray, cm.</summary>
    public double LeastLength { get; init; } = 1.2;

    /// <summary>Least own charge of a further ray, electrons: some 2 MeV.</summary>
    public double LeastCharge { get; init; } = 5e4;

    /// <summary>Most rays.</summary>
    public int Most { get; init; } = 3;

    /// <summary>Most directions tried for each.</summary>
    public int Directions { get; init; } = 24;

    /// <summary>A ray against an earlier one, beyond this cosine, is its continuation backwards.</summary>
    public double Opposite { get; init; } = -0.96;
}
