namespace Umbriel.Core.Events;

/// <summary>Where the neutrino of an event scattered. Files hold the number, and the tokens beside it (<see cref="EventTokens.Regions"/>).</summary>
public enum EventRegion : byte
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>No neutrino scattered.</summary>
    None = 1,

    /// <summary>In the active volume.</summary>
    Tpc = 2,

    /// <summary>In the cryostat, outside the active volume.</summary>
    Cryostat = 3,

    /// <summary>Outside the cryostat.</summary>
    Dirt = 4,
}
