using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;
using Umbriel.Studies.Training;

namespace Umbriel.Studies.Performance;

/// <summary>One π0 an event, isotropic, uniform in a box, its momentum uniform. Weight 1, time 0. Immutable.</summary>
/// <param name="box">Where they start, cm.</param>
/// <param name="low">Lowest momentum, GeV/c.</param>
/// <param name="high">Highest momentum, GeV/c.</param>
public sealed class PionGun(Box box, double low, double high) : IPrimarySource
{
    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        SpaceVector place = box.Sample(ref random);
        double momentum = low + ((high - low) * random.NextDouble());
        double energy = Math.Sqrt((momentum * momentum) + (PhysicalConstants.MassNeutralPion * PhysicalConstants.MassNeutralPion)) - PhysicalConstants.MassNeutralPion;
        simulated.Add(ParticleGun.State(ParticleKind.PionZero, energy, place, Direction.Isotropic(ref random)), -1, CreationProcess.Primary);
        return EventLabel.None;
    }
}
