using Umbriel.Reports;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel limit</c>: observed and expected limit on |U|² at the card's masses.</summary>
internal static class LimitVerb
{
    public static Command Create()
    {
        CardInput card = new();
        return Verb.Create(
            "limit",
            "Observed and expected 95% limits on |U|^2 at the card's masses.",
            card.Symbols,
            Shared.Threads | Shared.Json,
            ["umbriel limit cards/key-point.yaml", "umbriel limit cards/heavy-dual.yaml --json"],
            run =>
            {
                SearchInputs inputs = SearchInputs.For(card.Read(run), run.Threads, run.Cancellation);
                ScanRun scan = new(inputs.Card, PointCache.None, run.Threads, NoProgress.Instance, run.Cancellation);
                LimitSummary limit = new(scan.LimitAt(inputs.MicroBooNE, inputs.Card.Model), inputs);
                run.Warn(limit.Notice);
                run.Print(limit);
            });
    }
}
