using Umbriel.Cards;

namespace Umbriel.Cli;

/// <summary>The model card of a verb, and <c>--set</c>.</summary>
internal sealed class CardInput
{
    private readonly InputArgument path;
    private readonly Option<string[]> settings = new("--set") { Description = "Value in place of the card's, with a key of 'umbriel list keys'; may be repeated.", HelpName = "KEY=VALUE", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };

    public CardInput(string name = "CARD", string description = "Model card (YAML), or a DarkNews parameter file.", bool optional = false) =>
        path = new(name) { Description = description, Arity = optional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne };

    /// <summary>Argument and option.</summary>
    public Symbol[] Symbols => [path, settings];

    /// <summary>The path that was given, or null.</summary>
    public string? PathIn(VerbRun run) => run.Value(path);

    /// <summary>The card; its files are not to be overwritten.</summary>
    public Card Read(VerbRun run, SiteOption? site = null)
    {
        Card card = CardReader.Read(run.Required(path), site?.Of(run), run.Value(settings));
        run.Protect(card.InputFiles());
        return card;
    }

    /// <summary>Refuses <c>--set</c> where there is no card.</summary>
    public void RefuseSettings(VerbRun run, string found)
    {
        if (run.Value(settings) is { Length: > 0 })
        {
            throw new UserErrorException("--set", null, found, "a model card");
        }
    }
}
