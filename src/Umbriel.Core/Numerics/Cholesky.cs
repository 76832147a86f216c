using System.Diagnostics;

namespace Umbriel.Core.Numerics;

/// <summary>
/// Cholesky factors M = L Lᵀ in caller-owned memory, lower triangle packed row by row: element (i, j ≤ i) at i(i+1)/2 + j.
/// No allocation, so that a fit of a few bins runs on the stack.
/// </summary>
public static class Cholesky
{
    /// <summary>A pivot below this fraction of its diagonal element counts as singular.</summary>
    private const double Singular = 1e-13;

    /// <summary>Numbers needed for an n × n matrix.</summary>
    public static int PackedLength(int n) => n * (n + 1) / 2;

    /// <summary>Replaces a packed matrix by its factor L.</summary>
    /// <returns>False when the matrix is not positive definite; the memory then holds nothing of use.</returns>
    public static bool TryFactor(Span<double> matrix, int n)
    {
        Debug.Assert(matrix.Length >= PackedLength(n));
        for (int i = 0, row = 0; i < n; row += ++i)
        {
            if (!TryFactorRow(matrix, i, row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Factors a packed positive-semidefinite matrix; directions without variance get a column of zeros, so that
    /// L z has the matrix as its covariance for independent unit z.
    /// </summary>
    /// <returns>False when a pivot is negative beyond rounding.</returns>
    public static bool TryFactorSemidefinite(Span<double> matrix, int n)
    {
        Debug.Assert(matrix.Length >= PackedLength(n));
        for (int i = 0, row = 0; i < n; row += ++i)
        {
            double diagonal = matrix[row + i];
            double pivot = diagonal;
            for (int j = 0, other = 0; j < i; other += ++j)
            {
                double sum = matrix[row + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= matrix[row + k] * matrix[other + k];
                }

                double value = matrix[other + j] > 0.0 ? sum / matrix[other + j] : 0.0;
                matrix[row + j] = value;
                pivot -= value * value;
            }

            if (!(pivot >= -1e-9 * Math.Abs(diagonal)))
            {
                return false;
            }

            matrix[row + i] = pivot > 1e-12 * diagonal ? Math.Sqrt(pivot) : 0.0;
        }

        return true;
    }

    /// <summary>
    /// rᵀ M⁻¹ r, factoring M on the way.
    /// </summary>
    /// <param name="matrix">Packed M; holds L afterwards.</param>
    /// <param name="residual">r; holds L⁻¹ r afterwards.</param>
    /// <param name="value">The quadratic form, ≥ 0.</param>
    /// <returns>False when M is not positive definite.</returns>
    public static bool TryQuadraticForm(Span<double> matrix, Span<double> residual, out double value)
    {
        Debug.Assert(matrix.Length >= PackedLength(residual.Length));
        value = 0.0;
        for (int i = 0, row = 0; i < residual.Length; row += ++i)
        {
            if (!TryFactorRow(matrix, i, row))
            {
                return false;
            }

            double y = residual[i];
            for (int k = 0; k < i; k++)
            {
                y -= matrix[row + k] * residual[k];
            }

            y /= matrix[row + i];
            residual[i] = y;
            value += y * y;
        }

        return true;
    }

    /// <summary>Replaces b by M⁻¹ b, from the factor of M.</summary>
    public static void Solve(ReadOnlySpan<double> factor, Span<double> b)
    {
        Debug.Assert(factor.Length >= PackedLength(b.Length));
        int n = b.Length;
        for (int i = 0, row = 0; i < n; row += ++i)
        {
            double sum = b[i];
            for (int k = 0; k < i; k++)
            {
                sum -= factor[row + k] * b[k];
            }

            b[i] = sum / factor[row + i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            int row = PackedLength(i);
            b[i] /= factor[row + i];
            for (int k = 0; k < i; k++)
            {
                b[k] -= factor[row + k] * b[i];
            }
        }
    }

    /// <summary>result = L z.</summary>
    public static void Multiply(ReadOnlySpan<double> factor, ReadOnlySpan<double> z, Span<double> result)
    {
        Debug.Assert(factor.Length >= PackedLength(z.Length));
        Debug.Assert(result.Length >= z.Length);
        for (int i = 0, row = 0; i < z.Length; row += ++i)
        {
            double sum = 0.0;
            for (int k = 0; k <= i; k++)
            {
                sum += factor[row + k] * z[k];
            }

            result[i] = sum;
        }
    }

    private static bool TryFactorRow(Span<double> matrix, int i, int row)
    {
        double diagonal = matrix[row + i];
        double pivot = diagonal;
        for (int j = 0, other = 0; j < i; other += ++j)
        {
            double sum = matrix[row + j];
            for (int k = 0; k < j; k++)
            {
                sum -= matrix[row + k] * matrix[other + k];
            }

            sum /= matrix[other + j];
            matrix[row + j] = sum;
            pivot -= sum * sum;
        }

        // Written so that not-a-number fails too.
        if (!(pivot > Singular * diagonal))
        {
            return false;
        }

        matrix[row + i] = Math.Sqrt(pivot);
        return true;
    }
}
