namespace Umbriel.Inference.Tests;

/// <summary>Analytic χ² functions of (x, y) = (ln m, ln |U|²) and what can be known of them on paper.</summary>
internal static class PlaneToy
{
    /// <summary>Masses from e^-4 to 1 GeV.</summary>
    public static readonly ScanAxis Masses = ScanAxis.Logarithmic("mass", Math.Exp(-4.0), 1.0, 41);

    /// <summary>|U|² from e^-20 to e^-4.</summary>
    public static readonly ScanAxis Couplings = ScanAxis.Logarithmic("|U|^2", Math.Exp(-20.0), Math.Exp(-4.0), 81);

    public const double FarAway = 1e6;

    /// <summary>The middle of the plane.</summary>
    public const double X0 = -2.013;

    public const double Y0 = -12.037;

    public static readonly ConfidenceLevel Level68 = new(0.6827);
    public static readonly ConfidenceLevel Level95 = new(0.95);

    public static ChiSquarePlane Plane(Func<double, double, double> chiSquare, double backgroundOnly = FarAway, int threads = 2, ScanAxis? masses = null, ScanAxis? couplings = null) =>
        ChiSquarePlane.Compute(masses ?? Masses, couplings ?? Couplings, (m, u2) => chiSquare(Math.Log(m), Math.Log(u2)), backgroundOnly, threads);

    /// <summary>An ellipse with half-axes a and b at Δχ² = 1, turned anticlockwise by an angle.</summary>
    public static Func<double, double, double> Ellipse(double x0, double y0, double a, double b, double angle = 0.0, double minimum = 3.0)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return (x, y) =>
        {
            double u = (((x - x0) * cos) + ((y - y0) * sin)) / a;
            double v = (((y - y0) * cos) - ((x - x0) * sin)) / b;
            return minimum + (u * u) + (v * v);
        };
    }

    /// <summary>Area enclosed by an outline in the logarithms by the shoelace formula, positive when it runs clockwise (outer outlines).</summary>
    public static double Area(Contour contour)
    {
        double sum = 0.0;
        for (int k = 1; k < contour.X.Length; k++)
        {
            sum += (Math.Log(contour.X[k]) * Math.Log(contour.Y[k - 1])) - (Math.Log(contour.X[k - 1]) * Math.Log(contour.Y[k]));
        }

        return 0.5 * sum;
    }
}
