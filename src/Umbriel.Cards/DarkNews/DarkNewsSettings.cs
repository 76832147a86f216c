using Umbriel.Core;

namespace Umbriel.Cards.DarkNews;

/// <summary>The assignments of a DarkNews parameter file, with typed access.</summary>
internal sealed class DarkNewsSettings
{
    private const int MaximumAssignments = 10_000;

    private readonly Dictionary<string, DarkNewsValue> values = new(StringComparer.Ordinal);

    private DarkNewsSettings(string file) => File = file;

    /// <summary>File read.</summary>
    public string File { get; }

    /// <summary>Names assigned, in written order.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Names that later expressions used.</summary>
    public IReadOnlySet<string> Used { get; private set; } = new HashSet<string>();

    /// <summary>Parses all assignments.</summary>
    public static DarkNewsSettings Parse(string file, string text)
    {
        DarkNewsSettings settings = new(file);
        DarkNewsTokens tokens = new(file, text);
        DarkNewsExpression expression = new(file, tokens, settings.values);
        while (tokens.Kind != DarkNewsToken.End)
        {
            if (tokens.Kind == DarkNewsToken.LineEnd)
            {
                tokens.Next();
                continue;
            }

            settings.Assign(tokens, expression);
        }

        settings.Used = expression.Used;
        return settings;
    }

    /// <summary>The value of that name; null if it is absent or None.</summary>
    public DarkNewsValue? Find(string name) => values.TryGetValue(name, out DarkNewsValue? value) && value.Content is not null ? value : null;

    /// <summary>A number.</summary>
    public double? Number(string name) => Find(name) switch
    {
        null => null,
        { Content: double number } => number,
        { } value => throw Error(name, value, "a number"),
    };

    /// <summary>A boolean, or the default.</summary>
    public bool Flag(string name, bool fallback) => Find(name) switch
    {
        null => fallback,
        { Content: bool flag } => flag,
        { } value => throw Error(name, value, "True or False"),
    };

    /// <summary>A string.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { Content: string text } => text,
        { } value => throw Error(name, value, "a string in quotes"),
    };

    /// <summary>A list of strings; a lone string counts as a list of one.</summary>
    public IReadOnlyList<string>? Texts(string name) => Find(name) switch
    {
        null => null,
        { Content: string text } => [text],
        { Content: List<DarkNewsValue> { Count: > 0 } items } when items.TrueForAll(item => item.Content is string) => [.. items.Select(item => (string)item.Content!)],
        { } value => throw Error(name, value, "a list of strings"),
    };

    /// <summary>The error "file:line: name: found ...; expected ...".</summary>
    public UserErrorException Error(string name, DarkNewsValue found, string expected) => new($"{File}:{found.Line}", name, found.Kind, expected);

    private void Assign(DarkNewsTokens tokens, DarkNewsExpression expression)
    {
        if (tokens.Kind != DarkNewsToken.Name)
        {
            throw tokens.Unexpected("a line of the form name = value");
        }

        string name = tokens.Text.Length <= 64 ? tokens.Text : throw tokens.Unexpected("a shorter name");
        int line = tokens.Line;
        tokens.Next();
        if (!tokens.Is("="))
        {
            throw tokens.Unexpected($"= after {name}");
        }

        tokens.Next();
        DarkNewsValue value = expression.Value();
        if (tokens.Kind is not (DarkNewsToken.LineEnd or DarkNewsToken.End))
        {
            throw tokens.Unexpected($"the end of the line after the value of {name}");
        }

        if (values.TryGetValue(name, out DarkNewsValue? earlier))
        {
            throw new UserErrorException($"{File}:{line}", name, $"the name a second time (first on line {earlier.Line})", "each name once");
        }

        if (Names.Count == MaximumAssignments)
        {
            throw new UserErrorException($"{File}:{line}", null, "too many assignments", $"at most {MaximumAssignments}");
        }

        values.Add(name, value);
        Names.Add(name);
    }
}
