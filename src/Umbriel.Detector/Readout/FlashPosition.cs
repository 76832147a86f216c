namespace Umbriel.Detector.Readout;

/// <summary>Where photomultipliers saw a flash: mean and root mean square of their positions, each weighted with its photo-electrons, cm.</summary>
/// <param name="Y">Mean of y.</param>
/// <param name="Z">Mean of z.</param>
/// <param name="YWidth">Root mean square of y about its mean.</param>
/// <param name="ZWidth">Root mean square of z about its mean.</param>
public readonly record struct FlashPosition(double Y, double Z, double YWidth, double ZWidth);
