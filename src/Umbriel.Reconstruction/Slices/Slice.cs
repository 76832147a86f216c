namespace Umbriel.Reconstruction.Slices;

/// <summary>Things that belong together.</summary>
/// <param name="Points">Its points, in rising order.</param>
/// <param name="Fragments">The fragments of the cloud that these are all of, in rising order.</param>
/// <param name="Charge">Electrons.</param>
/// <param name="CosmicScore">0: nothing speaks for a cosmic muon; ½: it enters from outside; 1: it crosses the volume or came at another time.</param>
/// <param name="Light">Photo-electrons predicted if it came at time zero.</param>
/// <param name="FlashRatio">Predicted over counted photo-electrons of the flash in the gate; null without one.</param>
/// <param name="FlashPull">Distance of the predicted from the seen place of that flash, in units of its spread; null without one.</param>
public sealed record Slice(
    IReadOnlyList<int> Points, IReadOnlyList<int> Fragments, double Charge, double CosmicScore, double Light, double? FlashRatio, double? FlashPull);
