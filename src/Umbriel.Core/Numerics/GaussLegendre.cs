using System.Collections.Concurrent;
using System.Diagnostics;

namespace Umbriel.Core.Numerics;

/// <summary>
/// Gauss-Legendre quadrature on [−1, 1]: ∫f ≈ Σ w_i f(x_i), exact for polynomials up to degree 2n − 1
/// (Abramowitz and Stegun 25.4.29). Nodes by Newton's iteration on P_n from Tricomi's estimate.
/// Check value: n = 2 has nodes ±1/√3 and weights 1.
/// </summary>
public static class GaussLegendre
{
    private static readonly ConcurrentDictionary<int, (double[] Nodes, double[] Weights)> Cache = new();

    /// <summary>The rule with <paramref name="n"/> ≥ 1 points, nodes ascending. The arrays are shared: do not write to them.</summary>
    public static (double[] Nodes, double[] Weights) Rule(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return Cache.GetOrAdd(n, Build);
    }

    /// <summary>∫ f over [<paramref name="a"/>, <paramref name="b"/>] with <paramref name="n"/> points.</summary>
    public static double Integrate(Func<double, double> f, double a, double b, int n)
    {
        Debug.Assert(double.IsFinite(a) && double.IsFinite(b));
        ArgumentNullException.ThrowIfNull(f);
        (double[] nodes, double[] weights) = Rule(n);
        double centre = 0.5 * (a + b);
        double half = 0.5 * (b - a);
        double sum = 0.0;
        for (int i = 0; i < nodes.Length; i++)
        {
            sum += weights[i] * f(centre + (half * nodes[i]));
        }

        return half * sum;
    }

    private static (double[] Nodes, double[] Weights) Build(int n)
    {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < (n + 1) / 2; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (n + 0.5)) * (1.0 - ((n - 1.0) / (8.0 * n * n * n)));
            double slope = 1.0;
            for (int iteration = 0; iteration < 20; iteration++)
            {
                (double value, slope) = Legendre(n, x);
                double step = value / slope;
                x -= step;
                if (Math.Abs(step) < 1e-16)
                {
                    break;
                }
            }

            if (n % 2 == 1 && i == n / 2)
            {
                x = 0.0;
            }

            (_, slope) = Legendre(n, x);
            nodes[i] = -x;
            nodes[n - 1 - i] = x;
            weights[i] = weights[n - 1 - i] = 2.0 / ((1.0 - (x * x)) * slope * slope);
        }

        return (nodes, weights);
    }

    private static (double Value, double Slope) Legendre(int n, double x)
    {
        double previous = 1.0;
        double current = x;
        for (int k = 2; k <= n; k++)
        {
            double next = ((((2.0 * k) - 1.0) * x * current) - ((k - 1.0) * previous)) / k;
            previous = current;
            current = next;
        }

        return (current, n * (previous - (x * current)) / (1.0 - (x * x)));
    }
}
