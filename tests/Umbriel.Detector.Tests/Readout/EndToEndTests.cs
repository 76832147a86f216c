using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Electromagnetic;
using Umbriel.Detector.Heavy;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Transport, wires and light together, for every card that is shipped.</summary>
public sealed class EndToEndTests
{
    [Theory]
    [InlineData("microboone")]
    [InlineData("sbnd-like")]
    [InlineData("icarus-like")]
    public void A_shipped_card_gives_the_charge_of_a_muon_on_every_plane(string name)
    {
        DetectorCard card = DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", name + ".yaml"));
        Box active = card.ActiveVolume;
        (double x, double y, double z) = (0.5 * (active.XLow + active.XHigh), 0.5 * (active.YLow + active.YHigh), 0.5 * (active.ZLow + active.ZHigh));
        SingleParticleSource source = new(ParticleKind.MuonMinus, 0.25, (0.3, 0.4, 1.0), new Box(x, x, y, y, z, z));
        DetectorResponse response = new(card);
        double measured = 0.0;
        double expected = 0.0;
        foreach (EventResult result in new DetectorSimulation(card, source, 5).Events(6))
        {
            result.Deposited.ShouldBe(result.Given + result.Simulated.Released - result.Simulated.Escaped - result.Simulated.Lost, 1e-9);
            foreach (Deposit d in result.Simulated.Deposits)
            {
                double at = 0.5 * (d.X + d.EndX);
                (double fy, double fz) = (0.5 * (d.Y + d.EndY), 0.5 * (d.Z + d.EndZ));
                int wire = response.Planes[2].Nearest(fy, fz);
                if (active.Contains(at, fy, fz) && !response.IsDead(2, wire))
                {
                    expected += response.Recombination.Of(d, result.Simulated.Particles[d.Particle].Start.Kind).Electrons * response.Drift.Survival(response.Drift.Distance(at) / response.Drift.Speed);
                }
            }

            measured += Cards.Sum(result.Signals, 2) / response.Responses[2].AdcTicksPerElectron;
            result.Flashes.Count.ShouldBeGreaterThan(0);
            result.Flashes[0].PhotoElectrons.ShouldBeGreaterThan(0);
            for (int plane = 0; plane < 3; plane++)
            {
                // A muon of 250 MeV goes 1 m, over a hundred wires and more where they are not along it.
                result.Signals.Regions.Count(r => r.Plane == plane).ShouldBeGreaterThan(40, $"plane {plane}");
                result.Signals.Regions.ShouldAllBe(r => r.StartTick >= 0 && r.StartTick + r.Length <= card.Readout.Ticks);
            }
        }

        // Noise and coherent noise of some 300 regions of 120 samples: 1%. Charge is spread to dead or far wires: as much.
        measured.ShouldBe(expected, 0.04 * expected);
    }

    [Fact]
    public void Energy_is_conserved_for_every_particle_and_energy()
    {
        DetectorCard card = Cards.MicroBooNE;
        EventSimulator transport = new([new HeavyParticleTransport(new HeavyTransportSettings()), new ElectromagneticTransport(new ElectromagneticCuts())], card.Cryostat);
        SimulatedEvent simulated = new();
        ulong index = 0;
        foreach (ParticleKind kind in Enum.GetValues<ParticleKind>())
        {
            foreach (double energy in new[] { 1e-4, 1e-3, 0.01, 0.05, 0.2, 1.0, 5.0 })
            {
                for (int i = 0; i < 3; i++)
                {
                    RandomStream random = new(71, RandomStage.Transport, index++);
                    simulated.Clear();
                    simulated.Add(new ParticleState { Kind = kind, Energy = energy, X = 128.0, Z = 400.0, DZ = 1.0 }, -1, CreationProcess.Primary);
                    transport.Simulate(ref random, simulated);
                    double found = simulated.Deposits.Sum(d => d.Energy) + simulated.Escaped + simulated.Lost;
                    Math.Abs(found - energy - simulated.Released).ShouldBeLessThan(1e-6 * Math.Max(energy, 1e-3), $"{kind} of {energy} GeV");
                }
            }
        }
    }
}
