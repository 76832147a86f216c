using System.CommandLine;
using Umbriel.Cli.Output;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Generation;
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
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json();
        foreach (Option option in new Option[] { origin, threads, json })
        {
            command.Add(option);
        }

        command.Add(card);
        HelpWithExamples.Install(command, "umbriel rate cards/key-point.yaml --origin tpc", "umbriel rate cards/longlived.yaml --origin soil --json");
        command.SetAction(parsed =>
        {
            using Interruption interruption = new();
            SearchInputs inputs = SearchInputs.Read(parsed.GetRequiredValue(card), parsed.GetValue(threads) ?? Environment.ProcessorCount);
            Rate rate = Compute(inputs, origin.Of(parsed), parsed.GetValue(threads) ?? Environment.ProcessorCount, interruption.Token);
            Print(parsed.InvocationConfiguration.Output, rate, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static Rate Compute(SearchInputs inputs, EventOrigin[] origins, int threads, CancellationToken cancellation)
    {
        PublishedResponse response = inputs.MicroBooNE.Response;
        RateCalculator calculator = new(inputs.Card.Model, inputs.Card.Generation, inputs.MicroBooNE.Beam);
        Rate rate = new(0, 0, 0, 0);
        double variance = 0.0;
        foreach (EventOrigin origin in origins)
        {
            EventSource source = new(inputs.Card.Model, inputs.Card.Generation, inputs.MicroBooNE.Beam, origin);
            TruthEventBatch batch = EventGenerator.Generate(source, 0, Events, Events, threads, cancellation);
            double sum = batch.Weight.Sum();
            variance += Math.Max(0.0, batch.Weight.Sum(w => w * w) - (sum * sum / Events));
            rate = new Rate(rate.Scatters + calculator.Scatters(origin), rate.Decays + sum, rate.Selected + response.Fold(batch).Total, 0.0);
        }

        return rate with { RelativeError = rate.Decays > 0.0 ? Math.Sqrt(variance) / rate.Decays : 0.0 };
    }

    private static void Print(TextWriter output, Rate rate, bool json)
    {
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteNumber("scatters", rate.Scatters);
                writer.WriteNumber("decays_in_tpc", rate.Decays);
                writer.WriteNumber("selected", rate.Selected);
                writer.WriteNumber("relative_error", rate.RelativeError);
            });
            return;
        }

        TextTable table = new("", "events");
        table.Add("upscatterings", Show.Brief(rate.Scatters));
        table.Add("decays in the TPC", Show.Brief(rate.Decays));
        table.Add("selected", Show.Brief(rate.Selected));
        table.Write(output);
        output.WriteLine($"relative statistical error of the decays: {Show.Brief(rate.RelativeError)}");
    }

    /// <summary>Events at the card's exposure; the error is that of the decays, relative.</summary>
    private sealed record Rate(double Scatters, double Decays, double Selected, double RelativeError);
}
