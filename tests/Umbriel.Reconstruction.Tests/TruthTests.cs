using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Truth;

namespace Umbriel.Reconstruction.Tests;

public sealed class TruthTests
{
    private static readonly DetectorResponse Quiet = new(Detectors.Quiet);

    [Fact]
    public void Charge_is_conserved_and_agrees_with_the_hits()
    {
        SimulatedEvent simulated = Events.Of(Events.Track((60.0, -40.0, 300.0), (180.0, 20.0, 420.0)));
        (EventTruth truth, ReconstructedEvent found) = Match(simulated, 1);
        TrueObject muon = truth.Objects.ShouldHaveSingleItem();

        // By hand: recombination and attachment of every step, from its middle.
        double arriving = Events.Arriving(Quiet, simulated);
        muon.Electrons.ShouldBe(arriving, 1e-4 * arriving);
        muon.InHits.ShouldBeInRange(0.99 * muon.Electrons, muon.Electrons * (1.0 + 1e-9));
        (truth.Electrons.Sum() / 3.0).ShouldBe(muon.InHits, 1e-9 * muon.InHits);

        // Hits that end tracks hold part of a wire's charge; the others agree with the charge found by deconvolution to 3% (median), four fifths within 20%.
        double[] ratios = [.. found.Hits.Select((h, i) => h.Charge / truth.Electrons[i]).Order()];
        ratios[ratios.Length / 2].ShouldBe(1.0, 0.03);
        (ratios[(int)(0.9 * ratios.Length)] - ratios[(int)(0.1 * ratios.Length)]).ShouldBeLessThan(0.2);
    }

    [Fact]
    public void Two_tracks_have_their_shares()
    {
        SimulatedEvent simulated = TwoTracks();
        (EventTruth truth, ReconstructedEvent found) = Match(simulated, 2);
        double first = Arriving(simulated, 0);
        double second = Arriving(simulated, 1);
        IReadOnlyList<TruthShare> shares = truth.Hits.Shares([.. Enumerable.Range(0, truth.Hits.Count)]);
        shares.Select(static s => s.TrueParticle).ShouldBe([0, 1]);
        shares[0].Share.ShouldBe(first / (first + second), 0.01);

        // What is missing is hits that are a response's overshoot: charge of nobody.
        (shares[0].Share + shares[1].Share).ShouldBeInRange(0.995, 1.0 + 1e-9);
        TruthMatch all = truth.Hits.Match([.. Enumerable.Range(0, truth.Hits.Count)]);
        all.TrueParticle.ShouldBe(0);
        all.Purity.ShouldBe(shares[0].Share);
        all.Completeness.ShouldBe(1.0, 1e-9);
        all.OverlayFraction.ShouldBe(0.0);

        // Points by the nearer track: pure but near the crossing.
        TruthTable points = truth.At(found.Points);
        for (int track = 0; track < 2; track++)
        {
            int[] near = [.. Enumerable.Range(0, found.Points.Count).Where(i => Nearer(found.Points[i].Place) == track)];
            TruthMatch match = points.Match(near);
            match.TrueParticle.ShouldBe(track);
            match.Purity.ShouldBeGreaterThan(0.97);
            match.Completeness.ShouldBeGreaterThan(0.97);
            TruthMatch half = points.Match(near[..(near.Length / 2)]);
            half.Completeness.ShouldBeLessThan(0.7);
        }
    }

    [Fact]
    public void A_cosmic_muon_over_an_electron_is_its_share()
    {
        SimulatedEvent simulated = Events.Single(Detectors.Quiet, ParticleKind.Electron, 0.2, (0.0, 0.0, 1.0), 1).Single().Simulated;
        (int particles, int deposits) = (simulated.Particles.Count, simulated.Deposits.Count);
        (EventTruth alone, ReconstructedEvent electron) = Match(simulated, particles);
        alone.Objects.ShouldHaveSingleItem().Kind.ShouldBe(ParticleKind.Electron);
        TruthMatch pure = alone.Hits.Match([.. Enumerable.Range(0, electron.Hits.Count)]);
        pure.ShouldBe(new TruthMatch(0, pure.Purity, 1.0, 0.0));
        pure.Purity.ShouldBeGreaterThan(0.99);

        AddTrack(simulated, (125.0, 60.0, 330.0), (128.0, -60.0, 345.0));
        (EventTruth truth, ReconstructedEvent found) = Match(simulated, particles);
        truth.Objects.Select(static o => (o.Kind, o.IsOverlay)).ShouldBe([(ParticleKind.Electron, false), (ParticleKind.MuonMinus, true)]);
        double muon = Arriving(simulated, particles);
        double shower = simulated.Deposits.Take(deposits).Sum(d => Events.Arriving(Quiet, simulated, d));
        truth.Objects[1].Electrons.ShouldBe(muon, 1e-3 * muon);
        TruthMatch all = truth.Hits.Match([.. Enumerable.Range(0, found.Hits.Count)]);
        all.OverlayFraction.ShouldBe(muon / (muon + shower), 0.02);
        all.TrueParticle.ShouldBe(particles);
        all.Purity.ShouldBe(all.OverlayFraction);
    }

    [Fact]
    public void A_slow_search_finds_the_same_particle_for_each_hit()
    {
        // Oracle: the charge of deposits whose middle is nearest to the hit's wire and arrives within its pulse. Hits of both tracks are left out.
        SimulatedEvent simulated = Events.Single(Detectors.Quiet, ParticleKind.Electron, 0.3, (0.3, 0.1, 0.9), 1).Single().Simulated;
        int particles = simulated.Particles.Count;
        AddTrack(simulated, (140.0, 60.0, 330.0), (150.0, -60.0, 335.0));
        (EventTruth truth, ReconstructedEvent found) = Match(simulated, particles);
        int same = 0;
        int compared = 0;
        for (int h = 0; h < found.Hits.Count; h++)
        {
            Hit hit = found.Hits[h];
            double[] charge = new double[2];
            foreach (Deposit d in simulated.Deposits)
            {
                (double x, double y, double z) = (0.5 * (d.X + d.EndX), 0.5 * (d.Y + d.EndY), 0.5 * (d.Z + d.EndZ));
                double arrival = (d.Time + (Quiet.Drift.Distance(x) / Quiet.Drift.Speed) + (Detectors.Quiet.Readout.PreSample * 1e6)) / Detectors.Quiet.Readout.TickNs;
                if (Quiet.Planes[hit.Plane].Nearest(y, z) == hit.Wire && arrival > hit.Start - 4.0 && arrival < hit.End + 5.0)
                {
                    charge[d.Particle < particles ? 0 : 1] += Events.Arriving(Quiet, simulated, d);
                }
            }

            if (truth.Hits.Match([h]).TrueParticle is { } particle && Math.Max(charge[0], charge[1]) > 0.7 * charge.Sum())
            {
                compared++;
                same += particle == (charge[0] > charge[1] ? 0 : particles) ? 1 : 0;
            }
        }

        compared.ShouldBeGreaterThan(300);
        same.ShouldBeGreaterThanOrEqualTo((int)(0.99 * compared));
    }

    [Fact]
    public void Charge_counts_to_what_started_it()
    {
        SimulatedParticle[] particles =
        [
            Particle(ParticleKind.PionZero, -1, CreationProcess.Primary),
            Particle(ParticleKind.MuonMinus, -1, CreationProcess.Primary),
            Particle(ParticleKind.Electron, 1, CreationProcess.DeltaRay),
            Particle(ParticleKind.Photon, 2, CreationProcess.Bremsstrahlung),
            Particle(ParticleKind.Electron, 1, CreationProcess.Decay),
            Particle(ParticleKind.Photon, 4, CreationProcess.Bremsstrahlung),
            Particle(ParticleKind.Photon, 0, CreationProcess.Decay),
            Particle(ParticleKind.Photon, 0, CreationProcess.Decay),
            Particle(ParticleKind.Positron, 6, CreationProcess.PairProduction),
            Particle(ParticleKind.Photon, 8, CreationProcess.Annihilation),
            Particle(ParticleKind.Electron, 9, CreationProcess.Compton),
            Particle(ParticleKind.Electron, 7, CreationProcess.Photoelectric),
            Particle(ParticleKind.Neutron, 1, CreationProcess.Capture),
            Particle(ParticleKind.Proton, 12, CreationProcess.NuclearInelastic),
        ];
        TrueOwners.Of(particles).ShouldBe([0, 1, 1, 1, 4, 4, 6, 7, 6, 6, 6, 7, 12, 13]);
    }

    [Fact]
    public void Nothing_is_nothing()
    {
        EventTruth truth = new TruthMatcher(Quiet).Match([], [], 0, []);
        truth.Objects.ShouldBeEmpty();
        truth.Hits.Match([]).ShouldBe(default);
        truth.Hits.Match([]).TrueParticle.ShouldBeNull();
        truth.At([]).Count.ShouldBe(0);

        // A hit where nothing was deposited is noise: charge of nobody.
        SimulatedEvent simulated = Events.Of(Events.Track((60.0, 0.0, 300.0), (60.0, 0.0, 310.0)));
        EventTruth noise = new TruthMatcher(Quiet).Match(simulated.Particles, simulated.Deposits, 1, [new Hit(2, 100, 1000.5, 3.0, 5000.0, 995, 1006, 1, 1.0)]);
        noise.Hits.Match([0]).ShouldBe(default);
        noise.Objects.ShouldHaveSingleItem().InHits.ShouldBe(0.0);
    }

    private static (EventTruth Truth, ReconstructedEvent Found) Match(SimulatedEvent simulated, int beamParticles)
    {
        ReconstructedEvent found = new EventReconstructor(Quiet, new ReconstructionSettings(), ReconstructionModels.Default()).Reconstruct(Events.Signals(Quiet, simulated), null, 0, EventLabel.None);
        return (new TruthMatcher(Quiet).Match(simulated.Particles, simulated.Deposits, beamParticles, found.Hits), found);
    }

    /// <summary>Muons of 130 and 60 cm that cross in (120, 0, 350).</summary>
    private static SimulatedEvent TwoTracks()
    {
        SimulatedEvent simulated = Events.Of(Events.Track((90.0, -10.0, 300.0), (150.0, 10.0, 400.0)));
        AddTrack(simulated, (110.0, 25.0, 340.0), (130.0, -25.0, 360.0));
        return simulated;
    }

    private static int Nearer(SpaceVector place)
    {
        return Distance((90.0, -10.0, 300.0), (150.0, 10.0, 400.0)) < Distance((110.0, 25.0, 340.0), (130.0, -25.0, 360.0)) ? 0 : 1;

        double Distance((double X, double Y, double Z) from, (double X, double Y, double Z) to)
        {
            SpaceVector start = new(from.X, from.Y, from.Z);
            SpaceVector way = new SpaceVector(to.X, to.Y, to.Z) - start;
            SpaceVector off = place - start;
            double along = Math.Clamp(off.Dot(way) / way.Dot(way), 0.0, 1.0);
            SpaceVector rest = off - (way * along);
            return rest.Dot(rest);
        }
    }

    private static void AddTrack(SimulatedEvent simulated, (double X, double Y, double Z) from, (double X, double Y, double Z) to)
    {
        int index = simulated.Particles.Count;
        simulated.Add(new ParticleState { Kind = ParticleKind.MuonMinus, DZ = 1.0 }, -1, CreationProcess.Primary);
        foreach (Deposit deposit in Events.Track(from, to))
        {
            simulated.Add(deposit with { Particle = index });
        }
    }

    private static double Arriving(SimulatedEvent simulated, int particle) =>
        simulated.Deposits.Where(d => d.Particle == particle).Sum(d => Events.Arriving(Quiet, simulated, d));

    private static SimulatedParticle Particle(ParticleKind kind, int parent, CreationProcess process) => new(new ParticleState { Kind = kind, DZ = 1.0 }, parent, process);
}
