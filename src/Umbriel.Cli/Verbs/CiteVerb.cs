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
        CardInput source = new(description: "A card, or a folder of results; every reference Umbriel knows if left out.", optional: true);
        return Verb.Create(
            "cite",
            "BibTeX of what a card's results rest on.",
            source.Symbols,
            Shared.Json,
            ["umbriel cite cards/letter.yaml", "umbriel cite > umbriel.bib"],
            run =>
            {
                IEnumerable<string> keys = source.PathIn(run) is { } path ? Citations.For(Directory.Exists(path) ? OfResults(run, source, path) : source.Read(run)) : Bibliography.Keys;
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

    private static Card OfResults(VerbRun run, CardInput source, string path)
    {
        source.RefuseSettings(run, $"{path}, a folder of results");
        return CardReader.ParseCanonical(Path.Combine(path, Manifest.FileName), Manifest.Read(path).Card);
    }
}
