using System.CommandLine;
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
        Command command = new("cite", "BibTeX of what a card's results rest on.");
        Argument<string?> source = new("CARD") { Description = "A card, or a folder of results; every reference Umbriel knows if left out.", Arity = ArgumentArity.ZeroOrOne };
        command.Add(source);
        HelpWithExamples.Install(command, "umbriel cite cards/letter.yaml", "umbriel cite > umbriel.bib");
        command.SetAction(parsed =>
        {
            IEnumerable<string> keys = parsed.GetValue(source) is { } path ? Citations.For(Read(path)) : Bibliography.Keys;
            parsed.InvocationConfiguration.Output.Write(Bibliography.BibTeX(keys));
            return ExitCode.Success;
        });
        return command;
    }

    private static Card Read(string path) => Directory.Exists(path)
        ? CardReader.ParseCanonical(Path.Combine(path, Manifest.FileName), Manifest.Read(path).Card)
        : CardReader.Read(path);
}
