using Umbriel.Beam;
using Umbriel.Cards;
using Umbriel.Generation;
using Umbriel.Generation.Sites;
using Umbriel.Response;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel rate</c>: upscatterings, decays in the TPC and selected events at the card's point and exposure.</summary>
internal static class RateVerb
{
    private const int Events = 100_000;

    public static Command Create()
    {
        Command command = new("rate", "Upscatterings in a region, decays in the TPC they lead to, and selected events, at the card's exposure.");
        Argument<string> card = CommonOptions.Card();
        WordOption<EventOrigin[]> origin = new(
            "--origin",
            "Region of the scattering; 'cryostat' is all argon in the vessel, the TPC included",
            ("tpc", [EventOrigin.Tpc]),
            ("cryostat", [EventOrigin.Tpc, EventOrigin.Cryostat]),
            ("soil", [EventOrigin.Soil]));
        SiteOption site = new();
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json();
        foreach (Option option in new Option[] { origin, site, threads, json })
        {
            command.Add(option);
        }

        command.Add(card);
        HelpWithExamples.Install(command, "umbriel rate cards/key-point.yaml --origin tpc", "umbriel rate cards/longlived.yaml --origin soil --json", "umbriel rate cards/key-point.yaml --site sbnd");
        command.SetAction(parsed =>
        {
            using Interruption interruption = new();
            Card model = CardReader.Read(parsed.GetRequiredValue(card), site.Of(parsed));
            Rate rate = Compute(model, origin.Of(parsed), parsed.GetValue(threads) ?? Environment.ProcessorCount, interruption.Token);
            Print(parsed.InvocationConfiguration.Output, model.Generation.Site, rate, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static Rate Compute(Card card, EventOrigin[] origins, int threads, CancellationToken cancellation)
    {
        PublishedResponse? response = Response(card, threads);
        BeamData beam = card.Generation.Site.Beam.Data;
        RateCalculator calculator = new(card.Model, card.Generation, beam);
        Rate rate = new(0, 0, response is null ? null : 0, 0);
        double variance = 0.0;
        foreach (EventOrigin origin in origins)
        {
            EventSource source = new(card.Model, card.Generation, beam, origin);
            TruthEventBatch batch = EventGenerator.Generate(source, 0, Events, Events, threads, cancellation);
            double sum = batch.Weight.Sum();
            variance += Math.Max(0.0, batch.Weight.Sum(w => w * w) - (sum * sum / Events));
            rate = new Rate(rate.Scatters + calculator.Scatters(origin), rate.Decays + sum, rate.Selected + response?.Fold(batch).Total, 0.0);
        }

        return rate with { RelativeError = rate.Decays > 0.0 ? Math.Sqrt(variance) / rate.Decays : 0.0 };
    }

    /// <summary>The response that is published for the card's site; null if there is none.</summary>
    private static PublishedResponse? Response(Card card, int threads)
    {
        if (card.Generation.Site.PublishedTables is null)
        {
            return null;
        }

        return SearchInputs.For(card, threads).MicroBooNE.Response;
    }

    private static void Print(TextWriter output, DetectorSite site, Rate rate, bool json)
    {
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteString("site", site.Name);
                writer.WriteNumber("scatters", rate.Scatters);
                writer.WriteNumber("decays_in_tpc", rate.Decays);
                writer.WriteFinite("selected", rate.Selected);
                writer.WriteNumber("relative_error", rate.RelativeError);
                writer.WriteStartArray("notes");
                foreach (string note in site.Notes)
                {
                    writer.WriteStringValue(note);
                }

                writer.WriteEndArray();
            });
            return;
        }

        TextTable table = new(site.Title, "events");
        table.Add("upscatterings", Show.Brief(rate.Scatters));
        table.Add("decays in the TPC", Show.Brief(rate.Decays));
        table.Add("selected", rate.Selected is { } selected ? Show.Brief(selected) : "- (no published response)");
        table.Write(output);
        output.WriteLine($"relative statistical error of the decays: {Show.Brief(rate.RelativeError)}");
        foreach (string note in site.Notes)
        {
            output.WriteLine($"{site.Title}: {note}");
        }
    }

    /// <summary>Events at the card's exposure, selected ones where there is a response; the error is that of the decays, relative.</summary>
    private sealed record Rate(double Scatters, double Decays, double? Selected, double RelativeError);
}
