using System.CommandLine;
using System.Diagnostics;
using Umbriel.Cards;
using Umbriel.Cli.Output;
using Umbriel.Cli.Terminal;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Inference;
using Umbriel.Reports;
using Umbriel.Reports.MiniBooNE;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel miniboone</c>: what of the card's model explains MiniBooNE's excess.</summary>
internal static class MiniBooNEVerb
{
    public static Command Create()
    {
        Command command = new("miniboone", "From a card to the regions that MiniBooNE's electron-like events prefer, with best fits, spectra and figures.");
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

        HelpWithExamples.Install(command, "umbriel miniboone cards/letter.yaml -o out/miniboone", "umbriel miniboone cards/panorama.yaml -o out/panorama --threads 2 --json");
        command.SetAction(parsed =>
        {
            Stopwatch clock = Stopwatch.StartNew();
            using Interruption interruption = new();
            string path = parsed.GetRequiredValue(card);
            Card model = CardReader.Read(path);
            MiniBooNEInputs inputs = MiniBooNEInputs.Read(model.Generation, model.MiniBooNE);
            using OutputFolder folder = new(parsed.GetRequiredValue(output));
            IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> planes;
            using (ProgressStages progress = new(parsed, quiet))
            {
                ScanRun run = new(model, new PointCache(PointCache.DefaultFolder()), parsed.GetValue(threads) ?? Environment.ProcessorCount, progress, interruption.Token);
                planes = run.Regions(inputs.Analyses, "MiniBooNE's fits");
            }

            MiniBooNEOutput.Write(folder, model, inputs, planes, ["miniboone", path], path, interruption.Token);
            Print(parsed.InvocationConfiguration.Output, planes, parsed.GetValue(json), parsed.GetRequiredValue(output), clock.Elapsed.TotalSeconds);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(TextWriter output, IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> planes, bool json, string folder, double seconds)
    {
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteStartArray("best_fits");
                foreach (PreferredPlane<MiniBooNEAnalysis> plane in planes)
                {
                    writer.WriteStartObject();
                    writer.WriteString("scenario", Scenarios.Name(plane.Scenario));
                    writer.WriteString("release", MiniBooNEDataReleases.Name(plane.Analysis.Fit.Release.Which));
                    writer.WriteString("mode", BeamModes.Name(plane.Analysis.Fit.Mode));
                    writer.WriteNumber("mzprime_GeV", plane.MZPrime);
                    writer.WriteFinite("mass_GeV", plane.ChiSquare.BestFit.Mass);
                    writer.WriteNumber("U2", plane.ChiSquare.BestFit.U2);
                    writer.WriteNumber("chi2", plane.ChiSquare.BestFit.ChiSquare);
                    writer.WriteNumber("chi2_background", plane.Analysis.Fit.BackgroundOnly);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteNumber("wall_seconds", seconds);
            });
            return;
        }

        TextTable table = new("scenario", "release", "mode", "mZ' [GeV]", "best mass [GeV]", "best |U|^2", "chi2", "background only");
        foreach (PreferredPlane<MiniBooNEAnalysis> plane in planes)
        {
            BestFit best = plane.ChiSquare.BestFit;
            table.Add(
                Scenarios.Name(plane.Scenario), MiniBooNEDataReleases.Name(plane.Analysis.Fit.Release.Which), BeamModes.Name(plane.Analysis.Fit.Mode), Show.Brief(plane.MZPrime),
                Show.Brief(best.Mass), Show.Brief(best.U2), Show.Brief(best.ChiSquare), Show.Brief(plane.Analysis.Fit.BackgroundOnly));
        }

        table.Write(output);
        output.WriteLine($"{seconds:F1} s; report: {Path.Combine(folder, "report.html")}");
    }
}
