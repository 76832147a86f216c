using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Simulation;

namespace Umbriel.Reconstruction.Tests;

/// <summary>An e+e− pair an event, of fixed energy in all, shared uniformly from 10% to 90%, with an opening uniform up to 60°, in any direction, uniformly in a box.</summary>
internal sealed class ForwardPairs(double energy, Box box) : IPrimarySource
{
    /// <inheritdoc/>
    public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
    {
        double cosine = (2.0 * random.NextDouble()) - 1.0;
        double sine = Math.Sqrt(1.0 - (cosine * cosine));
        (double sinPhi, double cosPhi) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
        (double sinOpening, double cosOpening) = Math.SinCos(Math.PI / 3.0 * random.NextDouble());
        (double sinTurn, double cosTurn) = Math.SinCos(2.0 * Math.PI * random.NextDouble());
        double share = 0.1 + (0.8 * random.NextDouble());
        ParticleState state = new()
        {
            X = box.XLow + ((box.XHigh - box.XLow) * random.NextDouble()),
            Y = box.YLow + ((box.YHigh - box.YLow) * random.NextDouble()),
            Z = box.ZLow + ((box.ZHigh - box.ZLow) * random.NextDouble()),
        };
        SpaceVector axis = new(sine * cosPhi, sine * sinPhi, cosine);
        SpaceVector across = (new SpaceVector(cosine * cosPhi, cosine * sinPhi, -sine) * cosTurn) + (new SpaceVector(-sinPhi, cosPhi, 0.0) * sinTurn);
        Add(ParticleKind.Electron, share, axis);
        Add(ParticleKind.Positron, 1.0 - share, (axis * cosOpening) + (across * sinOpening));
        return EventLabel.None;

        void Add(ParticleKind kind, double part, SpaceVector direction)
        {
            (state.Kind, state.Energy, state.DX, state.DY, state.DZ) = (kind, energy * part, direction.X, direction.Y, direction.Z);
            simulated.Add(state, -1, CreationProcess.Primary);
        }
    }
}
