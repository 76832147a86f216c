using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Generation;
using Umbriel.Generation.Geometry;

namespace Umbriel.Studies.Simulation;

/// <summary>Where the primaries of a run come from, and what that fixes.</summary>
/// <param name="Primaries">The source.</param>
/// <param name="Count">Number of events.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Text">The source in stable text.</param>
/// <param name="Resource">To be disposed after the run, if anything.</param>
/// <param name="Notice">What the user should know about it, if anything.</param>
public sealed record SimulationSource(IPrimarySource Primaries, long Count, ulong Seed, string Text, IDisposable? Resource = null, string? Notice = null) : IDisposable
{
    /// <summary>The pairs of a model card in the detector of its site.</summary>
    public static SimulationSource Pairs(Card card, ulong? seed, long count, DetectorCard detector, string detectorPath)
    {
        GenerationSettings settings = card.Generation with { Seed = seed ?? card.Generation.Seed };
        EventSource source = new(card.Model, settings, settings.Site.Beam.Data, EventOrigin.Tpc);
        string text = $"{card.ToCanonicalText()}# site sha256 {ContentHash.OfParts(settings.Files.Select(file => KeyValuePair.Create(Path.GetFileName(file), ContentHash.OfFile(file))))}\n";
        return new SimulationSource(new PairSource(source, count, settings, detector, detectorPath), count, settings.Seed, text);
    }

    /// <inheritdoc/>
    public void Dispose() => Resource?.Dispose();
}
