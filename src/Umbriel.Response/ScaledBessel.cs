namespace Umbriel.Response;

/// <summary>e^(−x) I₀(x) for x ≥ 0 by the polynomials of Abramowitz and Stegun 9.8.1 and 9.8.2; error below 3e-7 of I₀(0).</summary>
internal static class ScaledBessel
{
    private const double Switch = 3.75;

    /// <summary>e^(−x) I₀(x); 0.4657596 at 1.</summary>
    public static double I0(double x)
    {
        if (x < Switch)
        {
            double t = x / Switch * (x / Switch);
            return Math.Exp(-x) * (1.0 + (t * (3.5156229 + (t * (3.0899424 + (t * (1.2067492 + (t * (0.2659732 + (t * (0.0360768 + (t * 0.0045813))))))))))));
        }

        double u = Switch / x;
        return (0.39894228 + (u * (0.01328592 + (u * (0.00225319 + (u * (-0.00157565 + (u * (0.00916281 + (u * (-0.02057706 + (u * (0.02635537 + (u * (-0.01647633 + (u * 0.00392377)))))))))))))))) / Math.Sqrt(x);
    }
}
