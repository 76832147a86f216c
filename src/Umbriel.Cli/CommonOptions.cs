using System.Globalization;

namespace Umbriel.Cli;

/// <summary>Options and arguments that several verbs share, so that they read the same everywhere.</summary>
internal static class CommonOptions
{
    public static Argument<string> Card() => new("CARD") { Description = "Model card (YAML), or a DarkNews parameter file." };

    public static Option<string> OutputFolder() =>
        new("--output", "-o") { Description = "Folder for the results; an earlier result there is replaced.", Required = true, HelpName = "DIR" };

    public static Option<bool> ReplaceFigures() => new("--replace-figures") { Description = "Replace the scripts (.gp) of figures that were changed in an earlier result there; without it they are kept." };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of a table." };

    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "No progress on stderr." };

    public static Option<int?> Threads()
    {
        Option<int?> option = new("--threads") { Description = "Worker threads (default: one per core). Results do not depend on it.", HelpName = "N" };
        option.CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is >= 1 and <= 1024)
            {
                return threads;
            }

            result.AddError($"--threads: found '{result.Tokens[0].Value}'; expected a number between 1 and 1024");
            return null;
        };
        return option;
    }
}
