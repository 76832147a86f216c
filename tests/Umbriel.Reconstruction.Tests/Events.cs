using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Events to reconstruct.</summary>
internal static class Events
{
    public static SimulatedEvent Of(params IEnumerable<Deposit> deposits)
    {
        SimulatedEvent simulated = new();
        simulated.Add(new ParticleState { Kind = ParticleKind.MuonMinus, DZ = 1.0 }, -1, CreationProcess.Primary);
        foreach (Deposit deposit in deposits)
        {
            simulated.Add(deposit);
        }

        return simulated;
    }

    /// <summary>A straight track in steps of 1 mm at 2.1 MeV/cm.</summary>
    public static IEnumerable<Deposit> Track((double X, double Y, double Z) from, (double X, double Y, double Z) to)
    {
        double length = Math.Sqrt(Square(to.X - from.X) + Square(to.Y - from.Y) + Square(to.Z - from.Z));
        int steps = (int)Math.Ceiling(length / 0.1);
        for (int i = 0; i < steps; i++)
        {
            (double a, double b) = ((double)i / steps, (i + 1.0) / steps);
            yield return new Deposit(
                0,
                from.X + (a * (to.X - from.X)), from.Y + (a * (to.Y - from.Y)), from.Z + (a * (to.Z - from.Z)),
                from.X + (b * (to.X - from.X)), from.Y + (b * (to.Y - from.Y)), from.Z + (b * (to.Z - from.Z)),
                0.0, 2.1e-3 * length / steps);
        }

        static double Square(double x) => x * x;
    }

    public static WireSignals Signals(DetectorResponse response, SimulatedEvent simulated, ulong index = 0)
    {
        WireSignals signals = new();
        new ReadoutSimulator(response).Simulate(simulated, 1, index, signals);
        return signals;
    }

    /// <summary>Electrons that reach the wires.</summary>
    public static double Arriving(DetectorResponse response, SimulatedEvent simulated) => simulated.Deposits.Sum(d => Arriving(response, simulated, d));

    /// <summary>Electrons of a deposit that reach the wires.</summary>
    public static double Arriving(DetectorResponse response, SimulatedEvent simulated, Deposit d)
    {
        (double x, double y, double z) = (0.5 * (d.X + d.EndX), 0.5 * (d.Y + d.EndY), 0.5 * (d.Z + d.EndZ));
        return response.Card.ActiveVolume.Contains(x, y, z)
            ? response.Recombination.Of(d, simulated.Particles[d.Particle].Start.Kind).Electrons * response.Drift.Survival(response.Drift.Distance(x) / response.Drift.Speed)
            : 0.0;
    }

    /// <summary>Simulated single particles that start in the middle of MicroBooNE.</summary>
    public static IEnumerable<EventResult> Single(DetectorCard card, ParticleKind kind, double energy, (double X, double Y, double Z) direction, int count)
    {
        SingleParticleSource source = new(kind, energy, direction, new Box(110.0, 140.0, -20.0, 20.0, 280.0, 320.0));
        return new DetectorSimulation(card, source, 7).Events(count);
    }
}
