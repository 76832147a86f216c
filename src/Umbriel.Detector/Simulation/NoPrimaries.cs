using Umbriel.Core;
using Umbriel.Core.Events;

namespace Umbriel.Detector.Simulation;

/// <summary>Events without a beam: for cosmic muons or noise alone, of category cosmic. Weight 1.</summary>
public sealed class NoPrimaries : IPrimarySource
{
    /// <summary>What it says about itself in files.</summary>
    public const string Text = "no beam\n";

    private static readonly EventLabel Label = EventLabel.None with { Category = EventCategory.Cosmic };

    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated) => Label;
}
