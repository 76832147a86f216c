using Umbriel.Cards;
using Umbriel.Formats.Events;
using Umbriel.Formats.HepMc3;
using Umbriel.Generation;
using Umbriel.Generation.HepMc3;
using Umbriel.Generation.Scattering;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel generate</c>: events of the card's point to HDF5 or HepMC3.</summary>
internal static class GenerateVerb
{
    private const long UsualRows = 100_000;

    public static Command Create()
    {
        CardInput card = new();
        OutputOption output = CommonOptions.OutputFile("File to write; .h5, .hdf5, .hepmc3 or .hepmc3.gz chooses the format.", ".h5", ".hdf5", ".hepmc3", ".hepmc", ".hepmc3.gz", ".hepmc.gz");
        Option<long?> events = CommonOptions.Events($"Number of rows (default: {UsualRows}).");
        WordOption<EventOrigin> origin = new("--origin", "Region of the scattering", ("tpc", EventOrigin.Tpc), ("cryostat", EventOrigin.Cryostat), ("soil", EventOrigin.Soil));
        SiteOption site = new();
        return Verb.Create(
            "generate",
            "Events of the card's point whose e+e- pair is born in the TPC, to HDF5 (.h5) or HepMC3 ASCII (.hepmc3).",
            [.. card.Symbols, output, events, origin, site],
            Shared.All,
            ["umbriel generate cards/key-point.yaml -n 1e5 -o events.h5", "umbriel generate cards/key-point.yaml --site sbnd -n 20000 -o sbnd.h5", "umbriel generate cards/longlived.yaml --origin soil -n 20000 -o soil.hepmc3"],
            run =>
            {
                long count = run.Value(events) ?? UsualRows;
                if (count is < 1 or > 10_000_000_000)
                {
                    throw new UserErrorException("--events", null, $"{count}", "1 to 10000000000");
                }

                Card model = card.Read(run, site);
                EventSource source = new(model.Model, model.Generation, model.Generation.Site.Beam.Data, origin.Of(run.Parsed));
                BatchTotals totals = new(run.Required(output));
                using (ProgressReporter progress = run.Progress("generate", "events", count))
                {
                    EventOutput.Write(run.Required(output), EventGenerator.Run(source, count, run.Threads, progress, run.Cancellation).Select(totals.Add), model.Model, model.Generation, model.ToCanonicalText());
                }

                run.WarnWithoutPairs(totals.Weights);
                run.Print(totals);
                SiteOption.WriteNotes(run, model.Generation.Site);
            });
    }
}
