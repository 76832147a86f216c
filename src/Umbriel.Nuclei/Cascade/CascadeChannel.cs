namespace Umbriel.Nuclei.Cascade;

/// <summary>What a collision in the nucleus does to the hadron that collides.</summary>
public enum CascadeChannel : byte
{
    /// <summary>It is gone: a pion on two or three nucleons, an η to a pion.</summary>
    Absorption = 0,

    /// <summary>It leaves with another charge.</summary>
    ChargeExchange = 1,

    /// <summary>It scatters and keeps its charge.</summary>
    Inelastic = 2,

    /// <summary>A pion is made.</summary>
    Production = 3,
}

/// <summary>How the flight of a hadron ends; the first four are those of <see cref="CascadeChannel"/>.</summary>
public enum FlightEnd : byte
{
    /// <summary>See <see cref="CascadeChannel.Absorption"/>.</summary>
    Absorption = 0,

    /// <summary>See <see cref="CascadeChannel.ChargeExchange"/>.</summary>
    ChargeExchange = 1,

    /// <summary>See <see cref="CascadeChannel.Inelastic"/>.</summary>
    Inelastic = 2,

    /// <summary>See <see cref="CascadeChannel.Production"/>.</summary>
    Production = 3,

    /// <summary>It left the nucleus.</summary>
    Left = 4,

    /// <summary>A nucleon with too little energy to leave stays.</summary>
    Trapped = 5,
}
