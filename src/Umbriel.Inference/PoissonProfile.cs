using System.Diagnostics;
using System.Runtime.CompilerServices;
using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>
/// Poisson deviance with systematic shifts as Gaussian nuisance parameters, profiled:
/// min over η of 2 Σ [μ' - n + n ln(n/μ')] + ηᵀ C η with μ' = μ + C η, which is the usual penalty δᵀ C⁻¹ δ on the shift
/// δ = C η written so that C may be singular. Convex; solved by damped Newton steps on the stack.
/// </summary>
public static class PoissonProfile
{
    /// <summary>Weight of the logarithmic barrier that keeps the prediction of an empty bin above zero; it moves the result by less than 1e-7.</summary>
    private const double Barrier = 1e-9;

    private const int MaximumSteps = 200;

    /// <summary>The profiled deviance, ≥ 0.</summary>
    /// <param name="observed">n ≥ 0 per bin.</param>
    /// <param name="expected">μ > 0 per bin.</param>
    /// <param name="covariance">C in events², packed as <see cref="Cholesky"/> packs it.</param>
    [SkipLocalsInit]
    public static double ChiSquare(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected, ReadOnlySpan<double> covariance)
    {
        Debug.Assert(observed.Length == expected.Length);
        Debug.Assert(covariance.Length >= Cholesky.PackedLength(observed.Length));
        int n = observed.Length;
        Span<double> work = stackalloc double[(6 * n) + Cholesky.PackedLength(n)];
        Span<double> eta = work[..n];
        Span<double> step = work.Slice(n, n);
        Span<double> prediction = work.Slice(2 * n, n);
        Span<double> weight = work.Slice(3 * n, n);
        Span<double> trial = work.Slice(4 * n, n);
        Span<double> scratch = work.Slice(5 * n, n);
        Span<double> matrix = work[(6 * n)..];
        eta.Clear();
        double value = Objective(observed, expected, covariance, eta, prediction);
        for (int iteration = 0; iteration < MaximumSteps; iteration++)
        {
            double decrement = NewtonStep(observed, covariance, eta, prediction, weight, trial, scratch, matrix, step);
            if (!(decrement > 1e-12 * (1.0 + value)))
            {
                break;
            }

            double length = 1.0;
            double next;
            while (true)
            {
                for (int i = 0; i < n; i++)
                {
                    trial[i] = eta[i] + (length * step[i]);
                }

                next = Objective(observed, expected, covariance, trial, prediction);
                if (next <= value - (1e-4 * length * decrement) || length < 1e-10)
                {
                    break;
                }

                length *= 0.5;
            }

            if (!(next < value))
            {
                break;
            }

            trial.CopyTo(eta);
            value = next;
        }

        // The barrier is left out of what is reported.
        Objective(observed, expected, covariance, eta, prediction);
        double result = PoissonDeviance.ChiSquare(observed, prediction);
        for (int i = 0; i < n; i++)
        {
            result += eta[i] * (prediction[i] - expected[i]);
        }

        return Math.Max(result, 0.0);
    }

    /// <summary>The objective with its barrier, infinite outside the domain; leaves μ + C η in <paramref name="prediction"/>.</summary>
    private static double Objective(ReadOnlySpan<double> observed, ReadOnlySpan<double> expected, ReadOnlySpan<double> covariance, ReadOnlySpan<double> eta, Span<double> prediction)
    {
        double value = 0.0;
        bool inside = true;
        for (int i = 0; i < eta.Length; i++)
        {
            double shift = 0.0;
            for (int j = 0; j < eta.Length; j++)
            {
                shift += Element(covariance, i, j) * eta[j];
            }

            prediction[i] = expected[i] + shift;
            inside &= prediction[i] > 0.0;
            value += eta[i] * shift;
        }

        if (!inside)
        {
            return double.PositiveInfinity;
        }

        for (int i = 0; i < eta.Length; i++)
        {
            value += PoissonDeviance.Term(Math.Max(observed[i], Barrier), prediction[i]);
        }

        return value;
    }

    /// <summary>
    /// Solves (1 + W² C) Δ = n/μ' - 1 - η, W = √n / μ', through the symmetric 1 + W C W.
    /// </summary>
    /// <returns>Minus the slope of the objective along the step.</returns>
    private static double NewtonStep(ReadOnlySpan<double> observed, ReadOnlySpan<double> covariance, ReadOnlySpan<double> eta, ReadOnlySpan<double> prediction, Span<double> weight, Span<double> slope, Span<double> scratch, Span<double> matrix, Span<double> step)
    {
        int n = eta.Length;
        for (int i = 0; i < n; i++)
        {
            double count = Math.Max(observed[i], Barrier);
            weight[i] = Math.Sqrt(count) / prediction[i];
            step[i] = (count / prediction[i]) - 1.0 - eta[i];
        }

        for (int i = 0, k = 0; i < n; i++)
        {
            double sum = 0.0;
            for (int j = 0; j < n; j++)
            {
                sum += Element(covariance, i, j) * step[j];
                if (j <= i)
                {
                    matrix[k++] = (weight[i] * weight[j] * Element(covariance, i, j)) + (i == j ? 1.0 : 0.0);
                }
            }

            slope[i] = 2.0 * sum;
            scratch[i] = weight[i] * sum;
        }

        if (!Cholesky.TryFactor(matrix, n))
        {
            return 0.0;
        }

        Cholesky.Solve(matrix, scratch);
        double decrement = 0.0;
        for (int i = 0; i < n; i++)
        {
            step[i] -= weight[i] * scratch[i];
            decrement += slope[i] * step[i];
        }

        return decrement;
    }

    private static double Element(ReadOnlySpan<double> packed, int i, int j) =>
        i >= j ? packed[(i * (i + 1) / 2) + j] : packed[(j * (j + 1) / 2) + i];
}
