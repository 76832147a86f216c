using Umbriel.Cards;
using Umbriel.Generation.Sites;

namespace Umbriel.Studies.Simulation;

/// <summary>What is to be simulated, in the words of the program's options; null where nothing is said.</summary>
public sealed record SimulationRequest
{
    /// <summary>Largest number of events.</summary>
    public const long MaximumEvents = 100_000_000;

    /// <summary>Events where neither the request nor a file says how many.</summary>
    public const long UsualEvents = 100;

    /// <summary>A model card, whose pairs are the primaries.</summary>
    public Card? Model { get; init; }

    /// <summary>Path of a detector card; else that of the site.</summary>
    public string? Detector { get; init; }

    /// <summary>The site, where there is no model card.</summary>
    public DetectorSite? Site { get; init; }

    /// <summary>Number of events.</summary>
    public long? Events { get; init; }

    /// <summary>Random seed; else the model card's, or 1.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Name of a single particle.</summary>
    public string? Particle { get; init; }

    /// <summary>Its kinetic energy, MeV.</summary>
    public string? Energy { get; init; }

    /// <summary>Its direction, three numbers separated by commas.</summary>
    public string? Direction { get; init; }

    /// <summary>Path of a file of another generator's events.</summary>
    public string? EventsFrom { get; init; }

    /// <summary>Where the first particle starts: three numbers in cm, or <c>uniform</c>.</summary>
    public string? Vertex { get; init; }

    /// <summary>Added to the positions of a file, three numbers in cm.</summary>
    public string? Shift { get; init; }

    /// <summary>Name of the file's weight that counts.</summary>
    public string? Weight { get; init; }

    /// <summary>Unit of length of a file that does not say it: <c>mm</c> or <c>cm</c>.</summary>
    public string? LengthUnit { get; init; }

    /// <summary>Whether cosmic muons are laid over every event.</summary>
    public bool Cosmics { get; init; }

    /// <summary>Factor on their flux.</summary>
    public string? CosmicsScale { get; init; }
}
