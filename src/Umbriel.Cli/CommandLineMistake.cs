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
            string nearest = Nearest.Of(unknown, known) is { } name ? $"; did you mean '{name}'?" : $"; {advice}";
            return $"unknown {kind} '{unknown}'{nearest}";
        }

        string message = parsed.Errors[0].Message.TrimEnd('.');
        return $"{char.ToLowerInvariant(message[0])}{message[1..]}; {advice}";
    }
}
