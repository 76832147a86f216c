namespace Umbriel.Core.Events;

/// <summary>What an interaction looks like. Values are part of files: never renumber.</summary>
public enum Topology
{
    /// <summary>No particle was found.</summary>
    None = 0,

    /// <summary>One shower, no track.</summary>
    OneShower = 1,

    /// <summary>One shower and one track.</summary>
    OneShowerOneTrack = 2,

    /// <summary>Two showers, no track.</summary>
    TwoShowers = 3,

    /// <summary>Any other number.</summary>
    Other = 4,
}
