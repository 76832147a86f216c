using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Generation.Sites;

namespace Umbriel.Cli.Simulation;

/// <summary>A simulation that a command line describes.</summary>
/// <param name="Card">The detector.</param>
/// <param name="Source">The primaries; disposed with this.</param>
/// <param name="Cosmics">Cosmic muons, if any.</param>
/// <param name="Metadata">What files say about its events.</param>
/// <param name="Site">Where the pairs of a model card are born; null for other primaries.</param>
internal sealed record PlannedSimulation(DetectorCard Card, SimulationSource Source, CosmicMuons? Cosmics, SimulationMetadata Metadata, DetectorSite? Site) : IDisposable
{
    /// <summary>Makes its tables.</summary>
    public DetectorSimulation Prepare() => new(Card, Source.Primaries, Source.Seed, Cosmics);

    /// <inheritdoc/>
    public void Dispose() => Source.Dispose();
}
