using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Electromagnetic;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>Simulated events for tests: everything starts at the origin along z in a large volume unless said otherwise.</summary>
internal static class Showers
{
    public static readonly Box Large = new(-600.0, 600.0, -600.0, 600.0, -400.0, 1200.0);

    public static readonly ElectromagneticTransport Default = new(new ElectromagneticCuts());

    public static ParticleState Particle(ParticleKind kind, double energy) => new() { Kind = kind, Energy = energy, DZ = 1.0 };

    public static void Run(SimulatedEvent simulated, Box volume, ulong seed, int index, params ReadOnlySpan<ParticleState> primaries) =>
        Run(Default, simulated, volume, seed, index, primaries);

    public static void Run(ElectromagneticTransport transport, SimulatedEvent simulated, Box volume, ulong seed, int index, params ReadOnlySpan<ParticleState> primaries)
    {
        simulated.Clear();
        foreach (ParticleState primary in primaries)
        {
            simulated.Add(primary, -1, CreationProcess.Primary);
        }

        RandomStream random = new(seed, RandomStage.Generation, (ulong)index);
        new EventSimulator([transport], volume).Simulate(ref random, simulated);
    }

    /// <summary>Longitudinal profile of deposits (GeV per bin, mean over events) and sorted-free radial containment.</summary>
    public static (double[] Depth, double[] Radius) Profile(ParticleKind kind, double energy, int events, double depthBin, double radiusBin) =>
        Profile(Default, kind, energy, events, depthBin, radiusBin);

    public static (double[] Depth, double[] Radius) Profile(ElectromagneticTransport transport, ParticleKind kind, double energy, int events, double depthBin, double radiusBin)
    {
        double[] depth = new double[1000];
        double[] radius = new double[1000];
        SimulatedEvent simulated = new();
        for (int i = 0; i < events; i++)
        {
            Run(transport, simulated, Large, 11, i, Particle(kind, energy));
            foreach (Deposit deposit in simulated.Deposits)
            {
                double z = 0.5 * (deposit.Z + deposit.EndZ);
                double x = 0.5 * (deposit.X + deposit.EndX);
                double y = 0.5 * (deposit.Y + deposit.EndY);
                if (z >= 0.0)
                {
                    depth[Math.Min(999, (int)(z / depthBin))] += deposit.Energy / events;
                }

                radius[Math.Min(999, (int)(Math.Sqrt((x * x) + (y * y)) / radiusBin))] += deposit.Energy / events;
            }
        }

        return (depth, radius);
    }
}
