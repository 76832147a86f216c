using System.CommandLine;
using Umbriel.Cli.Output;
using Umbriel.Core;
using Umbriel.Figures;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel figure</c>: draws the figures of a folder again, after an edit of their .gp or .csv files.</summary>
internal static class FigureVerb
{
    public static Command Create()
    {
        Command command = new("figure", "Draw figures again from their .gp and .csv files, as after editing them.");
        Argument<string> source = new("PATH") { Description = "A .gp file, or a folder of them such as out/letter/figures." };
        command.Add(source);
        HelpWithExamples.Install(command, "umbriel figure out/letter/figures", "umbriel figure out/letter/figures/limits_single.gp");
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(source);
            string[] scripts = Directory.Exists(path)
                ? [.. Directory.GetFiles(path, "*.gp").Order(StringComparer.Ordinal)]
                : File.Exists(path) && path.EndsWith(".gp", StringComparison.Ordinal) ? [path] : [];
            if (scripts.Length == 0)
            {
                throw new UserErrorException(path, null, "no .gp file", "a figure's .gp file or a folder of them; 'umbriel search' makes some");
            }

            foreach (string script in scripts)
            {
                FigureFiles files = GnuplotFigure.Redraw(script);
                parsed.InvocationConfiguration.Output.WriteLine($"{files.Pdf} {files.Svg} {files.Png}");
            }

            return ExitCode.Success;
        });
        return command;
    }
}
