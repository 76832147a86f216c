namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>
/// G. Grindhammer and S. Peters, hep-ex/0001020, appendix A: average showers of electrons in homogeneous media, fitted to GEANT3
/// for 1 to 100 GeV: gamma distribution in depth, core and tail 2rR²/(r² + R²)² in radius, all scaled with X0, R_M and the depth
/// of the maximum.
/// </summary>
internal static class LateralParametrisation
{
    private const double Z = 18.0;
    private const double X0 = 19.55;

    // Their E_c = 2.66 (X0 Z/A)^1.1 MeV and R_M = 21.2 MeV X0/E_c.
    private static readonly double Critical = 2.66e-3 * Math.Pow(X0 * Z / 39.948, 1.1);

    /// <summary>Part of the energy within a radius, cm, at an energy in GeV.</summary>
    public static double Within(double energy, double radius)
    {
        double y = energy / Critical;
        double maximum = Math.Log(y) - 0.858;
        double alpha = 0.21 + ((0.492 + (2.38 / Z)) * Math.Log(y));
        double b = (alpha - 1.0) / maximum;
        double scaled = radius / (21.2e-3 / Critical * X0 / LiquidArgon.Density);
        double sum = 0.0;
        double weight = 0.0;
        for (int i = 0; i < 600; i++)
        {
            double t = (i + 0.5) * 0.05;
            double w = Math.Exp(((alpha - 1.0) * Math.Log(b * t)) - (b * t));
            weight += w;
            sum += w * AtDepth(energy, t / maximum, scaled);
        }

        return sum / weight;
    }

    private static double AtDepth(double energy, double tau, double r)
    {
        double log = Math.Log(energy);
        double core = 0.0251 + (0.00319 * log) + ((0.1162 - (0.000381 * Z)) * tau);
        double tail = (0.659 - (0.00309 * Z)) * (Math.Exp(-2.59 * (tau - 0.645)) + Math.Exp((0.3585 + (0.0421 * log)) * (tau - 0.645)));
        double x = (0.401 + (0.00187 * Z) - tau) / (1.313 - (0.0686 * log));
        double p = (2.632 - (0.00094 * Z)) * Math.Exp(x - Math.Exp(x));
        return (p * r * r / ((r * r) + (core * core))) + ((1.0 - p) * r * r / ((r * r) + (tail * tail)));
    }
}
