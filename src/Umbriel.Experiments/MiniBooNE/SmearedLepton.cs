namespace Umbriel.Experiments.MiniBooNE;

/// <summary>A lepton as reconstructed.</summary>
/// <param name="Energy">Total energy, GeV.</param>
/// <param name="Momentum">Its momentum, GeV; zero when resolution left no kinetic energy.</param>
/// <param name="CosTheta">Cosine of its angle to the beam; 1 at rest.</param>
public readonly record struct SmearedLepton(double Energy, double Momentum, double CosTheta)
{
    /// <summary>Sine of its angle to the beam.</summary>
    public double SinTheta => Math.Sqrt((1.0 - CosTheta) * (1.0 + CosTheta));
}
