using System.CommandLine.Parsing;

namespace Umbriel.Cli;

/// <summary>Says in one line what is wrong with a command line, naming the nearest known word where one is near.</summary>
internal static class CommandLineMistake
{
    public static string Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string path = command is RootCommand ? "umbriel" : $"umbriel {command.Name}";
        string advice = $"see {path} --help";
        if (parsed.UnmatchedTokens is [string unknown, ..])
        {
            IEnumerable<string> known = unknown.StartsWith('-')
                ? command.Options.SelectMany(option => option.Aliases.Prepend(option.Name))
                : command.Subcommands.Select(verb => verb.Name);
            string kind = unknown.StartsWith('-') ? "option" : command is RootCommand ? "verb" : "argument";
            string nearest = Nearest(unknown, known) is { } name ? $"; did you mean '{name}'?" : $"; {advice}";
            return $"unknown {kind} '{unknown}'{nearest}";
        }

        string message = parsed.Errors[0].Message.TrimEnd('.');
        return $"{char.ToLowerInvariant(message[0])}{message[1..]}; {advice}";
    }

    /// <summary>The known word at the smallest edit distance, if at most a third of the letters differ.</summary>
    internal static string? Nearest(string word, IEnumerable<string> known)
    {
        string? nearest = known.MinBy(name => EditDistance(word, name));
        return nearest is not null && EditDistance(word, nearest) <= Math.Max(1, word.Length / 3) ? nearest : null;
    }

    private static int EditDistance(string a, string b)
    {
        int[] previous = Enumerable.Range(0, b.Length + 1).ToArray();
        int[] current = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
