namespace Umbriel.Cli;

/// <summary>An option that takes one of a few words, each standing for a value; the first is the default.</summary>
internal sealed class WordOption<T> : Option<string>
{
    private readonly (string Word, T Value)[] words;

    public WordOption(string name, string description, params (string Word, T Value)[] words)
        : base(name)
    {
        this.words = words;
        Description = $"{description}.";
        HelpName = string.Join('|', words.Select(word => word.Word));
        DefaultValueFactory = _ => words[0].Word;
    }

    /// <summary>The value of the word that was given.</summary>
    /// <exception cref="UserErrorException">It is none of them.</exception>
    public T Of(ParseResult parsed)
    {
        string found = parsed.GetRequiredValue(this);
        foreach ((string word, T value) in words)
        {
            if (word == found)
            {
                return value;
            }
        }

        throw new UserErrorException(Name, null, $"'{found}'", $"one of {string.Join(", ", words.Select(word => word.Word))}");
    }
}
