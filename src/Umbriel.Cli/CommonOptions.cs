namespace Umbriel.Cli;

/// <summary>Options and arguments that several verbs share, so that they read the same everywhere.</summary>
internal static class CommonOptions
{
    public static OutputOption OutputFolder() => new("--output", ["-o"]) { Description = "Folder for the results; an earlier result there is replaced.", Required = true };

    public static OutputOption OutputFile(string description, params string[] endings) => new("--output", ["-o"], endings) { Description = description, Required = true };

    /// <summary>A number of events, as 1000 or 1e3.</summary>
    public static Option<long?> Events(string description) => Count("--events", ["-n"], description, 0, long.MaxValue);

    public static Option<bool> ReplaceFigures() => new("--replace-figures") { Description = "Replace the scripts (.gp) of figures that were changed in an earlier result there; without it they are kept." };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of a table." };

    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "No progress on stderr." };

    public static Option<long?> Threads() => Count("--threads", [], "Worker threads (default: one per core). Results do not depend on it.", 1, 1024);

    private static Option<long?> Count(string name, string[] aliases, string description, ulong least, ulong most) => new(name, aliases)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (WholeNumber.TryParse(result.Tokens[0].Value, out ulong count) && count >= least && count <= most)
            {
                return (long)count;
            }

            result.AddError($"{name}: found '{result.Tokens[0].Value}'; expected {(most < long.MaxValue ? $"a number between {least} and {most}" : WholeNumber.Expected)}");
            return null;
        },
    };
}
