using Umbriel.Core.Events;

namespace Umbriel.Detector.Simulation;

/// <summary>What a simulation file says about its events as a whole.</summary>
public sealed record SimulationMetadata
{
    /// <summary>Program version.</summary>
    public required string Version { get; init; }

    /// <summary>Name of the detector.</summary>
    public required string DetectorTitle { get; init; }

    /// <summary>Canonical text of the detector card, which has no title.</summary>
    public required string DetectorCard { get; init; }

    /// <summary>Canonical text of what made the primaries: of the model card, of the single particle, or of the event file.</summary>
    public required string Source { get; init; }

    /// <summary>The cosmic muons that are laid over every event, in stable text; <c>none</c> for none.</summary>
    public string Cosmics { get; init; } = "none";

    /// <summary>Names of the weights of every event.</summary>
    public WeightNames WeightNames { get; init; } = WeightNames.None;

    /// <summary>Random seed.</summary>
    public required ulong Seed { get; init; }
}
