namespace Umbriel.Backgrounds.DeepInelastic;

/// <summary>
/// R = σ_L/σ_T of L. W. Whitlow et al., Phys. Lett. B 250 (1990) 193:
/// R = 0.0635 Θ/ln(Q²/0.04) + 0.5747/Q² − 0.3534/(Q⁴ + 0.09), Θ = 1 + 12 (Q²/(Q² + 1)) (0.125²/(0.125² + x²)),
/// for Q² ≥ 0.35 GeV²; below, R(0.35) · 3.207 Q²/(Q⁴ + 1) (Bodek and Yang, hep-ph/0411202), which joins it and vanishes
/// with Q². Check: R(0.1, 1) = 0.3424.
/// </summary>
public static class LongitudinalRatio
{
    private const double LowestQ2 = 0.35;

    /// <summary>R.</summary>
    /// <param name="x">Bjorken x.</param>
    /// <param name="q2">Q², GeV².</param>
    public static double At(double x, double q2) =>
        q2 >= LowestQ2 ? Whitlow(x, q2) : Whitlow(x, LowestQ2) * 3.207 * q2 / ((q2 * q2) + 1.0);

    private static double Whitlow(double x, double q2)
    {
        const double Width = 0.125 * 0.125;
        double theta = 1.0 + (12.0 * (q2 / (q2 + 1.0)) * (Width / (Width + (x * x))));
        return (0.0635 * theta / Math.Log(q2 / 0.04)) + (0.5747 / q2) - (0.3534 / ((q2 * q2) + 0.09));
    }
}
