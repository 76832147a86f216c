using Umbriel.Inference;
using Umbriel.Response;
using Umbriel.Scan;
using Umbriel.Systematics;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel limit</c>: observed and expected limit on |U|² at the card's masses.</summary>
internal static class LimitVerb
{
    /// <summary>What is excluded: Δχ² at or above the quantile of two parameters, by Wilks' theorem.</summary>
    private const string Interval = "wilks-2";

    private const double Level = 0.95;

    public static Command Create()
    {
        Argument<string> card = CommonOptions.Card();
        return Verb.Create(
            "limit",
            "Observed and expected 95% limits on |U|^2 at the card's masses.",
            [card],
            Shared.Threads | Shared.Json,
            ["umbriel limit cards/key-point.yaml", "umbriel limit cards/heavy-dual.yaml --json"],
            run =>
            {
                SearchInputs inputs = SearchInputs.Read(run.Required(card), run.Threads, run.Cancellation);
                ScanRun scan = new(inputs.Card, PointCache.None, run.Threads, NoProgress.Instance, run.Cancellation);
                Print(run, scan.LimitAt(inputs.MicroBooNE, inputs.Card.Model), inputs);
            });
    }

    private static void Print(VerbRun run, PointLimit point, SearchInputs inputs) => run.Print(
        writer =>
        {
            writer.WriteFinite("observed_U2", point.Limit.ObservedU2);
            writer.WriteFinite("expected_U2", point.Limit.ExpectedU2);
            writer.WriteString("interval", Interval);
            writer.WriteNumber("level", Level);
            writer.WriteNumber("threshold", ConfidenceLevel.LetterThreshold);
            writer.WriteString("statistic", TestStatistics.Name(inputs.MicroBooNE.Fit.Statistic));
            writer.WriteString("covariance", inputs.Card.Fit.Covariance.Name);
            writer.WriteString("scaling", BackgroundScalings.Name(inputs.Card.Fit.BackgroundScaling));
            writer.WriteNumber("chi2_background_only", inputs.MicroBooNE.Fit.BackgroundOnly);
            writer.WriteNumber("best_fit_U2", point.BestFit.U2);
        },
        output =>
        {
            TextTable table = new("|U|^2 above this is excluded at 95%", "");
            table.Add("observed", Show.Brief(point.Limit.ObservedU2));
            table.Add("expected", Show.Brief(point.Limit.ExpectedU2));
            table.Add("best fit at these masses", Show.Brief(point.BestFit.U2));
            table.Add("chi2 of the background alone", Show.Brief(inputs.MicroBooNE.Fit.BackgroundOnly));
            table.Add("covariance", inputs.Card.Fit.Covariance.Name);
            table.Add("background's error", BackgroundScalings.Name(inputs.Card.Fit.BackgroundScaling));
            table.Add("statistic", TestStatistics.Name(inputs.MicroBooNE.Fit.Statistic));
            table.Write(output);
        });
}
