namespace Umbriel.Cli;

/// <summary>An argument or option whose value is a file or folder that the run reads.</summary>
internal interface IInput
{
    /// <summary>The path that was given, or null.</summary>
    string? Of(ParseResult parsed);
}

/// <summary>An argument that names what the run reads.</summary>
internal sealed class InputArgument(string name) : Argument<string>(name), IInput
{
    public string? Of(ParseResult parsed) => parsed.GetValue(this);
}

/// <summary>An option that names what the run reads.</summary>
internal sealed class InputOption(string name, params string[] aliases) : Option<string>(name, aliases), IInput
{
    public string? Of(ParseResult parsed) => parsed.GetValue(this);
}

/// <summary>An option that names what the run writes: a file of one of several kinds, or a folder where none is given.</summary>
internal sealed class OutputOption : Option<string>
{
    private readonly string[] endings;

    public OutputOption(string name, string[] aliases, params string[] endings)
        : base(name, aliases)
    {
        this.endings = endings;
        HelpName = endings.Length > 0 ? "FILE" : "DIR";
    }

    /// <summary>Refuses a file of another kind, a folder that is not there for a file, and a place where something is that the run reads.</summary>
    public void Check(ParseResult parsed, IEnumerable<string> inputs)
    {
        if (parsed.GetValue(this) is not { } path)
        {
            return;
        }

        if (endings.Length > 0)
        {
            if (!endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            {
                throw new UserErrorException(Name, null, $"'{path}'", $"a name that ends in {string.Join(" or ", endings)}");
            }

            AtomicFile.RequireFolder(path);
        }

        InputProtection.Refuse(Name, path, inputs);
    }
}
