using System.CommandLine;
using System.Diagnostics;
using Umbriel.Cli.Output;
using Umbriel.Cli.Terminal;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.Text;
using Umbriel.Inference;
using Umbriel.Reports;
using Umbriel.Scan;

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
            int workers = parsed.GetValue(threads) ?? Environment.ProcessorCount;
            SearchInputs inputs = SearchInputs.Read(path, workers);
            using OutputFolder folder = new(parsed.GetRequiredValue(output));
            SearchResult result;
            using (ProgressStages progress = new(parsed, quiet))
            {
                result = Search.Run(inputs, new PointCache(PointCache.DefaultFolder()), workers, progress, interruption.Token);
            }

            SearchSummary summary = SearchOutput.Write(folder, inputs, result, ["search", path], () => clock.Elapsed.TotalSeconds, interruption.Token);
            TextWriter standard = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                standard.Write(summary.ToJson());
            }
            else
            {
                Print(standard, summary, inputs.MicroBooNE.Fit.BinCount, result, parsed.GetRequiredValue(output));
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(TextWriter output, SearchSummary summary, int bins, SearchResult result, string folder)
    {
        output.WriteLine($"example signal: {summary.SelectedSignal:F1} events predicted, {summary.PublishedSignal:F1} published, mixtures +- {100.0 * summary.MixtureUncertainty:F0}%");
        output.WriteLine($"chi2 of the data against the background alone: {summary.ChiSquareBackgroundOnly:F2} / {bins}");
        TextTable table = new("scenario", "mZ' [GeV]", "strongest observed |U|^2", "expected there", "at mass [GeV]", "of MiniBooNE's 95% region excluded");
        foreach ((PlaneResult plane, PlaneComparison<MiniBooNEAnalysis> comparison) in result.Planes.Zip(result.Comparisons))
        {
            MassLimit? best = plane.Limits.Limits.Where(l => l.ObservedU2 is not null).MinBy(l => l.ObservedU2);
            table.Add(Scenarios.Name(plane.Scenario), Show.Brief(plane.MZPrime), Show.Brief(best?.ObservedU2), Show.Brief(best?.ExpectedU2), Show.Brief(best?.Mass), Percentage.Of(comparison.Verdict.ExcludedArea));
        }

        table.Write(output);
        output.WriteLine($"{summary.WallSeconds:F1} s; report: {Path.Combine(folder, "report.html")}");
    }
}
