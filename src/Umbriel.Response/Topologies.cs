using Umbriel.Core.Events;

namespace Umbriel.Response;

/// <summary>The topologies that the published selection keeps, and their places in arrays by topology.</summary>
public static class Topologies
{
    /// <summary>Number of selected topologies.</summary>
    public const int Count = 3;

    /// <summary>The selected topologies, in the order of arrays by topology.</summary>
    public static IReadOnlyList<Topology> Selected { get; } = [Topology.OneShower, Topology.OneShowerOneTrack, Topology.TwoShowers];

    /// <summary>Their names in files, in the same order.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["one_shower", "one_shower_one_track", "two_showers"];

    /// <summary>Their names for readers, in the same order.</summary>
    public static IReadOnlyList<string> Titles { get; } = ["1 shower", "1 shower + 1 track", "2 showers"];

    /// <summary>Place of a topology in <see cref="Selected"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not selected.</exception>
    public static int Index(Topology topology) => topology switch
    {
        Topology.OneShower => 0,
        Topology.OneShowerOneTrack => 1,
        Topology.TwoShowers => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(topology), topology, "not a selected topology"),
    };
}
