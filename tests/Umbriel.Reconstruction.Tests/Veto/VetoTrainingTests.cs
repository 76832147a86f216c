using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Reconstruction.Veto;
using Umbriel.Studies.Training;

namespace Umbriel.Reconstruction.Tests.Veto;

public sealed class VetoTrainingTests
{
    private static readonly Box Box = new(100.0, 150.0, -20.0, 20.0, 400.0, 600.0);

    [Fact]
    public void Photons_have_the_energies_of_the_harder_photon()
    {
        // Means over 4000 events each; their spread over √4000 is 2.2 MeV and the difference has 3.1: 5 sigma.
        double photon = 0.0;
        double harder = 0.0;
        for (ulong i = 0; i < 4000; i++)
        {
            SimulatedEvent one = Primaries(VetoPrimary.Photon, null, i);
            photon += one.Particles[0].Start.Energy / 4000.0;
            RandomStream random = new(5, RandomStage.Transport, i);
            SimulatedEvent pion = new();
            new VetoSource([(VetoPrimary.PionZero, null)], Box).Add(ref random, (long)i, pion);
            new EventSimulator([], Detectors.Alive.Cryostat).Simulate(ref random, pion);
            harder += Math.Max(pion.Particles[1].Start.Energy, pion.Particles[2].Start.Energy) / 4000.0;
        }

        photon.ShouldBe(harder, 0.0155);
    }

    [Fact]
    public void Pairs_share_the_energy_within_ten_degrees_and_protons_start_with_them()
    {
        for (ulong i = 0; i < 50; i++)
        {
            SimulatedEvent pair = Primaries(VetoPrimary.Pair, (0.01, 0.06), i);
            pair.Particles.Select(static p => p.Start.Kind).ShouldBe([ParticleKind.Electron, ParticleKind.Positron, ParticleKind.Proton]);
            (ParticleState a, ParticleState b, ParticleState p) = (pair.Particles[0].Start, pair.Particles[1].Start, pair.Particles[2].Start);
            (a.Energy + b.Energy).ShouldBe(Primaries(VetoPrimary.Electron, null, i).Particles[0].Start.Energy, 1e-4);
            ((a.DX * b.DX) + (a.DY * b.DY) + (a.DZ * b.DZ)).ShouldBeGreaterThanOrEqualTo(Math.Cos(Math.PI / 18.0) - 1e-9);
            p.Energy.ShouldBeInRange(0.01, 0.06);
            (p.X, p.Y, p.Z).ShouldBe((a.X, a.Y, a.Z));
            Box.Contains(p.X, p.Y, p.Z).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(VetoFinder.SecondShowerName, "photon")]
    [InlineData(VetoFinder.StubName, "proton")]
    public void Training_sees_what_is_looked_for_and_what_is_not(string name, string wanted)
    {
        ITrainingTarget target = TrainingTargets.Named("test", name);
        TrainingRow[] rows = [.. TrainingSample.Make(new TrainingPlan(Detectors.MicroBooNE, target, 9, 12, new ReconstructionSettings(), ModelFolder.Default()), 1).SelectMany(static r => r)];
        rows.ShouldContain(static r => r.Label);
        rows.ShouldContain(static r => !r.Label);
        rows.ShouldAllBe(r => r.Label == (r.Group == wanted));
        TrainingSample.Table(target, rows).Count.ShouldBe(rows.Length);
    }

    private static SimulatedEvent Primaries(VetoPrimary kind, (double Low, double High)? proton, ulong index)
    {
        SimulatedEvent simulated = new();
        RandomStream random = new(4, RandomStage.Transport, index);
        new VetoSource([(kind, proton)], Box).Add(ref random, (long)index, simulated);
        return simulated;
    }
}
