using Umbriel.Detector.Simulation;

namespace Umbriel.Reconstruction.Output;

/// <summary>What a reconstruction file says about its events as a whole: all that is needed to make it again.</summary>
/// <param name="Version">Version of the Umbriel that reconstructed.</param>
/// <param name="Simulation">Detector, source, cosmic muons and seed of the simulated events, and the version of the Umbriel that simulated.</param>
/// <param name="FlashReach">Distance in z from the flash, cm, beyond which nothing was looked at; missing if everything was.</param>
public sealed record ReconstructionMetadata(string Version, SimulationMetadata Simulation, double? FlashReach = null);
