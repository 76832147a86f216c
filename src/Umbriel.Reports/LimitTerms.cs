using System.Text.Json;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Inference;
using Umbriel.Systematics;

namespace Umbriel.Reports;

/// <summary>What says how a limit was made: the same members wherever JSON holds limits.</summary>
internal static class LimitTerms
{
    /// <summary>What is excluded: Δχ² at or above the quantile of two parameters, by Wilks' theorem.</summary>
    private const string Interval = "wilks-2";

    private const double Level = 0.95;

    /// <summary>Writes them.</summary>
    /// <param name="writer">An object that is open.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="scaling">Scaling of the background's error.</param>
    /// <param name="backgroundOnly">χ² of the data against the background alone.</param>
    public static void Write(Utf8JsonWriter writer, FitSettings fit, BackgroundScaling scaling, double backgroundOnly)
    {
        writer.WriteString("interval", Interval);
        writer.WriteNumber("level", Level);
        writer.WriteNumber("threshold", ConfidenceLevel.LetterThreshold);
        writer.WriteString("statistic", TestStatistics.Name(fit.Statistic));
        writer.WriteString("covariance", fit.Covariance.Name);
        writer.WriteString("scaling", BackgroundScalings.Name(scaling));
        writer.WriteNumber("chi2_background_only", backgroundOnly);
    }
}
