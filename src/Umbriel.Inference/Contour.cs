namespace Umbriel.Inference;

/// <summary>One connected piece of a contour, a polyline with the region at or above the level on its left (first axis to the right, second upwards).</summary>
/// <param name="X">First coordinates; in scan results the mass, GeV.</param>
/// <param name="Y">Second coordinates; in scan results |U|².</param>
/// <param name="IsClosed">True for a loop, whose last point repeats its first; otherwise it ends at the plane's border.</param>
public sealed record Contour(double[] X, double[] Y, bool IsClosed);
