using Umbriel.Cards;
using Umbriel.Figures;
using Umbriel.Formats.Provenance;
using Umbriel.Reports;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel cite</c>: BibTeX of what a card's results, or the results in a folder, rest on.</summary>
internal static class CiteVerb
{
    public static Command Create()
    {
        Argument<string?> source = new("CARD") { Description = "A card, or a folder of results; every reference Umbriel knows if left out.", Arity = ArgumentArity.ZeroOrOne };
        return Verb.Create(
            "cite",
            "BibTeX of what a card's results rest on.",
            [source],
            Shared.Json,
            ["umbriel cite cards/letter.yaml", "umbriel cite > umbriel.bib"],
            run =>
            {
                IEnumerable<string> keys = run.Value(source) is { } path ? Citations.For(Read(path)) : Bibliography.Keys;
                run.PrintArray(
                    writer =>
                    {
                        foreach (string key in keys)
                        {
                            writer.WriteStringValue(key);
                        }
                    },
                    output => output.Write(Bibliography.BibTeX(keys)));
            });
    }

    private static Card Read(string path) => Directory.Exists(path)
        ? CardReader.ParseCanonical(Path.Combine(path, Manifest.FileName), Manifest.Read(path).Card)
        : CardReader.Read(path);
}
