using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Generation.Sites;

namespace Umbriel.Studies.Simulation;

/// <summary>A simulation ready to run.</summary>
/// <param name="Card">The detector.</param>
/// <param name="Source">The primaries; disposed with this.</param>
/// <param name="Cosmics">Cosmic muons, if any.</param>
/// <param name="Metadata">What files say about its events.</param>
/// <param name="Site">Where the pairs of a model card are born; null for other primaries.</param>
public sealed record PlannedSimulation(DetectorCard Card, SimulationSource Source, CosmicMuons? Cosmics, SimulationMetadata Metadata, DetectorSite? Site) : IDisposable
{
    /// <summary>Makes its tables.</summary>
    public DetectorSimulation Prepare() => new(Card, Source.Primaries, Source.Seed, Cosmics);

    /// <inheritdoc/>
    public void Dispose() => Source.Dispose();

    /// <summary>Plans what a request describes.</summary>
    /// <exception cref="UserErrorException">It contradicts itself, or a file is wrong; the message names the option of the program.</exception>
    public static PlannedSimulation Of(SimulationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Events is < 1 or > SimulationRequest.MaximumEvents)
        {
            throw new UserErrorException("--events", null, $"{request.Events}", $"1 to {SimulationRequest.MaximumEvents}");
        }

        Card? pairs = request.Model;
        DetectorSite? place = pairs?.Generation.Site ?? request.Site;
        string path = request.Detector ?? CardOf(place);
        DetectorCard card = DetectorCardReader.Read(path);
        if (place is not null)
        {
            SitePlacement.Shift(place.Title, place.Geometry(pairs?.Generation.Geometry ?? place.Geometries.Keys.Min()), card, path);
        }

        (CosmicMuons? muons, string cosmicText) = CosmicWords.For(request, card);
        SimulationSource source = pairs is null ? PrimaryWords.Source(request, card, muons is not null) : Pairs(request, pairs, card, path);
        SimulationMetadata metadata = new() { Version = CodeVersion.Full, DetectorTitle = card.Title, DetectorCard = card.ToCanonicalText(), Source = source.Text, Cosmics = cosmicText, WeightNames = source.Primaries.WeightNames, Seed = source.Seed };
        return new PlannedSimulation(card, source, muons, metadata, pairs?.Generation.Site);
    }

    private static string CardOf(DetectorSite? place) => place is null
        ? throw new UserErrorException("--detector", null, "neither it nor --site nor a model card", "the detector card")
        : place.DetectorCard ?? throw new UserErrorException(place.File, "detector", "no value", "the card of a detector that can be simulated; choose another site");

    private static SimulationSource Pairs(SimulationRequest request, Card pairs, DetectorCard card, string path)
    {
        PrimaryWords.RefuseWithCard(request);
        return SimulationSource.Pairs(pairs, request.Seed, request.Events ?? SimulationRequest.UsualEvents, card, path);
    }
}
