using Umbriel.Core;

namespace Umbriel.Detector.Simulation;

/// <summary>Events without a beam: for cosmic muons or noise alone. Weight 1.</summary>
public sealed class NoPrimaries : IPrimarySource
{
    /// <summary>What it says about itself in files.</summary>
    public const string Text = "no beam\n";

    /// <inheritdoc/>
    public double Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated) => 1.0;
}
