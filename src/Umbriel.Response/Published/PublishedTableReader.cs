using Umbriel.Core;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Text;

namespace Umbriel.Response.Published;

/// <summary>Typed views of the published tables, with the checks their meaning allows.</summary>
internal static class PublishedTableReader
{
    public static PublishedSpectrum Spectrum(HepDataTable table)
    {
        HepDataDependent background = table.Find("MC");
        HepDataDependent signal = table.Find("Sig");
        return new PublishedSpectrum(
            table.Independent[0].Name,
            table.Independent[0].Units,
            table.Edges(),
            Counts(table, table.Find("Data")),
            Positive(table, background),
            Errors(table, background),
            Values(table, signal, value => value >= 0.0, "events, from 0 up"),
            Readings(background),
            Readings(signal));
    }

    public static PublishedSideband Sideband(HepDataTable table, string label)
    {
        HepDataDependent prediction = table.Find($"MC prediction ({label})");
        return new PublishedSideband(
            table.Independent[0].Name,
            table.Edges(),
            Counts(table, table.Find($"Data ({label})")),
            Positive(table, prediction),
            Errors(table, prediction));
    }

    public static EfficiencyMarginal Marginal(HepDataTable table)
    {
        if (table.Rows > PointSample.MaximumBins)
        {
            throw new UserErrorException(table.Source, table.Independent[0].Name, $"{table.Rows} bins", $"at most {PointSample.MaximumBins}");
        }

        double[] Efficiency(string name) => Values(table, table.Find(name), value => value is >= 0.0 and <= 1.0, "an efficiency from 0 to 1");
        return new EfficiencyMarginal(
            table.Independent[0].Name,
            table.Edges(),
            Efficiency("Total Efficiency"),
            Efficiency("1 shower + 0 tracks"),
            Efficiency("1 shower + 1 track"),
            Efficiency("2 showers + 0 tracks"),
            Readings(table.Find("Total Efficiency")));
    }

    /// <summary>A square matrix given element by element with indices from 0; symmetric.</summary>
    public static double[] Matrix(HepDataTable table, int size)
    {
        if (table.Independent.Count != 2 || table.Rows != size * size)
        {
            throw new UserErrorException(table.Source, null, $"{table.Independent.Count} independent variables and {table.Rows} rows", $"2 indices and {size * size} rows ({size} bins of score and sidebands)");
        }

        double[] matrix = new double[size * size];
        Array.Fill(matrix, double.NaN);
        HepDataDependent covariance = table.Find("Covariance");
        for (int row = 0; row < table.Rows; row++)
        {
            double i = table.Independent[0].Bins[row].Low;
            double j = table.Independent[1].Bins[row].Low;
            if (i != Math.Floor(i) || j != Math.Floor(j) || i < 0 || j < 0 || i >= size || j >= size || !double.IsNaN(matrix[((int)i * size) + (int)j]))
            {
                throw new UserErrorException(table.Source, "Covariance", $"indices ({i}, {j}) in row {row + 1}", $"each pair of whole numbers from 0 to {size - 1} once");
            }

            matrix[((int)i * size) + (int)j] = covariance.Values[row].Value;
        }

        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Math.Abs(matrix[(i * size) + j] - matrix[(j * size) + i]) > 1e-9 || matrix[(i * size) + i] < 0.0)
                {
                    throw new UserErrorException(table.Source, "Covariance", $"elements ({i}, {j}) {Show.Number(matrix[(i * size) + j])} and ({j}, {i}) {Show.Number(matrix[(j * size) + i])}", "a symmetric matrix with a diagonal from 0 up");
                }
            }
        }

        return matrix;
    }

    private static double[] Counts(HepDataTable table, HepDataDependent variable) =>
        Values(table, variable, value => value >= 0.0 && value == Math.Floor(value), "a count of events");

    private static double[] Positive(HepDataTable table, HepDataDependent variable) =>
        Values(table, variable, value => value > 0.0, "events, above 0");

    private static double[] Values(HepDataTable table, HepDataDependent variable, Predicate<double> accept, string expected)
    {
        double[] values = [.. variable.Values.Select(v => v.Value)];
        int bad = Array.FindIndex(values, value => !accept(value));
        return bad < 0 ? values : throw new UserErrorException(table.Source, variable.Name, $"{Show.Number(values[bad])} in row {bad + 1}", expected);
    }

    private static double[] Errors(HepDataTable table, HepDataDependent variable)
    {
        double[] errors = [.. variable.Values.Select(v => v.TotalError ?? double.NaN)];
        int bad = Array.FindIndex(errors, error => !(error > 0.0));
        return bad < 0 ? errors : throw new UserErrorException(table.Source, variable.Name, $"no error above 0 in row {bad + 1}", "errors: [{symerror: ...}] in every row");
    }

    private static double[] Readings(HepDataDependent variable) => [.. variable.Values.Select(v => v.Digitisation ?? 0.0)];
}
