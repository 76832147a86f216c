namespace Umbriel.Cli;

/// <summary>Options that verbs share.</summary>
[Flags]
internal enum Shared
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>--threads</c>.</summary>
    Threads = 1,

    /// <summary><c>--quiet</c>.</summary>
    Quiet = 2,

    /// <summary><c>--json</c>.</summary>
    Json = 4,

    /// <summary>Those of long work with numbers to report.</summary>
    All = Threads | Quiet | Json,
}

/// <summary>The one skeleton of verbs: command line, shared options, help with examples, interruption.</summary>
internal static class Verb
{
    /// <summary>Makes a verb.</summary>
    /// <param name="name">Its word.</param>
    /// <param name="description">What it does.</param>
    /// <param name="own">Its arguments and options, in the order of its help.</param>
    /// <param name="shared">Which shared options it has, after its own.</param>
    /// <param name="examples">Commands that its help ends with.</param>
    /// <param name="run">What it does; the exit code.</param>
    public static Command Create(string name, string description, IEnumerable<Symbol> own, Shared shared, string[] examples, Func<VerbRun, int> run)
    {
        Command command = new(name, description);
        Option<long?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        foreach (Symbol symbol in own.Append(shared.HasFlag(Shared.Threads) ? threads : null).Append(shared.HasFlag(Shared.Quiet) ? quiet : null).Append(shared.HasFlag(Shared.Json) ? json : null).OfType<Symbol>())
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        HelpWithExamples.Install(command, examples);
        command.SetAction(parsed =>
        {
            using VerbRun started = new(parsed, threads, quiet, json);
            started.Protect([.. command.Arguments.Concat<Symbol>(command.Options).OfType<IInput>().Select(input => input.Of(parsed)).OfType<string>()]);
            return run(started);
        });
        return command;
    }

    /// <summary>The same for a verb that ends well or not at all.</summary>
    public static Command Create(string name, string description, IEnumerable<Symbol> own, Shared shared, string[] examples, Action<VerbRun> run) =>
        Create(name, description, own, shared, examples, started =>
        {
            run(started);
            return ExitCode.Success;
        });
}
