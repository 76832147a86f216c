namespace Umbriel.Reconstruction.Output;

/// <summary>What a reconstruction file says about its events as a whole.</summary>
/// <param name="Version">Umbriel's version.</param>
/// <param name="DetectorTitle">Name of the detector.</param>
/// <param name="DetectorCard">The detector card in canonical text.</param>
/// <param name="Input">Name of the simulation file.</param>
/// <param name="InputHash">Its SHA-256.</param>
public sealed record ReconstructionMetadata(string Version, string DetectorTitle, string DetectorCard, string Input, string InputHash);
