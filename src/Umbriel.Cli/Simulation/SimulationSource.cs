using Umbriel.Cli.Search;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Generation;
using Umbriel.Generation.Geometry;

namespace Umbriel.Cli.Simulation;

/// <summary>Where the primaries of a run come from, and what that fixes.</summary>
/// <param name="Primaries">The source.</param>
/// <param name="Count">Number of events.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Text">The source in stable text.</param>
/// <param name="Resource">To be disposed after the run, if anything.</param>
/// <param name="Notice">What the user should know about it, if anything.</param>
internal sealed record SimulationSource(IPrimarySource Primaries, long Count, ulong Seed, string Text, IDisposable? Resource = null, string? Notice = null) : IDisposable
{
    /// <summary>The pairs of a model card.</summary>
    public static SimulationSource Pairs(string path, ulong? seed, long count, DetectorCard detector, string detectorPath)
    {
        SearchInputs inputs = SearchInputs.Read(path);
        GenerationSettings settings = inputs.Card.Generation with { Seed = seed ?? inputs.Card.Generation.Seed };
        EventSource source = new(inputs.Card.Model, settings, inputs.Beam, EventOrigin.Tpc);
        if (source.IsEmpty)
        {
            throw new UserErrorException(path, "origin", "no events (below threshold, or N decays before it arrives)", "a point that can reach the TPC; try 'umbriel rate'");
        }

        Box born = DetectorGeometry.For(settings.Geometry, settings.Experiment).Active.Bounds;
        return new SimulationSource(new PairSource(source, count, born, detector, detectorPath), count, settings.Seed, inputs.Card.ToCanonicalText());
    }

    /// <inheritdoc/>
    public void Dispose() => Resource?.Dispose();
}
