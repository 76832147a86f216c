using System.Text;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Cards and small events for the tests of the readout.</summary>
internal static class Cards
{
    public static DetectorCard MicroBooNE { get; } = DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", "microboone.yaml"));

    /// <summary>MicroBooNE without noise and dead wires.</summary>
    public static DetectorCard Quiet { get; } = MicroBooNE with
    {
        Planes = [.. MicroBooNE.Planes.Select(p => p with { Noise = 0.0, CoherentNoise = 0.0, Dead = [] })],
    };

    public static DetectorCard Parse(string text) => DetectorCardReader.Parse("bad.yaml", Encoding.UTF8.GetBytes(text));

    public static SimulatedEvent Event(ParticleKind kind, params IEnumerable<Deposit> deposits)
    {
        SimulatedEvent simulated = new();
        simulated.Add(new ParticleState { Kind = kind, DZ = 1.0 }, -1, CreationProcess.Primary);
        foreach (Deposit deposit in deposits)
        {
            simulated.Add(deposit);
        }

        return simulated;
    }

    /// <summary>A straight track of equal steps at 2.1 MeV/cm.</summary>
    public static IEnumerable<Deposit> Track((double X, double Y, double Z) from, (double X, double Y, double Z) to, int steps, double time = 0.0)
    {
        (double dx, double dy, double dz) = ((to.X - from.X) / steps, (to.Y - from.Y) / steps, (to.Z - from.Z) / steps);
        double energy = 2.1e-3 * Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
        for (int i = 0; i < steps; i++)
        {
            yield return new Deposit(0, from.X + (i * dx), from.Y + (i * dy), from.Z + (i * dz), from.X + ((i + 1) * dx), from.Y + ((i + 1) * dy), from.Z + ((i + 1) * dz), time, energy);
        }
    }

    /// <summary>A shower-like cloud of deposits: steps around an axis along z, deterministic.</summary>
    public static IEnumerable<Deposit> Shower(int count, double energy)
    {
        Random random = new(12345);
        for (int i = 0; i < count; i++)
        {
            double depth = -20.0 * Math.Log(random.NextDouble() * random.NextDouble());
            double radius = 4.0 * random.NextDouble() * random.NextDouble();
            double phi = 2.0 * Math.PI * random.NextDouble();
            (double x, double y, double z) = (128.0 + (radius * Math.Cos(phi)), radius * Math.Sin(phi), 400.0 + depth);
            yield return new Deposit(0, x, y, z, x + (0.05 * (random.NextDouble() - 0.5)), y + (0.05 * (random.NextDouble() - 0.5)), z + 0.07, 3.0, energy / count);
        }
    }

    /// <summary>Regions of one event.</summary>
    public static WireSignals Simulate(DetectorCard card, SimulatedEvent simulated, ulong seed = 1, ulong index = 0)
    {
        WireSignals signals = new();
        new ReadoutSimulator(new DetectorResponse(card)).Simulate(simulated, seed, index, signals);
        return signals;
    }

    /// <summary>Sum of all samples of a plane.</summary>
    public static double Sum(WireSignals signals, int plane)
    {
        double sum = 0.0;
        foreach (WireRegion region in signals.Regions.Where(r => r.Plane == plane))
        {
            foreach (short sample in signals.Samples(region))
            {
                sum += sample;
            }
        }

        return sum;
    }
}
