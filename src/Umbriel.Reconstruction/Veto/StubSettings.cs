namespace Umbriel.Reconstruction.Veto;

/// <summary>What may be a stub.</summary>
public sealed record StubSettings
{
    /// <summary>Distance of neighbours in a cluster, cm. Single hits are clusters too.</summary>
    public double Distance { get; init; } = 1.0;

    /// <summary>Least energy of a cluster, as of a shower, MeV: a proton of 10 MeV gives 2.</summary>
    public double LeastEnergyMeV { get; init; } = 0.6;

    /// <summary>Longest stub, cm: the range of a proton of 100 MeV.</summary>
    public double LongestStub { get; init; } = 8.0;

    /// <summary>Hits are looked for up to this distance, cm, from the shower's start in each view.</summary>
    public double Reach { get; init; } = 100.0;

    /// <summary>Points of the shower that are farther apart than this, cm, are not one trunk.</summary>
    public double TrunkLink { get; init; } = 1.5;
}
