namespace Umbriel.Reconstruction.Hits;

/// <summary>Charge that arrived at one wire at one time.</summary>
/// <param name="Plane">Index of the plane.</param>
/// <param name="Wire">Wire.</param>
/// <param name="Time">When it reached the first plane, in samples; n + 1/2 is the middle of sample n.</param>
/// <param name="Width">Gaussian width, samples, smoothing included.</param>
/// <param name="Charge">Electrons.</param>
/// <param name="Start">First sample of its pulse.</param>
/// <param name="End">Last sample of its pulse.</param>
/// <param name="Multiplicity">Hits of the pulse.</param>
/// <param name="Goodness">χ² per degree of freedom of the pulse's fit with the plane's noise; null where a pulse was cut into pieces.</param>
public readonly record struct Hit(int Plane, int Wire, double Time, double Width, double Charge, int Start, int End, int Multiplicity, double? Goodness);
