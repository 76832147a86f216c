using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;

namespace Umbriel.Reconstruction.Tests;

/// <summary>One particle an event, of fixed energy, in any direction, uniformly in a box.</summary>
internal sealed class IsotropicSource(ParticleKind kind, double energy, Box box) : IPrimarySource
{
    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        double cosine = (2.0 * random.NextDouble()) - 1.0;
        double sine = Math.Sqrt(1.0 - (cosine * cosine));
        double phi = 2.0 * Math.PI * random.NextDouble();
        ParticleState state = new()
        {
            Kind = kind,
            Energy = energy,
            DX = sine * Math.Cos(phi),
            DY = sine * Math.Sin(phi),
            DZ = cosine,
            X = box.XLow + ((box.XHigh - box.XLow) * random.NextDouble()),
            Y = box.YLow + ((box.YHigh - box.YLow) * random.NextDouble()),
            Z = box.ZLow + ((box.ZHigh - box.ZLow) * random.NextDouble()),
        };
        simulated.Add(state, -1, CreationProcess.Primary);
        return EventLabel.None;
    }
}
