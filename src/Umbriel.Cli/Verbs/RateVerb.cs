using Umbriel.Cards;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel rate</c>: upscatterings, decays in the TPC and selected events at the card's point and exposure.</summary>
internal static class RateVerb
{
    public static Command Create()
    {
        CardInput card = new();
        WordOption<EventOrigin[]> origin = new(
            "--origin",
            "Region of the scattering; 'cryostat' is all argon in the vessel, the TPC included, 'all' that and the soil",
            ("all", [EventOrigin.Tpc, EventOrigin.Cryostat, EventOrigin.Soil]),
            ("tpc", [EventOrigin.Tpc]),
            ("cryostat", [EventOrigin.Tpc, EventOrigin.Cryostat]),
            ("soil", [EventOrigin.Soil]));
        SiteOption site = new();
        return Verb.Create(
            "rate",
            "Upscatterings in a region, decays in the TPC they lead to, and selected events, at the card's exposure.",
            [origin, site, .. card.Symbols],
            Shared.Threads | Shared.Json,
            ["umbriel rate cards/key-point.yaml", "umbriel rate cards/key-point.yaml --set m4=0.2 --set alphaD=0.3 --origin tpc", "umbriel rate cards/longlived.yaml --origin soil --json", "umbriel rate cards/key-point.yaml --site sbnd"],
            run =>
            {
                Card model = card.Read(run, site);
                RateEstimate rate = RateEstimate.Compute(model, origin.Of(run.Parsed), run.Threads, run.Cancellation);
                run.WarnWithoutPairs(rate.Decays);
                run.Print(rate);
            });
    }
}
