using Umbriel.Inference;
using Umbriel.Response;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel limit</c>: observed and expected limit on |U|² at the card's masses.</summary>
internal static class LimitVerb
{
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
                MassLimit limit = scan.LimitAt(inputs.MicroBooNE, inputs.Card.Model);
                string covariance = inputs.Card.Fit.Covariance.Name;
                Print(run, limit, covariance);
            });
    }

    private static void Print(VerbRun run, MassLimit limit, string covariance) => run.Print(
        writer =>
        {
            writer.WriteFinite("observed_U2", limit.ObservedU2);
            writer.WriteFinite("expected_U2", limit.ExpectedU2);
            writer.WriteString("covariance", covariance);
        },
        output =>
        {
            TextTable table = new("|U|^2 above this is excluded at 95%", "");
            table.Add("observed", Show.Brief(limit.ObservedU2));
            table.Add("expected", Show.Brief(limit.ExpectedU2));
            table.Add("covariance", covariance);
            table.Write(output);
        });
}
