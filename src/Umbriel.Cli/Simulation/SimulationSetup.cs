using Umbriel.Cards;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Generation.Sites;

namespace Umbriel.Cli.Simulation;

/// <summary>The options that say what is simulated, shared by the verbs that do.</summary>
internal sealed class SimulationSetup
{
    private const long MostEvents = 100_000_000;
    private const long UsualEvents = 100;

    private readonly SimulationOptions primaries = new();
    private readonly CosmicOptions cosmics = new();
    private readonly Option<string?> detector = new("--detector") { Description = "Detector card (YAML); default: that of the site.", HelpName = "FILE" };
    private readonly SiteOption site = new();
    private readonly Option<long?> events = new("--events", "-n") { Description = $"Number of events (default: {UsualEvents}, or all of the file).", HelpName = "N" };
    private readonly Option<ulong?> seed = new("--seed") { Description = "Random seed (default: the model card's, else 1).", HelpName = "N" };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> Symbols => [detector, site, .. primaries.Symbols, .. cosmics.Symbols, events, seed];

    /// <summary>Refuses all of them, for events that have been simulated.</summary>
    public void RefuseWithFile(ParseResult parsed, string path)
    {
        foreach (Option option in parsed.CommandResult.Command.Options)
        {
            if (Symbols.Contains(option) && parsed.GetResult(option) is { Implicit: false })
            {
                throw new UserErrorException(option.Name, null, $"{path} too, which is simulated already", "one of them");
            }
        }
    }

    /// <summary>What they describe. What the user should know about its source goes to stderr.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="model">Path of the model card, if there is one.</param>
    public PlannedSimulation Plan(ParseResult parsed, string? model)
    {
        long? asked = parsed.GetValue(events);
        if (asked is < 1 or > MostEvents)
        {
            throw new UserErrorException(events.Name, null, $"{asked}", $"1 to {MostEvents}");
        }

        DetectorSite? place = site.Of(parsed);
        Card? pairs = model is null ? null : CardReader.Read(model, place);
        place = pairs?.Generation.Site ?? place;
        string path = parsed.GetValue(detector) ?? CardOf(place);
        DetectorCard card = DetectorCardReader.Read(path);
        if (place is not null)
        {
            SitePlacement.Shift(place.Title, place.Geometry(pairs?.Generation.Geometry ?? place.Geometries.Keys.Min()), card, path);
        }

        (CosmicMuons? muons, string cosmicText) = cosmics.For(parsed, card);
        SimulationSource source = Source(parsed, pairs, path, card, asked, muons is not null);
        if (source.Notice is { } notice)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"umbriel: {notice}");
        }

        SimulationMetadata metadata = new() { Version = CodeVersion.Full, DetectorTitle = card.Title, DetectorCard = card.ToCanonicalText(), Source = source.Text, Cosmics = cosmicText, WeightNames = source.Primaries.WeightNames, Seed = source.Seed };
        return new PlannedSimulation(card, source, muons, metadata, pairs?.Generation.Site);
    }

    private string CardOf(DetectorSite? place) => place is null
        ? throw new UserErrorException(detector.Name, null, "neither it nor --site nor a model card", "the detector card")
        : place.DetectorCard ?? throw new UserErrorException(place.File, "detector", "no value", "the card of a detector that can be simulated; choose another site");

    private SimulationSource Source(ParseResult parsed, Card? pairs, string path, DetectorCard card, long? asked, bool nothing)
    {
        ulong? asks = parsed.GetValue(seed);
        if (pairs is null)
        {
            return primaries.Source(parsed, card, asked, UsualEvents, asks ?? 1, nothing);
        }

        primaries.RefuseWithCard(parsed);
        return SimulationSource.Pairs(pairs, asks, asked ?? UsualEvents, card, path);
    }
}
