namespace Umbriel.Detector.Readout;

/// <summary>A piece of a deposit's charge when it reaches the first plane.</summary>
/// <param name="Y">Its middle, cm.</param>
/// <param name="Z">See <paramref name="Y"/>.</param>
/// <param name="AlongY">Its extent, cm.</param>
/// <param name="AlongZ">See <paramref name="AlongY"/>.</param>
/// <param name="TransverseVariance">Variance of diffusion in each direction along the plane, cm².</param>
/// <param name="Time">Mean arrival, samples; n + 1/2 is the middle of sample n.</param>
/// <param name="TimeWidth">Gaussian width of the arrival, samples.</param>
/// <param name="Electrons">Electrons that arrive.</param>
public readonly record struct ChargePiece(double Y, double Z, double AlongY, double AlongZ, double TransverseVariance, double Time, double TimeWidth, double Electrons);
