using Umbriel.Core;
using Umbriel.Core.Events;

namespace Umbriel.Detector.Simulation;

/// <summary>Where the primaries of simulated events come from. Immutable; safe to share between threads.</summary>
public interface IPrimarySource
{
    /// <summary>Names of the weights of every event's label.</summary>
    WeightNames WeightNames => WeightNames.None;

    /// <summary>Adds the primaries of an event. Pure: depends on the event's number and its random stream alone.</summary>
    /// <param name="random">The event's stream, at its beginning.</param>
    /// <param name="eventIndex">The event's number in the run.</param>
    /// <param name="simulated">Takes the primaries.</param>
    /// <returns>What the event is in truth and what it counts.</returns>
    EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated);
}
