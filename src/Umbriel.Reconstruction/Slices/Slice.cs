namespace Umbriel.Reconstruction.Slices;

/// <summary>Things that belong together.</summary>
/// <param name="Points">Its points, in rising order.</param>
/// <param name="Charge">Electrons.</param>
/// <param name="CosmicScore">0: nothing speaks for a cosmic muon; ½: it enters from outside; 1: it crosses the volume or came at another time.</param>
/// <param name="Light">Photo-electrons predicted if it came at time zero.</param>
/// <param name="FlashRatio">Predicted over counted photo-electrons of the flash in the gate; null without one.</param>
public sealed record Slice(IReadOnlyList<int> Points, double Charge, double CosmicScore, double Light, double? FlashRatio);
