using System.Diagnostics;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Inference;
using Umbriel.Reports;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel search</c>: from a card to limits, figures and a report.</summary>
internal static class SearchVerb
{
    public static Command Create()
    {
        CardInput card = new();
        OutputOption output = CommonOptions.OutputFolder();
        Option<bool> replace = CommonOptions.ReplaceFigures();
        return Verb.Create(
            "search",
            "From a card to 95% limits on the published data, with figures, tables and a report.",
            [.. card.Symbols, output, replace],
            Shared.All,
            ["umbriel search cards/letter.yaml -o out/letter", "umbriel search cards/letter.yaml -o out/letter --threads 2 --json"],
            run =>
            {
                Stopwatch clock = Stopwatch.StartNew();
                SearchInputs inputs = SearchInputs.For(card.Read(run), run.Threads, run.Cancellation);
                using OutputFolder folder = new(run.Required(output), run.Value(replace));
                SearchResult result;
                using (ProgressStages progress = run.Stages())
                {
                    result = Search.Run(inputs, new PointCache(PointCache.DefaultFolder()), run.Threads, progress, run.Cancellation);
                }

                SearchSummary summary = SearchOutput.Write(folder, inputs, result, ["search", .. inputs.Card.ToArguments()], () => clock.Elapsed.TotalSeconds, run.Cancellation);
                run.Warn(FailedPlane.Describe(FailedPlane.Of(result.Comparisons, inputs.MicroBooNE.Name), "chi2"));
                run.Warn(folder.Notice);
                if (run.IsJson)
                {
                    run.Output.Write(summary.ToJson());
                    return;
                }

                Print(run.Output, summary, inputs.MicroBooNE.Fit.BinCount, result, run.Required(output));
            });
    }

    private static void Print(TextWriter output, SearchSummary summary, int bins, SearchResult result, string folder)
    {
        output.WriteLine($"signal at the card's point: {summary.Point.Signal.Total:F1} events; |U|^2 there {Show.Brief(summary.Point.Point.MixingSquared)}, excluded from {Show.Brief(summary.Point.Limit.Limit.ObservedU2)}, expected {Show.Brief(summary.Point.Limit.Limit.ExpectedU2)}");
        output.WriteLine($"closure on the letter's example: {summary.SelectedSignal:F1} events predicted, {summary.PublishedSignal:F1} published, mixtures +- {100.0 * summary.MixtureUncertainty:F0}%");
        output.WriteLine($"chi2 of the data against the background alone: {summary.ChiSquareBackgroundOnly:F2} / {bins}");
        TextTable table = new("scenario", "mZ' [GeV]", "strongest observed |U|^2", "expected there", "at mass [GeV]", "of MiniBooNE's 95% region excluded");
        foreach ((PlaneResult plane, PlaneComparison<MiniBooNEAnalysis> comparison) in result.Planes.Zip(result.Comparisons))
        {
            MassLimit? best = plane.Limits.Limits.Where(l => l.ObservedU2 is not null).MinBy(l => l.ObservedU2);
            table.Add(Scenarios.Name(plane.Scenario), Show.Brief(plane.MZPrime), Show.Brief(best?.ObservedU2), Show.Brief(best?.ExpectedU2), Show.Brief(best?.Mass), comparison.Preferred.ChiSquare.Prefers(comparison.Verdict.Allowed) ? Percentage.Of(comparison.Verdict.ExcludedArea) : PlaneFlags.NoPreference);
        }

        table.Write(output);
        output.WriteLine($"{summary.WallSeconds:F1} s; report: {Path.Combine(folder, "report.html")}");
    }
}
