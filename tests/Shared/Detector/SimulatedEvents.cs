using Umbriel.Detector.Simulation;

namespace Umbriel.Tests;

internal static class SimulatedEvents
{
    /// <summary>Events 0 … <paramref name="count"/> − 1, one after the other, each in a result of its own.</summary>
    public static IEnumerable<EventResult> Events(this DetectorSimulation simulation, int count)
    {
        for (int i = 0; i < count; i++)
        {
            EventResult result = new();
            simulation.Simulate(i, result);
            yield return result;
        }
    }
}
