using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Detector.Sources;

namespace Umbriel.Detector.Tests.Sources;

/// <summary>Cosmic muons laid over events.</summary>
public sealed class CosmicOverlayTests
{
    private static readonly DetectorCard Card = DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", "microboone.yaml"));

    [Fact]
    public void The_mean_number_is_the_integral_of_the_flux()
    {
        // The oracle: flux through top and four sides, each with its own angle to the muon, by midpoints in cos θ, azimuth and ln T.
        Box c = Card.Cryostat;
        (double dx, double dy, double dz) = (c.XHigh - c.XLow, c.YHigh - c.YLow, c.ZHigh - c.ZLow);
        const int Angles = 180;
        const int Energies = 400;
        double rate = 0.0;
        for (int i = 0; i < Angles; i++)
        {
            double cosine = (i + 0.5) / Angles;
            double sine = Math.Sqrt(1.0 - (cosine * cosine));
            double intensity = 0.0;
            double step = Math.Log(1000.0 / 0.05) / Energies;
            for (int k = 0; k < Energies; k++)
            {
                double energy = 0.05 * Math.Exp((k + 0.5) * step);
                intensity += MuonFlux.AtSurface(energy, cosine) * energy * step;
            }

            double area = 0.0;
            for (int k = 0; k < 90; k++)
            {
                (double s, double t) = Math.SinCos(2.0 * Math.PI * (k + 0.5) / 90.0);
                area += (dx * dz * cosine) + (sine * ((dy * dz * Math.Abs(s)) + (dx * dy * Math.Abs(t))));
            }

            rate += intensity * area / 90.0 * 2.0 * Math.PI / Angles;
        }

        // 4.8 ms of samples and a full drift, 256.35 cm at 0.1098 cm/us, before them.
        double mean = rate * (4.8e-3 + (256.35 / 0.1098 * 1e-6));
        CosmicMuons muons = CosmicOverlay.Over(Card, 1.0);
        muons.MeanInWindow.ShouldBe(mean, 0.005 * mean);

        const int Windows = 1000;
        SimulatedEvent simulated = new();
        long sum = 0;
        for (ulong i = 0; i < Windows; i++)
        {
            simulated.Clear();
            RandomStream random = new(5, RandomStage.Cosmics, i);
            sum += muons.AddTo(ref random, simulated);
            simulated.Particles.ShouldAllBe(p => p.Start.Time >= -1.6e6 - (256.35 / 0.1098 * 1e3) - 1.0 && p.Start.Time <= 3.2e6);
        }

        // Poisson error 0.42%; 4.5 of them: false alarm 7e-6, and 0.5% for the tables.
        ((double)sum / Windows).ShouldBe(mean, 0.024 * mean);
        CosmicOverlay.Over(Card, 0.5).MeanInWindow.ShouldBe(0.5 * muons.MeanInWindow, 1e-9);
    }

    [Fact]
    public void The_beam_event_is_the_same_with_and_without_them()
    {
        SingleParticleSource source = new(ParticleKind.Photon, 0.2, (0.0, 0.0, 1.0), Card.ActiveVolume);
        DetectorSimulation plain = new(Card, source, 4);
        DetectorSimulation overlaid = new(Card, source, 4, CosmicOverlay.Over(Card, 0.1));
        EventResult alone = new();
        EventResult both = new();
        int muons = 0;
        for (long i = 0; i < 6; i++)
        {
            plain.Simulate(i, alone);
            overlaid.Simulate(i, both);
            alone.Cosmics.ShouldBe(0);
            muons += both.Cosmics;
            both.Simulated.Particles.Take(both.BeamParticles).ShouldBe(alone.Simulated.Particles);
            both.Simulated.Deposits.Take(both.BeamDeposits).ShouldBe(alone.Simulated.Deposits);
            both.BeamVisible.ShouldBe(alone.Visible);
            both.BeamGiven.ShouldBe(alone.Given);
            both.Primaries.ShouldBe(1);
            both.Simulated.Particles.Skip(both.BeamParticles).Take(both.Cosmics).ShouldAllBe(p => p.Parent == -1 && (p.Start.Kind == ParticleKind.MuonMinus || p.Start.Kind == ParticleKind.MuonPlus));
            both.Simulated.Particles.Skip(both.BeamParticles + both.Cosmics).ShouldAllBe(p => p.Parent >= both.BeamParticles);
            both.Simulated.Deposits.Skip(both.BeamDeposits).ShouldAllBe(d => d.Particle >= both.BeamParticles);
            (both.Deposited + both.Simulated.Escaped + both.Simulated.Lost).ShouldBe(both.Given + both.Simulated.Released, 1e-6 * both.Given);
        }

        // 0.1 of 57 in each of 6 events: none has probability 1e-15.
        muons.ShouldBeGreaterThan(0);
    }
}
