using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Truth;
using Umbriel.Studies.Performance;
using static Umbriel.Reconstruction.Tests.HandMadeEvents;

namespace Umbriel.Reconstruction.Tests;

public sealed class PerformanceTests
{
    private static readonly SpaceVector Z = new(0.0, 0.0, 1.0);
    private static readonly SpaceVector Y = new(0.0, 1.0, 0.0);

    [Fact]
    public void AnElectronIsFoundWithWhatWasWrittenDown()
    {
        SimulatedEvent simulated = new();
        Add(simulated, ParticleKind.Electron, 0.3, Z, 0.28);
        SpaceVector tilted = new(0.0, Math.Sin(0.1), Math.Cos(0.1));
        EventObservation seen = EventObservation.Of(simulated, Active, Found(
            new SpaceVector(100.0, 0.0, 500.0),
            (new SpaceVector(100.3, 0.4, 502.0), tilted, 0.33, false, new TruthMatch(0, 0.9, 0.7, 0.0)),
            (new SpaceVector(100.0, 0.0, 520.0), Z, 0.02, false, new TruthMatch(0, 0.9, 0.2, 0.0))), 0.01);
        ObservedProng prong = seen.Prongs.ShouldHaveSingleItem();
        prong.IsFound.ShouldBeTrue();
        prong.IsContained.ShouldBeTrue();
        ProngMatch match = prong.Found.ShouldNotBeNull();
        match.Completeness.ShouldBe(0.7);
        match.Angle.ShouldBe(0.1 * 180.0 / Math.PI, 1e-9);
        match.StartAlong.ShouldNotBeNull().ShouldBe(2.0, 1e-9);
        match.StartAcross.ShouldNotBeNull().ShouldBe(0.5, 1e-9);
        match.ConversionDistance.ShouldBe(Math.Sqrt(4.25), 1e-9);
        match.ShowerEnergy.ShouldBe(0.33);
        seen.Extra.ShouldBe(1);
        seen.Topology.ShouldBe(Topology.TwoShowers);
        seen.VertexDistance.ShouldBe(0.0);
        seen.Opening.ShouldBeNull();
    }

    [Theory]
    [InlineData(0.9, 0.4, false)]
    [InlineData(0.4, 0.9, false)]
    [InlineData(0.6, 0.6, true)]
    public void FoundTakesMoreThanHalfOfBoth(double purity, double completeness, bool isFound)
    {
        SimulatedEvent simulated = new();
        Add(simulated, ParticleKind.Electron, 0.3, Z, 0.28);
        EventObservation.Of(simulated, Active, Found(default, (default, Z, 0.3, false, new TruthMatch(0, purity, completeness, 0.0))), 0.0).Prongs[0].IsFound.ShouldBe(isFound);
    }

    [Fact]
    public void NothingFoundIsNothing()
    {
        SimulatedEvent simulated = new();
        Add(simulated, ParticleKind.MuonMinus, 0.3, Z, 0.28);
        EventObservation seen = EventObservation.Of(simulated, Active, Found(default), 0.0);
        (seen.Extra, seen.Objects, seen.Topology, seen.VertexDistance, seen.Prongs[0].IsFound).ShouldBe((0, 0, Topology.None, null, false));
    }

    [Fact]
    public void PhotonsOfAPionGiveItsMass()
    {
        SimulatedEvent simulated = new();
        Add(simulated, ParticleKind.PionZero, 0.1, Z, 0.0);
        Add(simulated, ParticleKind.Photon, 0.1, Z, 0.09, 0);
        Add(simulated, ParticleKind.Photon, 0.2, Y, 0.19, 0);
        EventObservation seen = EventObservation.Of(simulated, Active, Found(
            default, (default, Y, 0.2, false, new TruthMatch(2, 0.9, 0.9, 0.0)), (default, Z, 0.1, false, new TruthMatch(1, 0.9, 0.9, 0.0))), 0.0);
        seen.Prongs.Select(static p => p.Kind).ShouldBe([ParticleKind.Photon, ParticleKind.Photon]);
        seen.Opening.ShouldNotBeNull().ShouldBe(90.0, 1e-9);
        seen.PairMass.ShouldNotBeNull().ShouldBe(0.2, 1e-12); // √(2·0.1·0.2)
        seen.Asymmetry.ShouldNotBeNull().ShouldBe(1.0 / 3.0, 1e-12);
        PionNumbers numbers = PionNumbers.Of(Result("pi0", seen, seen with { Prongs = [seen.Prongs[0], seen.Prongs[1] with { Best = null }], PairMass = null }, seen with { Prongs = [seen.Prongs[0], seen.Prongs[1] with { Visible = 0.15 }] }));
        numbers.BothFound.ShouldNotBeNull().ShouldBe(Estimate.Share(1, 2)!.Value);
        numbers.OneFound.ShouldNotBeNull().Value.ShouldBe(0.5);
        numbers.Masses.ShouldHaveSingleItem();
        numbers.Peak.ShouldBeNull();
    }

    [Fact]
    public void ResolutionsAreThoseWrittenDown()
    {
        // Found energies 0.9, 0.91 … 1.1 of 0.3 GeV, and one that is not contained.
        EventObservation[] events =
        [
            .. Enumerable.Range(0, 21).Select(static i => Event(Prong(ParticleKind.Electron, 2.0, 0.0) is { Best: { } b } p ? p with { Best = b with { ShowerEnergy = 0.3 * (0.9 + (0.01 * i)) } } : throw new InvalidOperationException())),
            Event(Prong(ParticleKind.Electron, 2.0, 0.0) is { Best: { } c } q ? q with { Visible = 0.1, Best = c with { ShowerEnergy = 0.01 } } : throw new InvalidOperationException()),
            Event(Prong(ParticleKind.Electron, 2.0, 0.0) with { Best = null }),
            Event(Prong(ParticleKind.Electron, 2.0, 0.0) with { Best = null, Visible = 0.01 }),
        ];
        ProngNumbers numbers = ProngNumbers.Of(Result("electrons", events), ParticleKind.Electron, 0.3, 0.3);
        numbers.Efficiency.ShouldNotBeNull().ShouldBe(Estimate.Share(22, 23)!.Value);
        numbers.Bias.ShouldNotBeNull().Value.ShouldBe(0.0, 1e-9);
        numbers.Resolution.ShouldNotBeNull().Value.ShouldBe(0.068, 1e-9); // 68% of 20 steps of 0.01, halved
        numbers.Tracks!.Value.Value.ShouldBe(0.0);
        ProngNumbers.Of(Result("electrons", events), ParticleKind.Electron, 0.8, 0.8).Efficiency.ShouldBeNull();
    }

    [Fact]
    public void PhotonsAreRejectedByCutsOfTheOtherHalf()
    {
        // Even electrons: 1.0 … 10.0 in steps of 1, so that 80% pass 8; of odd electrons 1/2, of odd photons 1/4 pass.
        SampleResult electrons = Result("electrons", [.. Enumerable.Range(0, 20).Select(static i => Event(Prong(ParticleKind.Electron, i % 2 == 0 ? 1.0 + (i / 2) : i < 10 ? 2.0 : 9.0, 0.0)))]);
        SampleResult photons = Result("photons", [.. Enumerable.Range(0, 8).Select(static i => Event(Prong(ParticleKind.Photon, i == 1 ? 3.0 : i == 3 ? null : 12.0, 20.0)))]);
        PhotonRejection cut = PhotonRejection.Of(electrons, photons, withDistance: false).ShouldNotBeNull();
        cut.LossCut.ShouldBe(8.0);
        cut.DistanceCut.ShouldBeNull();
        cut.Electrons!.Value.Value.ShouldBe(0.5);
        cut.Photons!.Value.Value.ShouldBe(0.75);

        // All electrons are at the vertex, no photon is: the distance rejects the one that dE/dx does not.
        PhotonRejection both = PhotonRejection.Of(electrons, photons, withDistance: true).ShouldNotBeNull();
        both.DistanceCut.ShouldBe(0.0);
        both.Photons!.Value.Value.ShouldBe(1.0);
        PhotonRejection.Of(electrons, Result("photons"), withDistance: true).ShouldBeNull();
    }

    [Fact]
    public void TracksAndShowersAreCounted()
    {
        TrackSeparation tracks = TrackSeparation.Of(
        [
            Result("electrons", Event(Prong(ParticleKind.Electron, 2.0, 0.0, 0.1)), Event(Prong(ParticleKind.Electron, 2.0, 0.0, 0.7)), Event(Prong(ParticleKind.Electron, 2.0, 0.0) with { Best = null })),
            Result("muons", Event(Prong(ParticleKind.MuonMinus, 2.0, 0.0, 0.6)), Event(Prong(ParticleKind.MuonMinus, 2.0, 0.0, 0.9))),
            Result("pi0", Event(Prong(ParticleKind.Photon, 2.0, 0.0, 0.99))),
        ]);
        tracks.Area.ShouldNotBeNull().Value.ShouldBe(0.75);
        tracks.Confusion.ShouldBe([(ParticleKind.Electron, 1, 1, 1), (ParticleKind.MuonMinus, 0, 2, 0)]);
    }

    [Fact]
    public void TopologiesAreSharedAndScaled()
    {
        EventObservation At(double opening, Topology topology) => Event() with { Opening = opening, Topology = topology };
        TopologyShares shares = TopologyShares.Of(
            [At(1.0, Topology.OneShower), At(2.0, Topology.OneShower), At(3.0, Topology.None), At(4.0, Topology.TwoShowers), At(15.0, Topology.OneShower), At(20.0, Topology.Other), At(21.0, Topology.OneShower), Event()],
            static e => e.Opening,
            [0.0, 10.0, 20.0]);
        shares.Bins[0].Select(static b => b!.Value.Value).ShouldBe([0.5, 0.0, 0.25, 0.25]);
        shares.Bins[1].Select(static b => b!.Value.Value).ShouldBe([0.5, 0.0, 0.0, 0.5]);

        // Own integral 10·0.5 + 10·0.5 = 10, published 10·0.3 + 10·0.1 = 4.
        IReadOnlyList<Estimate?> scaled = shares.ScaledTo(0, [0.3, 0.1]).ShouldNotBeNull();
        scaled.Select(static s => s!.Value.Value).ShouldBe([0.2, 0.2], 1e-12);
        shares.ScaledTo(1, [0.3, 0.1]).ShouldBeNull();
    }

    [Fact]
    public void PairsAreWhatTheyAreSaidToBe()
    {
        PairGun source = new(Active.Shrunk(10.0));
        for (int i = 0; i < 200; i++)
        {
            RandomStream random = new(101, RandomStage.Transport, (ulong)i);
            SimulatedEvent simulated = new();
            source.Add(ref random, i, simulated).Weight.ShouldBe(1.0);
            (ParticleState a, ParticleState b) = (simulated.Particles[0].Start, simulated.Particles[1].Start);
            (a.Energy + b.Energy).ShouldBeInRange(PairGun.Low - 1e-12, PairGun.High + 1e-12);
            Math.Min(a.Energy, b.Energy).ShouldBeGreaterThan(0.0009);
            ((a.DX * b.DX) + (a.DY * b.DY) + (a.DZ * b.DZ)).ShouldBeGreaterThan(0.5 - 1e-9);
            Active.Shrunk(10.0).Contains(a.X, a.Y, a.Z).ShouldBeTrue();
        }
    }

    [Fact]
    public void SamplesHaveNamesThatAreAsked()
    {
        DetectorCard card = Detectors.MicroBooNE;
        PerformanceSample.Named(card, "--samples", "pi0,muons").Select(static s => s.Name).ShouldBe(["muons", "pi0"]);
        PerformanceSample.Named(card, "--samples", null).Select(static s => s.Name).ShouldBe(PerformanceSample.Names);
        Should.Throw<UserErrorException>(() => PerformanceSample.Named(card, "--samples", "muon")).Message.ShouldStartWith("--samples: found 'muon'; expected some of electrons");
    }

    private static SampleResult Result(string name, params EventObservation[] events) => new(PerformanceSample.Named(Detectors.MicroBooNE, "", name)[0], events);
}
