using System.Text;
using Umbriel.DarkSector;

namespace Umbriel.Experiments.MiniBooNE.Tests.Prediction;

/// <summary>How much the prediction depends on its random numbers.</summary>
internal static class PrecisionSection
{
    private const int Seeds = 10;

    public static void Write(StringBuilder page, List<string> failures)
    {
        MiniBooNEPrediction defaults = new(Predictions.Beams, Predictions.Selection(EfficiencyConvention.Head), DarkNewsModel.Settings);
        page.Append($"""

            ## Precision of one prediction

            Relative standard deviation over {Seeds} seeds of the pairs and the smearing, at {2 * defaults.Counts.Liquid} to {2 * defaults.Counts.Most} pairs from the oil and {2 * defaults.Counts.Soil} from the
            soil (itself known to a quarter of its value); head efficiency. The same pairs serve all couplings of a mass, so that a contour feels a
            common shift, not noise along it.

            | point | selected | 11 bins, mean | 11 bins, largest | largest in a bin above 5% of the signal |
            |---|---|---|---|---|

            """);
        foreach ((string name, DarkSectorParameters point) in ConventionSection.Points)
        {
            double[][] runs = [.. Enumerable.Range(1, Seeds).Select(i => (ulong)i).AsParallel().AsOrdered().Select(seed =>
                Predictions.Compute(point, DarkNewsModel.Settings with { Seed = seed }, Predictions.Selection(EfficiencyConvention.Head, null, seed)))];
            double total = Spread([.. runs.Select(r => r.Sum())]);
            double[] bins = [.. Enumerable.Range(0, Counts.Bins - 1).Select(b => Spread([.. runs.Select(r => r[b])]))];
            double signal = runs.Average(r => r.Sum());
            double filled = bins.Where((_, b) => runs.Average(r => r[b]) > 0.05 * signal).Max();
            page.Append($"| {name} | {100.0 * total:0.0} % | {100.0 * bins.Average():0.0} % | {100.0 * bins.Max():0.0} % | {100.0 * filled:0.0} % |\n");
            if (total > 0.08)
            {
                failures.Add($"precision {name}: {total:0.000}");
            }
        }

        page.Append("""

            From the oil the total is good to half a per cent. Where nearly all pairs come from the soil it is several times worse: one sample of
            distances serves all lifetimes, so that at one of them the weights are unequal. There N ∝ |U|⁴, one |U|² from the rate and
            one from the lifetime, and |U|² at a fixed N is off by half of N's error.

            """);
    }

    private static double Spread(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1.0)) / mean;
    }
}
