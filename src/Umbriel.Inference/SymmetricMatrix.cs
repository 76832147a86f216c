using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra.Double;
using Umbriel.Core.Numerics;

namespace Umbriel.Inference;

/// <summary>A checked symmetric, positive-semidefinite matrix, row-major. The storage behind both covariance types.</summary>
internal sealed class SymmetricMatrix
{
    /// <summary>Relative difference of mirrored elements beyond which a matrix counts as asymmetric.</summary>
    private const double SymmetryTolerance = 1e-9;

    private readonly double[] elements;

    private SymmetricMatrix(int size, double[] elements)
    {
        Size = size;
        this.elements = elements;
    }

    public int Size { get; }

    public double this[int row, int column] => elements[(row * Size) + column];

    /// <summary>Checks what came from outside.</summary>
    /// <exception cref="ArgumentException">It has a flaw.</exception>
    public static SymmetricMatrix Checked(int size, ReadOnlySpan<double> rowMajor, double tolerance) =>
        TryCreate(size, rowMajor, tolerance, out SymmetricMatrix? matrix, out CovarianceFlaw? flaw) ? matrix : throw new ArgumentException(flaw.ToString(), nameof(rowMajor));

    /// <summary>Checks what came from outside, and says what is wrong with it.</summary>
    public static bool TryCreate(int size, ReadOnlySpan<double> rowMajor, double tolerance, [NotNullWhen(true)] out SymmetricMatrix? matrix, [NotNullWhen(false)] out CovarianceFlaw? flaw)
    {
        matrix = null;
        if (rowMajor.Length != size * size)
        {
            flaw = new CovarianceFlaw("covariance", $"{rowMajor.Length} elements", $"{size} x {size} = {size * size}");
            return false;
        }

        double[] entries = rowMajor.ToArray();
        double largest = 0.0;
        for (int k = 0; k < entries.Length; k++)
        {
            if (!double.IsFinite(entries[k]))
            {
                flaw = new CovarianceFlaw($"covariance element ({(k / size) + 1}, {(k % size) + 1})", $"{entries[k]}", "a finite number");
                return false;
            }

            largest = Math.Max(largest, Math.Abs(entries[k]));
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double lower = entries[(i * size) + j];
                double upper = entries[(j * size) + i];
                if (Math.Abs(lower - upper) > SymmetryTolerance * largest)
                {
                    flaw = new CovarianceFlaw($"covariance elements ({i + 1}, {j + 1}) and ({j + 1}, {i + 1})", $"{lower} and {upper}", "a symmetric matrix");
                    return false;
                }

                entries[(i * size) + j] = entries[(j * size) + i] = 0.5 * (lower + upper);
            }
        }

        SymmetricMatrix candidate = new(size, entries);
        double smallest = candidate.SmallestEigenvalue();
        flaw = smallest < -tolerance * largest * size ? new CovarianceFlaw("covariance", $"a smallest eigenvalue of {smallest:G4}", "a positive-semidefinite matrix") : null;
        matrix = flaw is null ? candidate : null;
        return flaw is null;
    }

    /// <summary>Wraps what was built from checked pieces by operations that keep the properties.</summary>
    public static SymmetricMatrix Trusted(int size, Func<int, int, double> element)
    {
        double[] entries = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                entries[(i * size) + j] = entries[(j * size) + i] = element(i, j);
            }
        }

        return new SymmetricMatrix(size, entries);
    }

    public SymmetricMatrix Plus(SymmetricMatrix other) => Trusted(Size, (i, j) => this[i, j] + other[i, j]);

    public SymmetricMatrix Block(int start, int count) => Trusted(count, (i, j) => this[start + i, start + j]);

    public double SmallestEigenvalue() => DenseMatrix.OfColumnMajor(Size, Size, elements).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Min(v => v.Real);

    /// <summary>Lower triangle, row by row, as <see cref="Cholesky"/> wants it.</summary>
    public double[] ToPacked()
    {
        double[] packed = new double[Cholesky.PackedLength(Size)];
        for (int i = 0, k = 0; i < Size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                packed[k++] = this[i, j];
            }
        }

        return packed;
    }
}
