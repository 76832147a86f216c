using System.Runtime.Intrinsics;
using Umbriel.Core.Numerics;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sampling;

/// <summary>
/// Where the lines of many N cross the soil, and the rise of the flux R(f) along them, four at a time; f is the part of the
/// stretch passed. With ρ = ln R(1)/R(0), (e^(ρf)/R)^½ is so smooth that a polynomial stands for it (R falls nearly with
/// the squared distance from the parents' decay).
/// </summary>
internal sealed class SoilStretches
{
    private const int Terms = 6;

    // Beyond this many decay lengths before the soil nothing arrives.
    private const double OutOfReach = 600.0;

    // Interpolation at the Chebyshev points of [0, 1].
    private static readonly double[] Nodes = [.. Enumerable.Range(0, Terms).Select(k => 0.5 * (1.0 - Math.Cos(Math.PI * (k + 0.5) / Terms)))];

    // Gauss-Legendre on [0, 1]: places and weights.
    private static readonly (double U, double Share)[] Rule = UnitRule(6);

    private readonly Stretches soil;
    private readonly double[] logRise;
    private readonly double[][] polynomial;

    /// <summary>Room for a number of lines, a multiple of four.</summary>
    public SoilStretches(int count)
    {
        soil = new Stretches(count);
        logRise = new double[count];
        polynomial = [.. Enumerable.Range(0, Terms).Select(_ => new double[count])];
        Array.Fill(polynomial[0], 1.0);
    }

    /// <summary>Fills in one line of an N made by a neutrino of the given energy, against its flight.</summary>
    public void Set(int i, SoilCone cone, UpstreamFlux upstream, double energy, in Ray back)
    {
        Interval stretch = cone.Intersect(back);
        soil.Set(i, stretch);
        if (stretch.Length == 0.0)
        {
            return;
        }

        double start = back.Z - cone.TargetZ + (stretch.Start * back.DZ);
        double along = stretch.Length * back.DZ;
        logRise[i] = Math.Log(upstream.Ratio(energy, start + along) / upstream.Ratio(energy, start));
        Span<double> c = stackalloc double[Terms];
        for (int k = 0; k < Terms; k++)
        {
            c[k] = Math.Sqrt(Math.Exp(logRise[i] * Nodes[k]) / upstream.Ratio(energy, start + (Nodes[k] * along)));
        }

        ToPowers(c);
        for (int k = 0; k < Terms; k++)
        {
            polynomial[k][i] = c[k];
        }
    }

    /// <summary>
    /// ∫ e^(−l/λ)/λ R dl over lines <paramref name="i"/> to i + 3, with 1/λ in cm⁻¹: Gauss-Legendre in the cumulative of
    /// e^(−yf), where y gives it the integrand's ratio between the ends.
    /// </summary>
    public Vector256<double> Probabilities(int i, Vector256<double> perLength)
    {
        Vector256<double> before = soil.Starts(i) * perLength;
        Vector256<double> across = soil.Lengths(i) * perLength;
        Vector256<double> reached = Vector256.LessThan(before, Vector256.Create(OutOfReach)) & Vector256.GreaterThan(across, Vector256<double>.Zero);
        if (reached == Vector256<double>.Zero)
        {
            return Vector256<double>.Zero;
        }

        Vector256<double> one = Vector256<double>.One;
        Vector256<double> y = across - Vector256.Create(logRise, i);
        Vector256<double> within = VectorExponential.OneMinusDecay(y);
        Vector256<double> flat = Vector256.LessThan(Vector256.Abs(y), Vector256.Create(1e-3));
        Vector256<double> perY = one / Vector256.ConditionalSelect(flat, one, y);
        Vector256<double> c0 = Vector256.Create(polynomial[0], i);
        Vector256<double> c1 = Vector256.Create(polynomial[1], i);
        Vector256<double> c2 = Vector256.Create(polynomial[2], i);
        Vector256<double> c3 = Vector256.Create(polynomial[3], i);
        Vector256<double> c4 = Vector256.Create(polynomial[4], i);
        Vector256<double> c5 = Vector256.Create(polynomial[5], i);
        Vector256<double> sum = Vector256<double>.Zero;
        foreach ((double u, double share) in Rule)
        {
            Vector256<double> nearlyUniform = u * (one - (0.5 * (1.0 - u) * y));
            Vector256<double> f = Vector256.ConditionalSelect(flat, nearlyUniform, -Vector256.Log(one - (u * within)) * perY);
            Vector256<double> root = c0 + (f * (c1 + (f * (c2 + (f * (c3 + (f * (c4 + (f * c5)))))))));
            sum += Vector256.Create(share) / (root * root);
        }

        Vector256<double> average = Vector256.ConditionalSelect(flat, one - (0.5 * y), within * perY);
        return Vector256.ConditionalSelect(reached, across * average * VectorExponential.Decay(before) * sum, Vector256<double>.Zero);
    }

    private static (double U, double Share)[] UnitRule(int points)
    {
        (double[] nodes, double[] weights) = GaussLegendre.Rule(points);
        return [.. nodes.Zip(weights, (node, weight) => (0.5 * (1.0 + node), 0.5 * weight))];
    }

    /// <summary>From values at the nodes to coefficients of powers, by Newton's divided differences.</summary>
    private static void ToPowers(Span<double> c)
    {
        for (int order = 1; order < Terms; order++)
        {
            for (int k = Terms - 1; k >= order; k--)
            {
                c[k] = (c[k] - c[k - 1]) / (Nodes[k] - Nodes[k - order]);
            }
        }

        for (int order = Terms - 2; order >= 0; order--)
        {
            for (int k = order; k < Terms - 1; k++)
            {
                c[k] -= Nodes[order] * c[k + 1];
            }
        }
    }
}
