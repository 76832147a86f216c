using System.CommandLine;
using System.Text.Json;
using Umbriel.Cli.Output;
using Umbriel.Core;
using Umbriel.Interchange.Provenance;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel verify</c>: whether a folder of results is what its manifest says.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        Command command = new("verify", "Recompute the hashes of a folder of results and of what it was made from.");
        Argument<string> folder = new("DIR") { Description = "Folder with a manifest.json." };
        Option<bool> json = CommonOptions.Json();
        command.Add(folder);
        command.Add(json);
        HelpWithExamples.Install(command, "umbriel verify out/letter");
        command.SetAction(parsed =>
        {
            string directory = parsed.GetRequiredValue(folder);
            Manifest manifest = Manifest.Read(directory);
            IReadOnlyList<string> differences = manifest.Verify(directory, Resolve);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(output, writer => Print(writer, manifest, differences));
            }
            else
            {
                Print(output, manifest, differences);
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

    private static void Print(Utf8JsonWriter writer, Manifest manifest, IReadOnlyList<string> differences)
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
    }

    private static void Print(TextWriter output, Manifest manifest, IReadOnlyList<string> differences)
    {
        foreach (string difference in differences)
        {
            output.WriteLine(difference);
        }

        output.WriteLine(differences.Count == 0
            ? $"{manifest.Outputs.Count} outputs and {manifest.Inputs.Count} inputs agree with the manifest"
            : $"{differences.Count} differences from the manifest");
        if (manifest.Version != CodeVersion.Full)
        {
            output.WriteLine($"made by {manifest.Version}; this is {CodeVersion.Full}");
        }
    }
}
