namespace Umbriel.Response;

/// <summary>Probability to be reconstructed in each published bin, for fine bins of a true variable.</summary>
public sealed class MigrationMatrix
{
    private readonly double width;
    private readonly double[] probabilities;

    /// <summary>Writes the probabilities of all reconstructed bins at one true value.</summary>
    public delegate void Response(double trueValue, Span<double> probabilities);

    /// <summary>Tabulates a response at the centres of fine bins.</summary>
    /// <param name="width">Width of the fine bins, which start at 0.</param>
    /// <param name="count">Number of fine bins; larger values use the last.</param>
    /// <param name="bins">Number of reconstructed bins.</param>
    /// <param name="response">The response.</param>
    public MigrationMatrix(double width, int count, int bins, Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        this.width = width;
        Count = count;
        Bins = bins;
        probabilities = new double[count * bins];
        for (int i = 0; i < count; i++)
        {
            response((i + 0.5) * width, probabilities.AsSpan(i * bins, bins));
        }
    }

    /// <summary>Number of fine bins.</summary>
    public int Count { get; }

    /// <summary>Number of reconstructed bins.</summary>
    public int Bins { get; }

    /// <summary>Fine bin of a true value.</summary>
    public int FineBin(double value) => Math.Clamp((int)(value / width), 0, Count - 1);

    /// <summary>Probability of a reconstructed bin for a fine bin.</summary>
    public double this[int fine, int bin] => probabilities[(fine * Bins) + bin];

    /// <summary>Adds <paramref name="weight"/> at a true value to the reconstructed bins.</summary>
    public void Fold(double value, double weight, double[] reconstructed)
    {
        ArgumentNullException.ThrowIfNull(reconstructed);
        int row = FineBin(value) * Bins;
        for (int b = 0; b < Bins; b++)
        {
            reconstructed[b] += weight * probabilities[row + b];
        }
    }

    /// <summary>Folds a finely binned true distribution.</summary>
    public double[] Fold(double[] fine)
    {
        ArgumentNullException.ThrowIfNull(fine);
        double[] result = new double[Bins];
        for (int i = 0; i < Count; i++)
        {
            for (int b = 0; b < Bins; b++)
            {
                result[b] += fine[i] * probabilities[(i * Bins) + b];
            }
        }

        return result;
    }
}
