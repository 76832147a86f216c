namespace Umbriel.Reconstruction.Veto;

/// <summary>Where a second shower is looked for.</summary>
public sealed record SecondShowerSettings
{
    /// <summary>Distance of neighbours in a cluster, cm.</summary>
    public double Distance { get; init; } = 4.0;

    /// <summary>Hits within that distance of a core, itself included.</summary>
    public int LeastNeighbours { get; init; } = 3;

    /// <summary>Least energy of a cluster, MeV.</summary>
    public double LeastEnergyMeV { get; init; } = 1.5;

    /// <summary>Hits are looked for up to this distance, cm, from the shower's start in each view.</summary>
    public double Reach { get; init; } = 200.0;
}
