using Umbriel.Core;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>Two showers as the products of one decay.</summary>
/// <param name="OpeningAngle">Angle between their directions, degrees.</param>
/// <param name="Mass">Invariant mass of two massless particles, √(2 E₁ E₂ (1 − cos θ)), GeV.</param>
/// <param name="Asymmetry">|E₁ − E₂|/(E₁ + E₂); 0 where neither has energy.</param>
public readonly record struct ShowerPair(double OpeningAngle, double Mass, double Asymmetry)
{
    /// <summary>Works it out from directions of length 1 and energies, GeV, of which negative ones count as 0.</summary>
    public static ShowerPair Of(SpaceVector first, double firstEnergy, SpaceVector second, double secondEnergy)
    {
        double cosine = Math.Clamp(first.Dot(second), -1.0, 1.0);
        (double a, double b) = (Math.Max(0.0, firstEnergy), Math.Max(0.0, secondEnergy));
        return new ShowerPair(Math.Acos(cosine) * 180.0 / Math.PI, Math.Sqrt(2.0 * a * b * (1.0 - cosine)), a + b > 0.0 ? Math.Abs(a - b) / (a + b) : 0.0);
    }
}
