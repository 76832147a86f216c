using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;
using Umbriel.Reconstruction;
using Umbriel.Reconstruction.Slices;

namespace Umbriel.Bench;

/// <summary>Events of MicroBooNE from wire signals to measured particles: pairs of 500 MeV of <see cref="Pairs"/>, alone and under the cosmic muons of a whole readout.</summary>
internal static class ReconstructionWorkloads
{
    private const int Events = 12;
    private const double Reach = 90.0;

    public static IEnumerable<(string Name, string Unit, Func<double> Work)> All(string data)
    {
        DetectorCard card = DetectorCardReader.Read(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(data))!, "cards", "detectors", "microboone.yaml"));
        yield return ("reconstruct-pair", "events", Event(card, 0.0, null));
        yield return ("reconstruct-pair-cosmics", "events", Event(card, 1.0, null));
        yield return ("reconstruct-pair-flash", "events", Event(card, 1.0, Reach));
    }

    /// <summary>Always the same events, simulated when they are first needed.</summary>
    private static Func<double> Event(DetectorCard card, double cosmics, double? reach)
    {
        Lazy<(EventReconstructor Reconstructor, EventResult[] Events)> prepared = new(() =>
        {
            DetectorSimulation simulation = new(card, new Pairs(card.ActiveVolume.Shrunk(30.0)), 77, cosmics > 0.0 ? CosmicOverlay.Over(card, cosmics) : null);
            ReconstructionSettings settings = new() { Slices = new SliceSettings { FlashReach = reach } };
            EventResult[] events = new EventResult[Events];
            for (int i = 0; i < Events; i++)
            {
                simulation.Simulate(i, events[i] = new EventResult());
            }

            return (new EventReconstructor(simulation.Response, settings, ReconstructionModels.Default()), events);
        });
        return () =>
        {
            (EventReconstructor reconstructor, EventResult[] events) = prepared.Value;
            foreach (EventResult result in events)
            {
                Workloads.Consume(reconstructor.Reconstruct(result.Signals, result.Flashes, 0, EventLabel.None).Particles.Count);
            }

            return Events;
        };
    }

    /// <summary>An electron and a positron of 500 MeV together, shared from 20% to 80%, opening uniform up to 60°, isotropic, uniform in a box.</summary>
    private sealed class Pairs(Box box) : IPrimarySource
    {
        private const double Energy = 0.5;

        public EventLabel Add(ref RandomStream random, long eventIndex, SimulatedEvent simulated)
        {
            ParticleState state = new()
            {
                X = box.XLow + ((box.XHigh - box.XLow) * random.NextDouble()),
                Y = box.YLow + ((box.YHigh - box.YLow) * random.NextDouble()),
                Z = box.ZLow + ((box.ZHigh - box.ZLow) * random.NextDouble()),
            };
            double share = 0.2 + (0.6 * random.NextDouble());
            double half = Math.PI / 6.0 * random.NextDouble();
            Direction.Isotropic(ref random, out double x, out double y, out double z);
            double azimuth = 2.0 * Math.PI * random.NextDouble();
            (double sin, double cos) = Math.SinCos(half);
            (double u, double v) = (sin * Math.Cos(azimuth), sin * Math.Sin(azimuth));
            foreach ((ParticleKind kind, double part, double sign) in new[] { (ParticleKind.Electron, share, 1.0), (ParticleKind.Positron, 1.0 - share, -1.0) })
            {
                (state.Kind, state.Energy) = (kind, Energy * part);
                Direction.FromFrame(x, y, z, sign * u, sign * v, cos, out state.DX, out state.DY, out state.DZ);
                simulated.Add(state, -1, CreationProcess.Primary);
            }

            return EventLabel.None;
        }
    }
}
