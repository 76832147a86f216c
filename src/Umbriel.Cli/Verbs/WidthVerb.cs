using System.Text.Json;
using Umbriel.DarkSector;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel width</c>: widths, decay lengths and branching ratios at the card's point.</summary>
internal static class WidthVerb
{
    public static Command Create()
    {
        CardInput card = new();
        return Verb.Create(
            "width",
            "Widths, decay lengths and branching ratios at the card's point.",
            card.Symbols,
            Shared.Json,
            ["umbriel width cards/key-point.yaml", "umbriel width cards/heavy-dual.yaml --json"],
            run =>
            {
                DecayWidths widths = DecayWidths.Compute(card.Read(run).Model);
                run.Print(writer => PrintJson(writer, widths), output => PrintTable(output, widths));
            });
    }

    private static void PrintJson(Utf8JsonWriter writer, DecayWidths widths)
    {
        writer.WriteFinite("gamma_parent_GeV", widths.GammaParent_GeV);
        writer.WriteFinite("ctau_parent_cm", widths.CtauParentCm);
        writer.WriteFinite("gamma_zprime_ee_GeV", widths.GammaZPrimeEE_GeV);
        writer.WriteFinite("br_ee", widths.BrEE);
    }

    private static void PrintTable(TextWriter output, DecayWidths widths)
    {
        TextTable totals = new("", "width [GeV]", "ctau [cm]");
        totals.Add("parent", Show.Brief(widths.GammaParent_GeV), Show.Brief(widths.CtauParentCm));
        totals.Add("Z'", Show.Brief(widths.GammaZPrime_GeV), Show.Brief(widths.CtauZPrimeCm));
        totals.Write(output);
        output.WriteLine();

        TextTable channels = new("decay", "partial width [GeV]", "branching ratio");
        AddChannels(channels, "N -> ", widths.ParentChannels, widths.GammaParent_GeV);
        AddChannels(channels, "Z' -> ", widths.ZPrimeChannels, widths.GammaZPrime_GeV);
        channels.Write(output);
        output.WriteLine();
        output.WriteLine($"branching ratio of the parent into e+e-: {Show.Brief(widths.BrEE)} ({(widths.IsOnShell ? "through a real Z'" : "no real Z'")})");
    }

    private static void AddChannels(TextTable table, string parent, IReadOnlyList<DecayChannel> channels, double total)
    {
        foreach (DecayChannel channel in channels)
        {
            table.Add(parent + channel.Name, Show.Brief(channel.Width), Show.Brief(channel.Width / total));
        }
    }
}
