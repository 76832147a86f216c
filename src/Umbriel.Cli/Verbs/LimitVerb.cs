using System.CommandLine;
using Umbriel.Cli.Output;
using Umbriel.Cli.Search;
using Umbriel.Cli.Terminal;
using Umbriel.Inference;
using Umbriel.Response;

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
            SearchInputs inputs = SearchInputs.Read(parsed.GetRequiredValue(card));
            int workers = parsed.GetValue(threads) ?? Environment.ProcessorCount;
            ResponseBuilder builder = new(inputs.Data, inputs.Beam, workers);
            PublishedResponse response = builder.Build(inputs.Mixtures[0]);
            SearchRun run = new(inputs, new PointCache(PointCache.DefaultFolder()), workers);
            SignalFit fit = FitSetup.Build(inputs.Data, inputs.Card.Fit, inputs.MixtureUncertainty(builder));
            MassLimit limit = run.LimitAt(inputs.Card.Model.ParentMass, run.Curve(inputs.Card.Model, response), fit, interruption.Token);
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
        table.Add("observed", Show.Number(limit.ObservedU2));
        table.Add("expected", Show.Number(limit.ExpectedU2));
        table.Add("covariance", covariance);
        table.Write(output);
    }
}
