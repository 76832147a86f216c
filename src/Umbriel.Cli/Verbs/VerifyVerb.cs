using System.CommandLine;
using System.Text.Json;
using Umbriel.Cli.Output;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Formats.Json;
using Umbriel.Formats.Provenance;
using Umbriel.Formats.Text;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel verify</c>: whether a folder of results is what its manifest says, and whether the limits in it come out again.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        Command command = new("verify", "Recompute the hashes of a folder of results and of what it was made from, and a sample of its limits.");
        Argument<string> folder = new("DIR") { Description = "Folder with a manifest.json." };
        Option<bool> hashes = new("--hashes-only") { Description = "Recompute the hashes alone." };
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        command.Add(folder);
        foreach (Option option in new Option[] { hashes, threads, quiet, json })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(command, "umbriel verify out/letter", "umbriel verify out/letter --hashes-only --json");
        command.SetAction(parsed =>
        {
            using Interruption interruption = new();
            string directory = parsed.GetRequiredValue(folder);
            Manifest manifest = Manifest.Read(directory);
            List<string> differences = [.. manifest.Verify(directory, Resolve)];
            Rederivation? again = null;
            if (differences.Count == 0 && !parsed.GetValue(hashes) && Rederivation.Concerns(manifest))
            {
                using ProgressStages progress = new(parsed, quiet);
                again = Rederivation.Run(manifest, directory, parsed.GetValue(threads) ?? Environment.ProcessorCount, progress, interruption.Token);
                differences.AddRange(again.Differences);
            }

            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(output, writer => Print(writer, manifest, differences, again));
            }
            else
            {
                Print(output, manifest, differences, again);
            }

            return differences.Count == 0 ? ExitCode.Success : ExitCode.Mismatch;
        });
        return command;
    }

    // Data must be there; a card may have moved on since, and its text is in the manifest.
    private static string? Resolve(string recorded)
    {
        string path = Path.IsPathRooted(recorded) ? recorded : Path.Combine(UmbrielHome.Find(), recorded);
        return File.Exists(path) || recorded.StartsWith("data/", StringComparison.Ordinal) ? path : null;
    }

    private static void Print(Utf8JsonWriter writer, Manifest manifest, List<string> differences, Rederivation? again)
    {
        writer.WriteBoolean("agrees", differences.Count == 0);
        writer.WriteString("made_by", manifest.Version);
        writer.WriteString("this_is", CodeVersion.Full);
        writer.WriteStartArray("differences");
        foreach (string difference in differences)
        {
            writer.WriteStringValue(difference);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rederived");
        foreach (RederivedLimit limit in again?.Limits ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("scenario", limit.Row.Scenario);
            writer.WriteNumber("mzprime_GeV", limit.Row.MZPrime);
            writer.WriteNumber("mass_GeV", limit.Row.Mass);
            writer.WriteString("limit", limit.Kind);
            writer.WriteFinite("file_U2", limit.FileU2);
            writer.WriteFinite("recomputed_U2", limit.RecomputedU2);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Print(TextWriter output, Manifest manifest, List<string> differences, Rederivation? again)
    {
        if (again is not null)
        {
            TextTable table = new("scenario", "mZ' [GeV]", "mass [GeV]", "limit", "|U|^2 in the file", "computed again");
            foreach (RederivedLimit limit in again.Limits)
            {
                table.Add(limit.Row.Scenario, Show.Brief(limit.Row.MZPrime), Show.Brief(limit.Row.Mass), limit.Kind, Show.Brief(limit.FileU2), Show.Brief(limit.RecomputedU2));
            }

            table.Write(output);
        }

        foreach (string difference in differences)
        {
            output.WriteLine(difference);
        }

        output.WriteLine(differences.Count == 0
            ? $"{manifest.Outputs.Count} outputs and {manifest.Inputs.Count} inputs agree with the manifest"
            : $"{differences.Count} differences");
        if (again is not null && differences.Count == 0)
        {
            output.WriteLine($"{again.Limits.Count} limits computed again agree within {Show.Brief(again.Tolerance)} (largest difference {Show.Brief(again.Limits.Max(limit => limit.Difference))})");
        }

        if (manifest.Version != CodeVersion.Full)
        {
            output.WriteLine($"made by {manifest.Version}; this is {CodeVersion.Full}, whose limits may differ by 1%");
        }
    }
}
