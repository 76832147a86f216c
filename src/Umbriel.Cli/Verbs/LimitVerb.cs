using System.CommandLine;
using Umbriel.Cli.Output;
using Umbriel.Cli.Terminal;
using Umbriel.Core;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Inference;
using Umbriel.Response;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel limit</c>: observed and expected limit on |U|² at the card's masses.</summary>
internal static class LimitVerb
{
    public static Command Create()
    {
        Command command = new("limit", "Observed and expected 95% limits on |U|^2 at the card's masses.");
        Argument<string> card = CommonOptions.Card();
        Option<int?> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json();
        command.Add(card);
        command.Add(threads);
        command.Add(json);
        HelpWithExamples.Install(command, "umbriel limit cards/key-point.yaml", "umbriel limit cards/heavy-dual.yaml --json");
        command.SetAction(parsed =>
        {
            using Interruption interruption = new();
            int workers = parsed.GetValue(threads) ?? Environment.ProcessorCount;
            SearchInputs inputs = SearchInputs.Read(parsed.GetRequiredValue(card), workers);
            ScanRun run = new(inputs.Card, PointCache.None, workers, NoProgress.Instance, interruption.Token);
            MassLimit limit = run.LimitAt(inputs.MicroBooNE, inputs.Card.Model);
            string covariance = inputs.Card.Fit.Covariance.Name;
            Print(parsed.InvocationConfiguration.Output, limit, covariance, parsed.GetValue(json));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(TextWriter output, MassLimit limit, string covariance, bool json)
    {
        if (json)
        {
            JsonOutput.Write(output, writer =>
            {
                writer.WriteFinite("observed_U2", limit.ObservedU2);
                writer.WriteFinite("expected_U2", limit.ExpectedU2);
                writer.WriteString("covariance", covariance);
            });
            return;
        }

        TextTable table = new("|U|^2 above this is excluded at 95%", "");
        table.Add("observed", Show.Brief(limit.ObservedU2));
        table.Add("expected", Show.Brief(limit.ExpectedU2));
        table.Add("covariance", covariance);
        table.Write(output);
    }
}
