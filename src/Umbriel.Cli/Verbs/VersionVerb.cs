using System.CommandLine;
using Umbriel.Cli.Output;
using Umbriel.Core;
using Umbriel.Formats.Json;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel version</c>: the release, and the identity that manifests carry.</summary>
internal static class VersionVerb
{
    public static Command Create()
    {
        Command command = new("version", "Print the release, the identity of the code and the runtime.");
        Option<bool> json = CommonOptions.Json();
        command.Add(json);
        HelpWithExamples.Install(command, "umbriel version", "umbriel version --json");
        command.SetAction(parsed =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(output, writer =>
                {
                    writer.WriteString("version", CodeVersion.Release);
                    writer.WriteString("identity", CodeVersion.Identity);
                    writer.WriteString("runtime", CodeVersion.Runtime);
                });
            }
            else
            {
                output.WriteLine($"umbriel   {CodeVersion.Release}");
                output.WriteLine($"identity  {CodeVersion.Identity}");
                output.WriteLine($"runtime   {CodeVersion.Runtime}");
            }

            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>What <c>umbriel --version</c> prints.</summary>
    public static int PrintShort(TextWriter output)
    {
        output.WriteLine($"umbriel {CodeVersion.Release}");
        return ExitCode.Success;
    }
}
