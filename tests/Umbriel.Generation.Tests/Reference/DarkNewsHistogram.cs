
namespace Umbriel.Generation.Tests.Reference;

/// <summary>
/// A 40-bin distribution of validation/reference/darknews/hist_P01_key_gD1_microboone.csv (DarkNews 0.4.9), underflow and
/// overflow first and last.
/// </summary>
internal sealed record DarkNewsHistogram(string Observable, double[] Edges, double[] Content, double[] Error)
{
    public static IReadOnlyList<DarkNewsHistogram> Read() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "validation", "reference", "darknews", "hist_P01_key_gD1_microboone.csv"))
            .Where(line => !line.StartsWith('#') && !line.StartsWith("observable,", StringComparison.Ordinal))
            .Select(line => line.Split(','))
            .GroupBy(c => c[0])
            .Select(rows => new DarkNewsHistogram(
                rows.Key,
                [.. rows.Where(c => char.IsAsciiDigit(c[1][0])).Select(c => double.Parse(c[2])), double.Parse(rows.Last(c => char.IsAsciiDigit(c[1][0]))[3])],
                [.. rows.Select(c => double.Parse(c[4]))],
                [.. rows.Select(c => double.Parse(c[5]))])),
    ];

    /// <summary>Mean and its error over seeds, from hist_moments_P01_key_gD1_microboone.csv.</summary>
    public static IReadOnlyDictionary<string, (double Mean, double Error)> Means() =>
        File.ReadLines(Path.Combine(Repository.Root, "validation", "reference", "darknews", "hist_moments_P01_key_gD1_microboone.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(c => c[0], c => (double.Parse(c[1]), double.Parse(c[2])));

    /// <summary>
    /// Squared errors of the contents. Six seeds estimate each with five degrees of freedom only; the variance per content
    /// varies slowly over an observable, so it is pooled over five neighbouring bins.
    /// </summary>
    public double[] PooledVariances()
    {
        double[] pooled = new double[Content.Length];
        for (int i = 0; i < pooled.Length; i++)
        {
            double variance = 0.0;
            double content = 0.0;
            for (int k = Math.Max(0, i - 2); k <= Math.Min(pooled.Length - 1, i + 2); k++)
            {
                variance += Error[k] * Error[k];
                content += Content[k];
            }

            pooled[i] = content > 0.0 ? variance / content * Content[i] : 0.0;
        }

        return pooled;
    }
}
