namespace Umbriel.Detector.Simulation;

/// <summary>What a simulation file says about its events as a whole.</summary>
public sealed record SimulationMetadata
{
    /// <summary>Program version.</summary>
    public required string Version { get; init; }

    /// <summary>Canonical text of the detector card.</summary>
    public required string DetectorCard { get; init; }

    /// <summary>Canonical text of what made the primaries: of the model card, or of the single particle.</summary>
    public required string Source { get; init; }

    /// <summary>Random seed.</summary>
    public required ulong Seed { get; init; }
}
