using System.CommandLine;
using Umbriel.Cli.Output;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Formats.Json;
using Umbriel.Reconstruction;
using Umbriel.Reports;
using Umbriel.Studies.Performance;
using Umbriel.Studies.Reports;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel validate</c>: how well the reconstruction does, as a report.</summary>
internal static class ValidateVerb
{
    private const string Reconstruction = "reconstruction";
    private const int MostEvents = 100_000;

    public static Command Create()
    {
        Command command = new("validate", "How well the reconstruction does on particles that it simulates: a report with figures, tables and the numbers that are asked of it.");
        Argument<string> what = new("WHAT") { Description = $"What to validate: {Reconstruction}." };
        Option<string> detector = new("--detector") { Description = "Detector card (YAML).", Required = true, HelpName = "FILE" };
        Option<string> output = CommonOptions.OutputFolder();
        Option<int?> events = new("--events", "-n") { Description = "Events of each sample (default: the sample's own number, 1000 to 4000).", HelpName = "N" };
        Option<string?> samples = new("--samples") { Description = $"Samples, separated by commas (default: all): {string.Join(", ", PerformanceSample.Names)}.", HelpName = "NAMES" };
        Option<ulong> seed = new("--seed") { Description = $"Random seed (default: {PerformanceSample.LeastSeed}, and not less: lower ones are of the training); each sample adds its place in the list.", HelpName = "N", DefaultValueFactory = static _ => PerformanceSample.LeastSeed };
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        command.Add(what);
        foreach (Option option in new Option[] { detector, output, events, samples, seed, threads, quiet, json })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(command, "umbriel validate reconstruction --detector cards/detectors/microboone.yaml --samples electrons,photons --events 10 -o out/performance");
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(what) is not Reconstruction and var other)
            {
                throw new UserErrorException("WHAT", null, $"'{other}'", Reconstruction);
            }

            if (parsed.GetValue(events) is { } count and (< 1 or > MostEvents))
            {
                throw new UserErrorException("--events", null, $"{count}", $"1 to {MostEvents}");
            }

            ulong run = parsed.GetValue(seed);
            if (run < PerformanceSample.LeastSeed)
            {
                throw new UserErrorException("--seed", null, $"{run}", $"{PerformanceSample.LeastSeed} or more; lower ones are of the training");
            }

            string path = parsed.GetRequiredValue(detector);
            DetectorCard card = DetectorCardReader.Read(path);
            ValidationPlan plan = new(card, path, run, [.. PerformanceSample.Named(card, "--samples", parsed.GetValue(samples)).Select(s => (s, parsed.GetValue(events) ?? s.Events))]);
            using Interruption interruption = new();
            using OutputFolder folder = new(parsed.GetRequiredValue(output));
            PerformanceReport report;
            using (ProgressReporter progress = Progress.Start(parsed, quiet, "validate", "events", plan.Samples.Sum(static s => (long)s.Events)))
            {
                report = plan.Run(ReconstructionModels.Default(), parsed.GetValue(threads) ?? Environment.ProcessorCount, progress, interruption.Token);
            }

            ValidationOutput.Write(folder, plan, report, interruption.Token);
            Print(parsed.InvocationConfiguration.Output, report, parsed.GetValue(json), parsed.GetRequiredValue(output));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(TextWriter output, PerformanceReport report, bool json, string folder)
    {
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteStartArray("numbers");
                foreach (PerformanceNumber number in report.Numbers)
                {
                    writer.WriteStartObject();
                    writer.WriteString("quantity", number.Quantity);
                    writer.WriteFinite("least", number.Least);
                    writer.WriteFinite("most", number.Most);
                    writer.WriteFinite("value", number.Measured?.Value);
                    writer.WriteFinite("error", number.Measured?.Error);
                    writer.WriteNumber("count", number.Measured?.Count ?? 0);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteStartObject("median_milliseconds_per_event");
                foreach (SampleResult sample in report.Results)
                {
                    writer.WriteFinite(sample.Sample.Name, 1e3 * Estimate.Quantile(sample.Events.Select(static e => e.Time), 0.5)?.Value);
                }

                writer.WriteEndObject();
                writer.WriteString("report", Path.Combine(folder, "report.html"));
            });
            return;
        }

        TextTable table = new(ValidationTables.SummaryHeader);
        foreach (PerformanceNumber number in report.Numbers)
        {
            table.Add(ValidationTables.SummaryRow(number));
        }

        table.Write(output);
        output.WriteLine($"report: {Path.Combine(folder, "report.html")}");
    }
}
