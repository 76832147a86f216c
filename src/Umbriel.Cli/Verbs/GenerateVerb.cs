using System.CommandLine;
using Umbriel.Cards;
using Umbriel.Cli.Output;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Formats.Events;
using Umbriel.Formats.HepMc3;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
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
        Command command = new("generate", "Events of the card's point whose e+e- pair is born in the TPC, to HDF5 (.h5) or HepMC3 ASCII (.hepmc3).");
        Argument<string> card = CommonOptions.Card();
        Option<string> output = new("--output", "-o") { Description = "File to write; .h5, .hdf5 or .hepmc3 chooses the format.", Required = true, HelpName = "FILE" };
        Option<long> events = new("--events", "-n") { Description = "Number of rows.", DefaultValueFactory = _ => 100_000, HelpName = "N" };
        WordOption<EventOrigin> origin = new("--origin", "Region of the scattering", ("tpc", EventOrigin.Tpc), ("cryostat", EventOrigin.Cryostat), ("soil", EventOrigin.Soil));
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> json = CommonOptions.Json();
        command.Add(card);
        foreach (Option option in new Option[] { output, events, origin, threads, quiet, json })
        {
            command.Add(option);
        }

        HelpWithExamples.Install(command, "umbriel generate cards/key-point.yaml -n 100000 -o events.h5", "umbriel generate cards/longlived.yaml --origin soil -n 20000 -o soil.hepmc3");
        command.SetAction(parsed =>
        {
            long count = parsed.GetValue(events);
            if (count is < 1 or > 10_000_000_000)
            {
                throw new UserErrorException("--events", null, $"{count}", "1 to 10000000000");
            }

            using Interruption interruption = new();
            SearchInputs inputs = SearchInputs.Read(parsed.GetRequiredValue(card), parsed.GetValue(threads) ?? Environment.ProcessorCount);
            EventSource source = new(inputs.Card.Model, inputs.Card.Generation, inputs.MicroBooNE.Beam, origin.Of(parsed));
            if (source.IsEmpty)
            {
                throw new UserErrorException(parsed.GetRequiredValue(card), "origin", "no events (below threshold, or N decays before it arrives)", "a point and origin that can reach the TPC; try 'umbriel rate'");
            }

            Sums sums = new();
            using (ProgressReporter progress = Progress.Start(parsed, quiet, "generate", "events", count))
            {
                Write(parsed.GetRequiredValue(output), inputs.Card, Batches(source, count, parsed.GetValue(threads) ?? Environment.ProcessorCount, sums, progress, interruption.Token));
            }

            Print(parsed.InvocationConfiguration.Output, sums, parsed.GetRequiredValue(output), parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<TruthEventBatch> Batches(EventSource source, long count, int threads, Sums sums, ProgressReporter progress, CancellationToken cancellation)
    {
        for (long first = 0; first < count; first += BatchRows)
        {
            TruthEventBatch batch = EventGenerator.Generate(source, first, (int)Math.Min(BatchRows, count - first), count, threads, cancellation);
            sums.Add(batch);
            progress.Report(batch.Count);
            yield return batch;
        }
    }

    private static void Write(string path, Card card, IEnumerable<TruthEventBatch> batches)
    {
        switch (Path.GetExtension(path))
        {
            case ".h5" or ".hdf5":
                EventFile.Write(path, batches, new EventFileMetadata { Version = CodeVersion.Full, Card = card.ToCanonicalText(), Seed = card.Generation.Seed, Pot = card.Generation.Pot });
                break;
            case ".hepmc3" or ".hepmc":
                HepMc3Writer.Write(path, batches, new HepMc3Run
                {
                    Version = CodeVersion.Full,
                    Model = card.Model,
                    Pot = card.Generation.Pot,
                    Seed = card.Generation.Seed,
                    Card = card.ToCanonicalText(),
                    NuclearMass = code => Target.FromCode(code).Mass,
                });
                break;
            default:
                throw new UserErrorException("--output", null, $"'{path}'", "a name that ends in .h5, .hdf5 or .hepmc3");
        }
    }

    private static void Print(TextWriter output, Sums sums, string path, bool json)
    {
        double effective = sums.SquaredWeights > 0.0 ? sums.Weights * sums.Weights / sums.SquaredWeights : 0.0;
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteString("file", path);
                writer.WriteNumber("rows", sums.Rows);
                writer.WriteNumber("effective_events", effective);
                writer.WriteNumber("decays_in_tpc", sums.Weights);
            });
            return;
        }

        TextTable table = new("", path);
        table.Add("rows", $"{sums.Rows}");
        table.Add("effective events", Show.Brief(effective));
        table.Add("expected decays in the TPC", Show.Brief(sums.Weights));
        table.Write(output);
    }

    private sealed class Sums
    {
        public long Rows { get; private set; }

        public double Weights { get; private set; }

        public double SquaredWeights { get; private set; }

        public void Add(TruthEventBatch batch)
        {
            Rows += batch.Count;
            foreach (double w in batch.Weight)
            {
                Weights += w;
                SquaredWeights += w * w;
            }
        }
    }
}
