using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Electromagnetic;
using Umbriel.Detector.Heavy;
using Umbriel.Detector.Readout;

namespace Umbriel.Bench;

/// <summary>Events in MicroBooNE: transport alone, and with recombination, drift, wires and noise.</summary>
internal static class DetectorWorkloads
{
    private const int Events = 16;

    public static IEnumerable<(string Name, string Unit, Func<double> Work)> All(string data)
    {
        DetectorCard card = DetectorCardReader.Read(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(data))!, "cards", "detectors", "microboone.yaml"));
        ParticleState middle = new() { X = 128.0, Z = 400.0, DZ = 1.0 };
        double slope = Math.Sin(5.0 * Math.PI / 180.0);
        double along = Math.Sqrt(1.0 - (slope * slope));
        ParticleState electron = middle with { Kind = ParticleKind.Electron, Energy = 0.25, DX = slope, DZ = along };
        ParticleState positron = middle with { Kind = ParticleKind.Positron, Energy = 0.25, DX = -slope, DZ = along };
        ParticleState photon = middle with { Kind = ParticleKind.Photon, Energy = 0.3 };
        ParticleState muon = middle with { Kind = ParticleKind.MuonMinus, Energy = 4.0, Y = card.Cryostat.YHigh, DY = -1.0, DZ = 0.0 };
        (string Name, ParticleState[] Primaries)[] cases = [("pair", [electron, positron]), ("gamma", [photon]), ("cosmic-muon", [muon])];
        foreach ((string name, ParticleState[] primaries) in cases)
        {
            yield return ($"detector-{name}", "events", Event(card, primaries, wires: false));
            yield return ($"detector-{name}-wires", "events", Event(card, primaries, wires: true));
        }
    }

    /// <summary>Always the same events, so that every repetition has the same work.</summary>
    private static Func<double> Event(DetectorCard card, ParticleState[] primaries, bool wires)
    {
        EventSimulator transport = new([new HeavyParticleTransport(new HeavyTransportSettings { Density = card.Density }), new ElectromagneticTransport(new ElectromagneticCuts(), card.Density)], card.Cryostat);
        ReadoutSimulator readout = new(new DetectorResponse(card));
        SimulatedEvent simulated = new();
        WireSignals signals = new();
        return () =>
        {
            for (int i = 0; i < Events; i++)
            {
                simulated.Clear();
                foreach (ParticleState primary in primaries)
                {
                    simulated.Add(primary, -1, CreationProcess.Primary);
                }

                RandomStream random = new(1, RandomStage.Transport, (ulong)i);
                transport.Simulate(ref random, simulated);
                if (wires)
                {
                    readout.Simulate(simulated, 1, (ulong)i, signals);
                }

                Workloads.Consume(simulated.Deposits.Count + signals.SampleCount);
            }

            return Events;
        };
    }
}
