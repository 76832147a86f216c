namespace Umbriel.Detector;

/// <summary>Energy left in the liquid along a short straight step.</summary>
/// <param name="Particle">Index in the event's list of the particle that left it.</param>
/// <param name="X">Start of the step, cm.</param>
/// <param name="Y">See <paramref name="X"/>.</param>
/// <param name="Z">See <paramref name="X"/>.</param>
/// <param name="EndX">End of the step, cm; equal to the start for energy left at a point.</param>
/// <param name="EndY">See <paramref name="EndX"/>.</param>
/// <param name="EndZ">See <paramref name="EndX"/>.</param>
/// <param name="Time">Time at the start, ns.</param>
/// <param name="Energy">Energy that ionises and excites, GeV.</param>
public readonly record struct Deposit(int Particle, double X, double Y, double Z, double EndX, double EndY, double EndZ, double Time, double Energy)
{
    /// <summary>Length of the step, cm.</summary>
    public double Length => Math.Sqrt(((EndX - X) * (EndX - X)) + ((EndY - Y) * (EndY - Y)) + ((EndZ - Z) * (EndZ - Z)));
}
