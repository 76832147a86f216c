using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Sites;
using Umbriel.Backgrounds.Totals;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Sites;
using Umbriel.Nuclei;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel background</c>: Standard-Model interactions of the beam's neutrinos.</summary>
internal static class BackgroundVerb
{
    public static Command Create()
    {
        SiteOption site = new();
        Option<bool> topologies = new("--topologies") { Description = "Cross sections per nucleus of the liquid by the mesons that leave it, averaged over the flux of one kind of neutrino." };
        Option<bool> rates = new("--rates") { Description = "Expected interactions by category, region and neutrino at the site's exposure." };
        WordOption<int> neutrino = new("--neutrino", "With --topologies: the kind of neutrino", ("nu_mu", 14), ("nu_mu_bar", -14), ("nu_e", 12), ("nu_e_bar", -12));
        Option<long?> events = CommonOptions.Events("Events of each sample (default: 20000 with --topologies, 2000 with --rates).");
        return Verb.Create(
            "background",
            "Standard-Model interactions of the beam's neutrinos in a detector's liquid.",
            [topologies, rates, neutrino, events, site],
            Shared.All,
            ["umbriel background --site microboone --neutrino nu_mu --topologies", "umbriel background --site microboone --rates -n 500 --json"],
            run =>
            {
                if (run.Value(topologies) == run.Value(rates))
                {
                    throw new UserErrorException("background", null, run.Value(rates) ? "--topologies and --rates" : "nothing to do", "one of --topologies and --rates");
                }

                long count = run.Value(events) is var asked && asked is < 1 or > 1_000_000_000 ? throw new UserErrorException("--events", null, $"{asked}", "1 to 1000000000") : asked ?? (run.Value(rates) ? 2000 : 20_000);
                DetectorSite at = site.Of(run) ?? DetectorSites.Read(DetectorSites.Default, "--site");
                DetectorGeometry geometry = at.Geometry(at.Geometries.Keys.Min());
                using ProgressReporter progress = run.Progress("background", "events", count * (run.Value(rates) ? InteractionRates.Samples(geometry) : 2));
                if (run.Value(rates))
                {
                    InteractionRates all = InteractionRates.Compute(at.Beam.Data.Flux, geometry, at.Beam.Pot, count, 0, run.Threads, progress, run.Cancellation);
                    run.PrintArray(all.Write, all.Write);
                    return;
                }

                TopologyRows rows = TopologyRows.Compute(new FluxSpectrum(at.Beam.Data.Flux, neutrino.Of(run.Parsed)), Nucleus.Find(geometry.Liquid.MaxBy(part => part.MassFraction).Target.Name), count, 0, run.Threads, progress, run.Cancellation);
                run.PrintArray(rows.Write, rows.Write);
            });
    }
}
