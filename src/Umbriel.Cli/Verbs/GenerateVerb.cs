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
    private const int BatchRows = 65_536;

    public static Command Create()
    {
        Argument<string> card = CommonOptions.Card();
        Option<string> output = new("--output", "-o") { Description = "File to write; .h5, .hdf5, .hepmc3 or .hepmc3.gz chooses the format.", Required = true, HelpName = "FILE" };
        Option<long> events = new("--events", "-n") { Description = "Number of rows.", DefaultValueFactory = _ => 100_000, HelpName = "N" };
        WordOption<EventOrigin> origin = new("--origin", "Region of the scattering", ("tpc", EventOrigin.Tpc), ("cryostat", EventOrigin.Cryostat), ("soil", EventOrigin.Soil));
        SiteOption site = new();
        return Verb.Create(
            "generate",
            "Events of the card's point whose e+e- pair is born in the TPC, to HDF5 (.h5) or HepMC3 ASCII (.hepmc3).",
            [card, output, events, origin, site],
            Shared.All,
            ["umbriel generate cards/key-point.yaml -n 100000 -o events.h5", "umbriel generate cards/key-point.yaml --site sbnd -n 20000 -o sbnd.h5", "umbriel generate cards/longlived.yaml --origin soil -n 20000 -o soil.hepmc3"],
            run =>
            {
                long count = run.Value(events);
                if (count is < 1 or > 10_000_000_000)
                {
                    throw new UserErrorException("--events", null, $"{count}", "1 to 10000000000");
                }

                Card model = CardReader.Read(run.Required(card), site.Of(run.Parsed));
                EventSource source = new(model.Model, model.Generation, model.Generation.Site.Beam.Data, origin.Of(run.Parsed));
                if (source.IsEmpty)
                {
                    throw new UserErrorException(run.Required(card), "origin", "no events (below threshold, or N decays before it arrives)", "a point and origin that can reach the TPC; try 'umbriel rate'");
                }

                BatchTotals totals = new();
                using (ProgressReporter progress = run.Progress("generate", "events", count))
                {
                    EventOutput.Write(run.Required(output), Batches(source, count, run.Threads, totals, progress, run.Cancellation), model.Model, model.Generation, model.ToCanonicalText());
                }

                Print(run, totals, run.Required(output));
                SiteOption.WriteNotes(run, model.Generation.Site);
            });
    }

    private static IEnumerable<TruthEventBatch> Batches(EventSource source, long count, int threads, BatchTotals totals, ProgressReporter progress, CancellationToken cancellation)
    {
        for (long first = 0; first < count; first += BatchRows)
        {
            TruthEventBatch batch = EventGenerator.Generate(source, first, (int)Math.Min(BatchRows, count - first), count, threads, cancellation);
            totals.Add(batch);
            progress.Report(batch.Count);
            yield return batch;
        }
    }

    private static void Print(VerbRun run, BatchTotals totals, string path) => run.Print(
        writer =>
        {
            writer.WriteString("file", path);
            writer.WriteNumber("rows", totals.Rows);
            writer.WriteNumber("effective_events", totals.Effective);
            writer.WriteNumber("decays_in_tpc", totals.Weights);
        },
        output =>
        {
            TextTable table = new("", path);
            table.Add("rows", $"{totals.Rows}");
            table.Add("effective events", Show.Brief(totals.Effective));
            table.Add("expected decays in the TPC", Show.Brief(totals.Weights));
            table.Write(output);
        });
}
