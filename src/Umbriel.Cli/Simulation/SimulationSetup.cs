using System.CommandLine;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;

namespace Umbriel.Cli.Simulation;

/// <summary>The options that say what is simulated, shared by the verbs that do.</summary>
internal sealed class SimulationSetup
{
    private const long MostEvents = 100_000_000;
    private const long UsualEvents = 100;

    private readonly SimulationOptions primaries = new();
    private readonly CosmicOptions cosmics = new();
    private readonly Option<long?> events = new("--events", "-n") { Description = $"Number of events (default: {UsualEvents}, or all of the file).", HelpName = "N" };
    private readonly Option<ulong?> seed = new("--seed") { Description = "Random seed (default: the model card's, else 1).", HelpName = "N" };

    /// <summary>Adds all but the detector, which some verbs require.</summary>
    public void AddTo(Command command)
    {
        primaries.AddTo(command);
        cosmics.AddTo(command);
        command.Add(events);
        command.Add(seed);
    }

    /// <summary>Refuses all of them, for events that have been simulated.</summary>
    public void RefuseWithFile(ParseResult parsed, string path)
    {
        foreach (Option option in parsed.CommandResult.Command.Options)
        {
            if (IsOne(option) && parsed.GetResult(option) is { Implicit: false })
            {
                throw new UserErrorException(option.Name, null, $"{path} too, which is simulated already", "one of them");
            }
        }

        bool IsOne(Option option) => option == events || option == seed || primaries.Has(option) || cosmics.Has(option);
    }

    /// <summary>What they describe. What the user should know about its source goes to stderr.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="model">Path of the model card, if there is one.</param>
    /// <param name="detector">Path of the detector card.</param>
    public PlannedSimulation Plan(ParseResult parsed, string? model, string detector)
    {
        long? asked = parsed.GetValue(events);
        if (asked is < 1 or > MostEvents)
        {
            throw new UserErrorException(events.Name, null, $"{asked}", $"1 to {MostEvents}");
        }

        DetectorCard card = DetectorCardReader.Read(detector);
        (CosmicMuons? muons, string cosmicText) = cosmics.For(parsed, card);
        SimulationSource source = Source(parsed, model, detector, card, asked, muons is not null);
        if (source.Notice is { } notice)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"umbriel: {notice}");
        }

        SimulationMetadata metadata = new() { Version = CodeVersion.Full, DetectorTitle = card.Title, DetectorCard = card.ToCanonicalText(), Source = source.Text, Cosmics = cosmicText, WeightNames = source.Primaries.WeightNames, Seed = source.Seed };
        return new PlannedSimulation(card, source, muons, metadata);
    }

    private SimulationSource Source(ParseResult parsed, string? model, string detector, DetectorCard card, long? asked, bool nothing)
    {
        ulong? asks = parsed.GetValue(seed);
        if (model is null)
        {
            return primaries.Source(parsed, card, asked, UsualEvents, asks ?? 1, nothing);
        }

        primaries.RefuseWithCard(parsed);
        return SimulationSource.Pairs(model, asks, asked ?? UsualEvents, card, detector);
    }
}
