using Umbriel.Cards;
using Umbriel.Generation.Sites;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel rate</c>: upscatterings, decays in the TPC and selected events at the card's point and exposure.</summary>
internal static class RateVerb
{
    public static Command Create()
    {
        Argument<string> card = CommonOptions.Card();
        WordOption<EventOrigin[]> origin = new(
            "--origin",
            "Region of the scattering; 'cryostat' is all argon in the vessel, the TPC included",
            ("tpc", [EventOrigin.Tpc]),
            ("cryostat", [EventOrigin.Tpc, EventOrigin.Cryostat]),
            ("soil", [EventOrigin.Soil]));
        SiteOption site = new();
        return Verb.Create(
            "rate",
            "Upscatterings in a region, decays in the TPC they lead to, and selected events, at the card's exposure.",
            [origin, site, card],
            Shared.Threads | Shared.Json,
            ["umbriel rate cards/key-point.yaml --origin tpc", "umbriel rate cards/longlived.yaml --origin soil --json", "umbriel rate cards/key-point.yaml --site sbnd"],
            run =>
            {
                Card model = CardReader.Read(run.Required(card), site.Of(run.Parsed));
                RateEstimate rate = RateEstimate.Compute(model, origin.Of(run.Parsed), run.Threads, run.Cancellation);
                Print(run, model.Generation.Site, rate);
            });
    }

    private static void Print(VerbRun run, DetectorSite site, RateEstimate rate) => run.Print(
        writer =>
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
        },
        output =>
        {
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
        });
}
