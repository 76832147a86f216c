using System.Diagnostics;

namespace Umbriel.Core.Numerics;

/// <summary>
/// Globally adaptive Gauss-Kronrod 7-15 quadrature (Piessens et al., QUADPACK, Springer 1983, routine QAG): the panel
/// with the largest error estimate is halved until the sum of estimates is small enough. Deterministic.
/// Check value: ∫₀¹ √x dx = 2/3.
/// </summary>
public static class AdaptiveQuadrature
{
    private const int MaximumPanels = 4000;

    private static readonly double[] KronrodNodes =
    [
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691693013, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0.0,
    ];

    private static readonly double[] KronrodWeights =
    [
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
    ];

    private static readonly double[] GaussWeights =
    [
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
        0.381830050505118944950369775488975, 0.417959183673469387755102040816327,
    ];

    /// <summary>
    /// ∫ f over [<paramref name="a"/>, <paramref name="b"/>] to <paramref name="relativeTolerance"/> of the result
    /// (or 15 digits of the integral of |f|, whichever is reached first). Singular end points are never evaluated.
    /// </summary>
    /// <exception cref="NumericalFailureException">The integrand is not finite, or 4000 panels were not enough.</exception>
    public static double Integrate(Func<double, double> f, double a, double b, double relativeTolerance)
    {
        Debug.Assert(double.IsFinite(a) && double.IsFinite(b));
        ArgumentNullException.ThrowIfNull(f);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(relativeTolerance);
        if (a == b)
        {
            return 0.0;
        }

        List<Panel> panels = [Evaluate(f, a, b)];
        PriorityQueue<int, double> worst = new();
        worst.Enqueue(0, -panels[0].Error);
        double total = panels[0].Value;
        double error = panels[0].Error;
        double magnitude = panels[0].Magnitude;
        while (error > Math.Max(relativeTolerance * Math.Abs(total), 1e-15 * magnitude))
        {
            if (panels.Count >= MaximumPanels)
            {
                throw new NumericalFailureException("quadrature", $"[{a}, {b}]", $"no precision of {relativeTolerance} in {MaximumPanels} panels");
            }

            int index = worst.Dequeue();
            Panel parent = panels[index];
            double middle = 0.5 * (parent.A + parent.B);
            panels[index] = Evaluate(f, parent.A, middle);
            panels.Add(Evaluate(f, middle, parent.B));
            worst.Enqueue(index, -panels[index].Error);
            worst.Enqueue(panels.Count - 1, -panels[^1].Error);
            (total, error, magnitude) = (0.0, 0.0, 0.0);
            foreach (Panel panel in panels)
            {
                total += panel.Value;
                error += panel.Error;
                magnitude += panel.Magnitude;
            }
        }

        return total;
    }

    private static Panel Evaluate(Func<double, double> f, double a, double b)
    {
        double centre = 0.5 * (a + b);
        double half = 0.5 * (b - a);
        double middle = f(centre);
        double kronrod = KronrodWeights[7] * middle;
        double gauss = GaussWeights[3] * middle;
        double magnitude = KronrodWeights[7] * Math.Abs(middle);
        for (int i = 0; i < 7; i++)
        {
            double low = f(centre - (half * KronrodNodes[i]));
            double high = f(centre + (half * KronrodNodes[i]));
            kronrod += KronrodWeights[i] * (low + high);
            magnitude += KronrodWeights[i] * (Math.Abs(low) + Math.Abs(high));
            if (i % 2 == 1)
            {
                gauss += GaussWeights[i / 2] * (low + high);
            }
        }

        return double.IsFinite(kronrod)
            ? new Panel(a, b, half * kronrod, Math.Abs(half * (kronrod - gauss)), Math.Abs(half) * magnitude)
            : throw new NumericalFailureException("quadrature", $"[{a}, {b}]", "an integrand that is not finite");
    }

    private readonly record struct Panel(double A, double B, double Value, double Error, double Magnitude);
}
