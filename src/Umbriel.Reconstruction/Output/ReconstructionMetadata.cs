using Umbriel.Detector.Simulation;

namespace Umbriel.Reconstruction.Output;

/// <summary>What a reconstruction file says about its events as a whole: program, simulated events, settings and models.</summary>
/// <param name="Version">Version of the Umbriel that reconstructed.</param>
/// <param name="Simulation">Detector, source, cosmic muons and seed of the simulated events, and the version of the Umbriel that simulated.</param>
/// <param name="FlashReach">Distance in z from the flash, cm, beyond which nothing was looked at; null if everything was.</param>
/// <param name="Settings">The settings of every step, in canonical text; null in a file of an earlier version.</param>
/// <param name="Models">The files of models and calibration, a line <c>NAME: SHA-256</c> for each; null in a file of an earlier version.</param>
public sealed record ReconstructionMetadata(string Version, SimulationMetadata Simulation, double? FlashReach = null, string? Settings = null, string? Models = null)
{
    /// <summary>That of a reconstruction.</summary>
    public static ReconstructionMetadata Of(string version, SimulationMetadata simulation, ReconstructionSettings settings, ReconstructionModels models)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(models);
        return new ReconstructionMetadata(version, simulation, settings.Slices.FlashReach, settings.ToCanonicalText(), models.ToCanonicalText());
    }
}
