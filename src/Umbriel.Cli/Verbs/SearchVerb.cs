using System.CommandLine;
using System.Diagnostics;
using Umbriel.Cli.MiniBooNE;
using Umbriel.Cli.Output;
using Umbriel.Cli.Search;
using Umbriel.Cli.Terminal;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel search</c>: from a card to limits, figures and a report.</summary>
internal static class SearchVerb
{
    public static Command Create()
    {
        Command command = new("search", "From a card to 95% limits on the published data, with figures, tables and a report.");
        Argument<string> card = CommonOptions.Card();
        Option<string> output = CommonOptions.OutputFolder();
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        command.Add(card);
        foreach (Option option in new Option[] { output, threads, quiet, json })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(command, "umbriel search cards/letter.yaml -o out/letter", "umbriel search cards/letter.yaml -o out/letter --threads 2 --json");
        command.SetAction(parsed =>
        {
            Stopwatch clock = Stopwatch.StartNew();
            using Interruption interruption = new();
            string path = parsed.GetRequiredValue(card);
            SearchInputs inputs = SearchInputs.Read(path);
            MiniBooNEInputs others = MiniBooNEInputs.Read(inputs.Card);
            using OutputFolder folder = new(parsed.GetRequiredValue(output));
            PointCache cache = new(PointCache.DefaultFolder());
            int workers = parsed.GetValue(threads) ?? Environment.ProcessorCount;
            SearchResult result;
            IReadOnlyList<Comparison> comparisons;
            using (ProgressStages progress = new(parsed, quiet))
            {
                result = new SearchRun(inputs, cache, workers).Run(progress.Begin, interruption.Token);
                IReadOnlyList<MiniBooNEPlane> regions = new MiniBooNERun(others, cache, workers).Planes([others.Drawn], progress.Begin, interruption.Token);
                comparisons = Comparison.Compute(result, regions, progress.Begin, workers, interruption.Token);
            }

            SearchSummary summary = SearchOutput.Write(folder, inputs, result, others, comparisons, ["search", path], () => clock.Elapsed.TotalSeconds, interruption.Token);
            TextWriter standard = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                standard.Write(summary.ToJson());
            }
            else
            {
                Print(standard, summary, result, comparisons, parsed.GetRequiredValue(output));
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(TextWriter output, SearchSummary summary, SearchResult result, IReadOnlyList<Comparison> comparisons, string folder)
    {
        output.WriteLine($"example signal: {summary.SelectedSignal:F1} events predicted, {summary.PublishedSignal:F1} published, mixtures +- {100.0 * summary.MixtureUncertainty:F0}%");
        output.WriteLine($"chi2 of the data against the background alone: {summary.ChiSquareBackgroundOnly:F2} / {result.Fit.BinCount}");
        TextTable table = new("scenario", "mZ' [GeV]", "strongest observed |U|^2", "expected there", "at mass [GeV]", "of MiniBooNE's 95% region excluded");
        foreach ((PlaneResult plane, Comparison comparison) in result.Planes.Zip(comparisons))
        {
            Inference.MassLimit? best = plane.Limits.Limits.Where(l => l.ObservedU2 is not null).MinBy(l => l.ObservedU2);
            table.Add(SearchTables.Word(plane.Scenario), Show.Number(plane.MZPrime), Show.Number(best?.ObservedU2), Show.Number(best?.ExpectedU2), Show.Number(best?.Mass), Percentage.Of(comparison.Verdict.ExcludedArea));
        }

        table.Write(output);
        output.WriteLine($"{summary.WallSeconds:F1} s; report: {Path.Combine(folder, "report.html")}");
    }
}
