namespace Umbriel.Response;

/// <summary>How a pair is reconstructed.</summary>
public enum Topology
{
    /// <summary>One shower, no track.</summary>
    OneShower = 0,

    /// <summary>One shower and one track.</summary>
    OneShowerOneTrack = 1,

    /// <summary>Two showers.</summary>
    TwoShowers = 2,
}
