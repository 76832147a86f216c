using Umbriel.Core.Numerics;
using Umbriel.Formats.Csv;

namespace Umbriel.Backgrounds.Tests.Pages;

/// <summary>What one program expects in the bins of a measurement, before smearing, with its statistical variance.</summary>
internal sealed record Prediction(string Name, double[] Values, double[] Variances);

/// <summary>Bins of a published cross section with their covariance, and the smearing that a prediction has to pass, if any.</summary>
/// <param name="Name">Of the distribution.</param>
/// <param name="Rows">The bins, in validation/reference/argon-measurements.</param>
/// <param name="Low">Lower edges along the axis that is drawn.</param>
/// <param name="High">Upper edges.</param>
/// <param name="Value">Measured.</param>
/// <param name="Covariance">Of the measured values.</param>
/// <param name="Smearing">Takes a prediction in true bins to one as measured; null for none.</param>
internal sealed record Measurement(string Name, ReferenceRow[] Rows, double[] Low, double[] High, double[] Value, double[][] Covariance, double[][]? Smearing)
{
    private const string Folder = "argon-measurements";

    /// <summary>Added to the diagonal, in units of it: covariances of six digits of 24 bins are not positive definite otherwise. Ten times the rounding.</summary>
    private const double Rounding = 1e-5;

    public static ReferenceRow[] Read(string name) => ReferenceRow.Read(name, Folder);

    public static double[][] Matrix(string name) => [.. CsvTable.Read(Repository.PathOf($"validation/reference/{Folder}/{name}.csv")).Rows];

    public static double[][] Diagonal(IEnumerable<double> errors)
    {
        double[] all = [.. errors];
        return [.. all.Select((error, i) => Enumerable.Range(0, all.Length).Select(j => i == j ? error * error : 0.0).ToArray())];
    }

    /// <summary>A prediction as the measurement would see it.</summary>
    public double[] Smear(double[] values) => Smearing is null ? values : [.. Smearing.Select(row => row.Zip(values, (a, b) => a * b).Sum())];

    /// <summary>χ² of a prediction, the common factor on it that fits best, and χ² with that; the prediction's own statistical error is added.</summary>
    public (double ChiSquared, double Factor, double AtBest) Compare(Prediction predicted)
    {
        int n = Value.Length;
        double[] smeared = Smear(predicted.Values);
        double[] factor = new double[Cholesky.PackedLength(n)];
        for (int i = 0, k = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++, k++)
            {
                double own = Smearing is null
                    ? i == j ? predicted.Variances[i] : 0.0
                    : Smearing[i].Zip(Smearing[j], (a, b) => a * b).Zip(predicted.Variances, (a, b) => a * b).Sum();
                factor[k] = (Covariance[i][j] * (i == j ? 1.0 + Rounding : 1.0)) + own;
            }
        }

        Cholesky.TryFactor(factor, n).ShouldBeTrue(Name);
        double best = Product(Value, smeared) / Product(smeared, smeared);
        return (Norm(1.0), best, Norm(best));

        double Norm(double scale)
        {
            double[] rest = [.. Value.Zip(smeared, (data, model) => data - (scale * model))];
            return Product(rest, rest);
        }

        double Product(double[] left, double[] right)
        {
            double[] solved = [.. right];
            Cholesky.Solve(factor, solved);
            return left.Zip(solved, (a, b) => a * b).Sum();
        }
    }

    /// <summary>As if nothing were smeared.</summary>
    public Measurement WithoutSmearing() => this with { Smearing = null };

    /// <summary>Some of the bins of a matrix.</summary>
    public static double[][] Block(double[][] matrix, int[] kept) => [.. kept.Select(i => kept.Select(j => matrix[i][j]).ToArray())];
}
