namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>dE/dx where a shower starts, MeV/cm: near 2.1 for one electron, near 4.2 for a pair. Missing where too little of it was seen.</summary>
/// <param name="Planes">Median over wires in the plane's view.</param>
/// <param name="Combined">Mean of the planes, weighted with |cos| of the angle to the pitch direction and the plane's weight.</param>
/// <param name="Spatial">Median over pieces of the axis, from the charge of points around it.</param>
public sealed record StartLoss(IReadOnlyList<double?> Planes, double? Combined, double? Spatial);
