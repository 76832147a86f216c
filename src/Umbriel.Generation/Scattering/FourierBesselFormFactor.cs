using Umbriel.Core;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// Fourier-Bessel expansion of the measured charge density, ρ(r) = Σ a_n j0(nπr/R) for r &lt; R (H. de Vries,
/// C. W. de Jager, C. de Vries, At. Data Nucl. Data Tables 36 (1987) 495), whose transform is
/// F(q) ∝ Σ a_n (−1)^(n+1) R³ j0(qR)/((nπ)² − (qR)²). Beyond q = n_max π/R the expansion has no data behind it.
/// </summary>
public sealed class FourierBesselFormFactor : INuclearFormFactor
{
    private readonly double radius;
    private readonly double[] coefficients;
    private readonly double normalisation;

    /// <summary>
    /// For cut-off radius <paramref name="radiusFm"/> in fm and coefficients a_1, a_2, … (any common unit: F(0) = 1 is imposed).
    /// </summary>
    public FourierBesselFormFactor(double radiusFm, IReadOnlyList<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        radius = radiusFm * PhysicalConstants.FermiInInverseGeV;
        this.coefficients = [.. coefficients];
        double sum = 0.0;
        for (int n = 1; n <= this.coefficients.Length; n++)
        {
            sum += Alternating(n) * this.coefficients[n - 1] / (n * Math.PI * n * Math.PI);
        }

        normalisation = 1.0 / sum;
    }

    /// <inheritdoc/>
    public double Evaluate(double q)
    {
        double x = Math.Abs(q) * radius;
        double j0 = Sinc(x);
        double sum = 0.0;
        for (int n = 1; n <= coefficients.Length; n++)
        {
            double pole = n * Math.PI;
            double d = x - pole;

            // sin x = (−1)^n sin(x − nπ) removes the pole of the n-th term.
            double term = Math.Abs(d) < 1.0
                ? Sinc(d) / (x * (x + pole))
                : Alternating(n) * j0 / ((pole * pole) - (x * x));
            sum += coefficients[n - 1] * term;
        }

        return normalisation * sum;
    }

    private static double Alternating(int n) => (n & 1) == 0 ? -1.0 : 1.0;

    private static double Sinc(double x) => Math.Abs(x) < 1e-4 ? 1.0 - (x * x / 6.0) : Math.Sin(x) / x;
}
