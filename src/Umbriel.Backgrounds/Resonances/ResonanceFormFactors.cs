namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// Vector and axial form factors of the resonances: those of the Δ from K. M. Graczyk and J. T. Sobczyk, PRD 77 (2008)
/// 053001, carried to the other resonances by the level's power of (1 + Q²/(M + W)²).
/// Check: at W = 1.232, Q² = 0: G_V = 1.2385 (the quark model has 1, its Δ is too weak in photoproduction), G_A = 0.9455.
/// </summary>
internal static class ResonanceFormFactors
{
    private const double C3 = 2.13;
    private const double C4 = -1.51;
    private const double C5 = 0.48;
    private const double C5Stretch = 0.766;
    private const double AxialC5 = 1.2;

    /// <summary>The form factors at N = 0; those of level N have (1 + Q²/(M + W)²)^−N more.</summary>
    /// <param name="mass">Mass of the nucleon, GeV.</param>
    /// <param name="w">Invariant mass of the hadrons, GeV.</param>
    /// <param name="q2">Q², GeV².</param>
    /// <param name="vectorMass">M_V, GeV.</param>
    /// <param name="axialMass">M_A, GeV.</param>
    public static (double Vector, double Axial) At(double mass, double w, double q2, double vectorMass, double axialMass)
    {
        double m2 = mass * mass;
        double sum = w + mass;
        double level = Math.Sqrt(1.0 + (q2 / (sum * sum)));

        double v2 = vectorMass * vectorMass;
        double extra = 1.0 / (1.0 + (q2 / (4.0 * v2)));
        double dipole = 1.0 / ((1.0 + (q2 / v2)) * (1.0 + (q2 / v2)));
        double wide = 1.0 + (q2 / (C5Stretch * v2));
        double c3 = C3 * extra * dipole;
        double c4 = C4 * extra * dipole;
        double c5 = C5 * extra / (wide * wide);
        double minus = ((w * w) - q2 - m2) / (2.0 * m2);
        double plus = ((w * w) + q2 - m2) / (2.0 * m2);
        double half = 1.0 / (2.0 * Math.Sqrt(3.0));
        double g3 = half * ((c3 * sum / mass) + (c4 * minus) + (c5 * plus));
        double g1 = -half * ((c3 * (m2 + q2 + (mass * w)) / (mass * w)) + (c4 * minus) + (c5 * plus));
        double vector = 0.5 * level * Math.Sqrt((3.0 * g3 * g3) + (g1 * g1));

        double axial = 1.0 + (q2 / (axialMass * axialMass));
        double axialForm = 0.5 * Math.Sqrt(3.0) * level * (1.0 - (0.25 * minus)) * AxialC5 / (axial * axial);
        return (vector, axialForm);
    }
}
