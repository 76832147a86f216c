using Umbriel.Core.Numerics;
using Umbriel.Inference;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// M_ij(S) = B_ij + S_i R_ij + S_j K_ij + S_i S_j Q_ij + δ_ij S_i and the residual without signal, all but S computed
/// once. Packed lower triangles, row by row.
/// </summary>
internal sealed class FitCoefficients
{
    private readonly double[] constant;
    private readonly double[] row;
    private readonly double[] column;
    private readonly double[] product;
    private readonly double[] residual;

    public FitCoefficients(FractionalCovariance fractional, IReadOnlyList<ModeSample> samples)
    {
        Part[] parts = [.. samples.SelectMany((sample, i) => Parts(sample, i * MiniBooNERelease.RowsPerMode))];
        Size = parts.Length;
        residual = [.. parts.Select(p => p.Data - p.Prediction)];
        int length = Cholesky.PackedLength(Size);
        constant = new double[length];
        row = new double[length];
        column = new double[length];
        product = new double[length];
        for (int i = 0, k = 0; i < Size; i++)
        {
            for (int j = 0; j <= i; j++, k++)
            {
                (Part a, Part b) = (parts[i], parts[j]);
                constant[k] = fractional[a.Row, b.Row] * a.Prediction * b.Prediction;
                row[k] = a.SignalRow is { } r ? fractional[r, b.Row] * b.Prediction : 0.0;
                column[k] = b.SignalRow is { } c ? fractional[a.Row, c] * a.Prediction : 0.0;
                product[k] = a.SignalRow is { } s && b.SignalRow is { } t ? fractional[s, t] : 0.0;
            }
        }
    }

    /// <summary>Bins of M.</summary>
    public int Size { get; }

    /// <summary>Fills M and the residual for a signal given in all <see cref="Size"/> bins.</summary>
    public void Fill(ReadOnlySpan<double> signal, Span<double> matrix, Span<double> difference)
    {
        for (int i = 0, k = 0; i < Size; i++)
        {
            double s = signal[i];
            difference[i] = residual[i] - s;
            for (int j = 0; j <= i; j++, k++)
            {
                double t = signal[j];
                matrix[k] = constant[k] + (s * row[k]) + (t * (column[k] + (s * product[k])));
            }

            matrix[k - 1] += s;
        }
    }

    private static IEnumerable<Part> Parts(ModeSample sample, int offset)
    {
        const int nue = MiniBooNERelease.NueBins;
        for (int i = 0; i < nue; i++)
        {
            yield return new Part(sample.NueData[i], sample.NueBackground[i], offset + nue + i, offset + i);
        }

        for (int i = 0; i < MiniBooNERelease.NumuBins; i++)
        {
            yield return new Part(sample.NumuData[i], sample.NumuPrediction[i], offset + (2 * nue) + i, null);
        }
    }

    /// <summary>One bin of M: its data, its prediction without signal, and their rows of the fractional matrix.</summary>
    private readonly record struct Part(double Data, double Prediction, int Row, int? SignalRow);
}
