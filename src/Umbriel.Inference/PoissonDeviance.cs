using System.Diagnostics;

namespace Umbriel.Inference;

/// <summary>
/// Twice the log-likelihood ratio of Poisson counts to the saturated model, 2 Σ [μ - n + n ln(n/μ)] (Baker and Cousins,
/// Nucl. Instrum. Meth. 221 (1984) 437, eq. 16). Ignores every covariance; <see cref="PoissonProfile"/> does not.
/// </summary>
public static class PoissonDeviance
{
    /// <summary>One bin's term, ≥ 0; 2μ where nothing is observed. Check: n = 5, μ = 3 gives 1.10826.</summary>
    /// <param name="observed">n ≥ 0.</param>
    /// <param name="expected">μ > 0.</param>
    public static double Term(double observed, double expected)
    {
        Debug.Assert(observed >= 0.0 && expected > 0.0);
        if (observed <= 0.0)
        {
            return 2.0 * expected;
        }

        // With x = μ/n - 1 the term is 2n [x - ln(1+x)]; near x = 0 the difference is taken by its series.
        double x = (expected - observed) / observed;
        double bracket = Math.Abs(x) < 1e-3
            ? x * x * (0.5 - (x * ((1.0 / 3.0) - (x * (0.25 - (0.2 * x))))))
            : x - Math.Log(expected / observed);
        return 2.0 * observed * bracket;
    }

    /// <summary>Sum over bins.</summary>
    public static double ChiSquare(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected)
    {
        Debug.Assert(observed.Length == expected.Length);
        double sum = 0.0;
        for (int i = 0; i < observed.Length; i++)
        {
            sum += Term(observed[i], expected[i]);
        }

        return sum;
    }
}
