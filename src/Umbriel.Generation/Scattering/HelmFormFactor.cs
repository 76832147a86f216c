using Umbriel.Core;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// Helm form factor (Helm, Phys. Rev. 104 (1956) 1466), F = 3 j1(qR)/(qR) exp(−q²s²/2), with s = 0.9 fm and
/// R² = (1.23 A^(1/3) − 0.6)² + (7/3) π² 0.52² − 5 s² fm² (Lewin and Smith, Astropart. Phys. 6 (1996) 87, Eq. 4.11).
/// </summary>
public sealed class HelmFormFactor : INuclearFormFactor
{
    private const double SkinFm = 0.9;
    private readonly double radius;
    private readonly double skin;

    /// <summary>For mass number <paramref name="a"/> ≥ 4.</summary>
    public HelmFormFactor(int a)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(a, 4);
        double c = (1.23 * Math.Cbrt(a)) - 0.6;
        double squared = (c * c) + (7.0 / 3.0 * Math.PI * Math.PI * 0.52 * 0.52) - (5.0 * SkinFm * SkinFm);
        radius = Math.Sqrt(squared) * PhysicalConstants.FermiInInverseGeV;
        skin = SkinFm * PhysicalConstants.FermiInInverseGeV;
    }

    /// <inheritdoc/>
    public double Evaluate(double q)
    {
        double x = q * radius;
        double y = q * skin;
        double uniform = Math.Abs(x) < 0.02
            ? 1.0 - (x * x / 10.0) + (x * x * x * x / 280.0)
            : 3.0 * (Math.Sin(x) - (x * Math.Cos(x))) / (x * x * x);
        return uniform * Math.Exp(-0.5 * y * y);
    }
}
