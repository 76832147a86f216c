using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Sources;
using Umbriel.Generation;
using Umbriel.Generation.Scattering;
using Umbriel.Generation.Sites;

namespace Umbriel.Detector.Tests.Sources;

public sealed class PairSourceTests
{
    private static readonly DarkSectorParameters Key = new() { Scenario = Scenario.Single, M4 = 0.106, MZPrime = 0.03, Umu4 = 1.4142e-5 };

    // Corners of the two boxes: data/sites and cards/detectors.
    [Theory]
    [InlineData("microboone", "microboone", 1.55, -0.97, -0.1)]
    [InlineData("sbnd", "sbnd-like", 0.0, 0.0, 0.0)]
    [InlineData("icarus", "icarus-like", 0.0, 0.0, 0.0)]
    public void Pairs_are_moved_from_the_sites_frame_to_the_cards(string name, string detector, double x, double y, double z)
    {
        GenerationSettings settings = new(DetectorSites.Read(name));
        DetectorCard card = Card(detector);
        EventSource events = new(Key, settings, settings.Site.Beam.Data, EventOrigin.Tpc);
        PairSource source = new(events, 100, settings, card, "card.yaml");
        TruthEventBatch truth = EventGenerator.Generate(events, 0, 20, 100, 1);
        Path.GetFileNameWithoutExtension(settings.Site.DetectorCard).ShouldBe(detector);
        for (int i = 0; i < 20; i++)
        {
            SimulatedEvent simulated = new();
            RandomStream random = new(1, RandomStage.Transport, (ulong)i);
            source.Add(ref random, i, simulated).Weight.ShouldBe(truth.Weight[i]);
            simulated.Particles.Count.ShouldBe(2);
            foreach (SimulatedParticle particle in simulated.Particles)
            {
                particle.Start.X.ShouldBe(truth.VertexX[i] + x, 1e-9);
                particle.Start.Y.ShouldBe(truth.VertexY[i] + y, 1e-9);
                particle.Start.Z.ShouldBe(truth.VertexZ[i] + z, 1e-9);
                card.ActiveVolume.Contains(particle.Start.X, particle.Start.Y, particle.Start.Z).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void What_leaves_a_struck_nucleus_starts_where_the_neutrino_scattered()
    {
        GenerationSettings settings = new(DetectorSites.Read("microboone")) { Regimes = [ScatteringRegime.ProtonElastic], NuclearResponse = NuclearResponse.FermiGas };
        DetectorCard card = Card("microboone");
        EventSource events = new(Key, settings, settings.Site.Beam.Data, EventOrigin.Tpc);
        PairSource source = new(events, 100, settings, card, "card.yaml");
        TruthEventBatch truth = EventGenerator.Generate(events, 0, 50, 100, 1);
        int protons = 0;
        for (int i = 0; i < 50; i++)
        {
            SimulatedEvent simulated = new();
            RandomStream random = new(1, RandomStage.Transport, (ulong)i);
            source.Add(ref random, i, simulated);
            IReadOnlyList<(int Pdg, FourVector Momentum)> particles = truth.Breakup[i]!.Particles;
            simulated.Particles.Count.ShouldBe(2 + particles.Count);
            for (int k = 0; k < particles.Count; k++)
            {
                SimulatedParticle particle = simulated.Particles[2 + k];
                ((int)particle.Start.Kind).ShouldBe(particles[k].Pdg);
                particle.Start.Time.ShouldBe(0.0);
                particle.Start.X.ShouldBe(truth.ScatterX[i] + 1.55, 1e-9);
                particle.Start.Z.ShouldBe(truth.ScatterZ[i] - 0.1, 1e-9);
                if (particles[k].Pdg == 2212)
                {
                    protons++;
                    particle.Start.Energy.ShouldBe(particles[k].Momentum.E - PhysicalConstants.MassProton, 1e-9);
                    particle.Start.DZ.ShouldBe(particles[k].Momentum.Z / particles[k].Momentum.Momentum, 1e-12);
                }
            }
        }

        protons.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Another_volume_and_another_liquid_are_refused()
    {
        DetectorSite sbnd = DetectorSites.Read("sbnd");
        Should.Throw<UserErrorException>(() => SitePlacement.Shift(sbnd.Title, sbnd.Geometry(GeometryConvention.Letter), Card("icarus-like"), "card.yaml")).Message
            .ShouldStartWith("card.yaml: activeVolume: found 148.2 x 316.8 x 1789.9 cm; expected SBND's 201 x 400 x 500 cm");
        DetectorSite oil = DetectorSites.Read("miniboone");
        Should.Throw<UserErrorException>(() => SitePlacement.Shift(oil.Title, oil.Geometry(GeometryConvention.Letter), Card("sbnd-like"), "card.yaml")).Message.ShouldContain("not a box of liquid argon");
    }

    private static DetectorCard Card(string name) => DetectorCardReader.Read(Path.Combine(Repository.Root, "cards", "detectors", name + ".yaml"));
}
