using Umbriel.Core;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// Symmetrised Fermi charge distribution (Sprung and Martorell, J. Phys. A 30 (1997) 6525),
/// F = 3/(x (x² + y²)) · y/sinh y · [y coth y sin x − x cos x], x = qc, y = πqa, with a = 0.523 fm and c from the
/// measured radius: ⟨r²⟩ = (3/5) c² + (7/5) π² a².
/// </summary>
public sealed class FermiFormFactor : INuclearFormFactor
{
    private const double DiffusenessFm = 0.523;
    private readonly double halfDensityRadius;
    private readonly double diffuseness;

    /// <summary>For a nucleus of root-mean-square charge radius <paramref name="chargeRadius"/> in fm (above 2 fm).</summary>
    public FermiFormFactor(double chargeRadius)
    {
        double squared = (5.0 / 3.0 * chargeRadius * chargeRadius) - (7.0 / 3.0 * Math.PI * Math.PI * DiffusenessFm * DiffusenessFm);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(squared, nameof(chargeRadius));
        halfDensityRadius = Math.Sqrt(squared) * PhysicalConstants.FermiInInverseGeV;
        diffuseness = DiffusenessFm * PhysicalConstants.FermiInInverseGeV;
    }

    /// <inheritdoc/>
    public double Evaluate(double q)
    {
        double x = q * halfDensityRadius;
        double y = Math.PI * q * diffuseness;
        double meanSquare = (0.6 * x * x) + (1.4 * y * y);
        if (meanSquare < 1e-4)
        {
            return 1.0 - (meanSquare / 6.0);
        }

        return 3.0 / (x * ((x * x) + (y * y))) * (y / Math.Sinh(y)) * ((y / Math.Tanh(y) * Math.Sin(x)) - (x * Math.Cos(x)));
    }
}
