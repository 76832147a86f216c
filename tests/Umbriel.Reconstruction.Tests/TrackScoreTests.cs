using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Learning;
using Umbriel.Reconstruction.Particles;
using Umbriel.Studies.Training;

namespace Umbriel.Reconstruction.Tests;

public sealed class TrackScoreTests
{
    [Theory]
    [InlineData(ParticleKind.Electron, 0.3, false)]
    [InlineData(ParticleKind.Photon, 0.2, false)]
    [InlineData(ParticleKind.MuonMinus, 0.2, true)]
    [InlineData(ParticleKind.Proton, 0.15, true)]
    public void Clear_cases_are_told_apart(ParticleKind kind, double energy, bool track)
    {
        // validation/track-score.md: 93% or more of each of these are on their side of 1/2; fewer than 14 of 20 by chance: below 1e-4.
        TrackScorer scorer = ReconstructionModels.Default().Tracks;
        EventReconstructor reconstructor = new(new DetectorResponse(Detectors.MicroBooNE), new ReconstructionSettings(), ReconstructionModels.Default());
        int right = 0;
        foreach (EventResult result in Events.Single(Detectors.MicroBooNE, kind, energy, (0.3, 0.4, 0.8), 20))
        {
            ReconstructedEvent found = reconstructor.Reconstruct(result.Signals, result.Flashes, (int)result.Index, EventLabel.None);
            double score = scorer.Score(found.Particles[0], found.Points);
            score.ShouldBeInRange(0.0, 1.0);
            right += score > 0.5 == track ? 1 : 0;
        }

        right.ShouldBeGreaterThanOrEqualTo(14);
    }

    [Fact]
    public void A_model_with_other_features_is_refused_in_one_line()
    {
        string path = Repository.PathOf("tests/Umbriel.Learning.Tests/two-trees.json");
        UserErrorException refusal = Should.Throw<UserErrorException>(() => BoostedTrees.Load(path, ParticleFeatures.Names));
        refusal.Message.ShouldBe($"{path}: feature 0: found 'length'; expected 'extent'; the model was trained with other features: train it anew (umbriel train)");
        Should.Throw<ArgumentException>(() => new TrackScorer(BoostedTrees.Load(path, ["length", "width"])));
    }

    [Fact]
    public void The_committed_model_says_where_it_comes_from()
    {
        string path = Repository.PathOf("data/reconstruction/track-score.json");
        BoostedTrees trees = BoostedTrees.Load(path, ParticleFeatures.Names);
        trees.Attributes["target"].ShouldBe(TrackScorer.Name);
        trees.Attributes["detector_card_sha256"].ShouldBe(ContentHash.OfText(Detectors.MicroBooNE.ToCanonicalText()), "the card has changed: train it anew");
        trees.Attributes["events"].ShouldBe($"{new TrackScoreTarget().Events}");
        new FileInfo(path).Length.ShouldBeLessThan(350_000);
    }

    [Fact]
    public void Rows_do_not_depend_on_threads()
    {
        string[] Rows(int threads) => [.. TrainingSample.Make(new TrainingPlan(Detectors.MicroBooNE, new TrackScoreTarget(), 5, 16, new ReconstructionSettings(), ModelFolder.Default()), threads).SelectMany(static r => r).Select(static r => $"{r.Label} {r.Group} {r.Energy:R} {string.Join(' ', r.Features.Select(static f => $"{f:R}"))}")];
        string[] one = Rows(1);
        one.Length.ShouldBeGreaterThan(8);
        Rows(3).ShouldBe(one);
    }

    [Fact]
    public void Truth_of_a_muon_its_delta_rays_and_its_Michel_electron()
    {
        SimulatedEvent simulated = new();
        simulated.Add(new ParticleState { Kind = ParticleKind.MuonMinus }, -1, CreationProcess.Primary);
        simulated.Add(new ParticleState { Kind = ParticleKind.Electron }, 0, CreationProcess.DeltaRay);
        simulated.Add(new ParticleState { Kind = ParticleKind.Photon }, 1, CreationProcess.Bremsstrahlung);
        simulated.Add(new ParticleState { Kind = ParticleKind.Electron }, 2, CreationProcess.Compton);
        simulated.Add(new ParticleState { Kind = ParticleKind.Electron }, 0, CreationProcess.Decay);
        simulated.Add(new ParticleState { Kind = ParticleKind.Electron }, 4, CreationProcess.DeltaRay);
        for (int i = 0; i < 6; i++)
        {
            simulated.Add(new Deposit(i, (10.0 * i) + 1.0, 1.0, 1.0, (10.0 * i) + 1.0, 1.0, 1.0, 0.0, 1e-3));
        }

        simulated.Add(new Deposit(4, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 3e-3));
        TrackTruth truth = new(simulated);
        double? Share(double x) => truth.TrackShare(new Particle([0], default, default, 0.0, 1.0, 1.0, default), [new(x, 1.0, 1.0, 5.0, 0, 0, 0)]);
        Share(1.0).ShouldBe(0.25);
        Share(11.0).ShouldBe(1.0);
        Share(31.0).ShouldBe(1.0);
        Share(41.0).ShouldBe(0.0);
        Share(51.0).ShouldBe(0.0);
        Share(105.0).ShouldBeNull();
    }

    [Fact]
    public void The_mixture_is_as_stated()
    {
        ParticleMixture mixture = new([(ParticleKind.Electron, 0.01, 1.0), (ParticleKind.Proton, 0.1, 0.1), (ParticleKind.Proton, 0.1, 0.1)], new Box(0.0, 10.0, -1.0, 1.0, 5.0, 5.0));
        const int Count = 20_000;
        (int electrons, int low, double cosine, double x) = (0, 0, 0.0, 0.0);
        SimulatedEvent simulated = new();
        for (int i = 0; i < Count; i++)
        {
            simulated.Clear();
            RandomStream random = new(3, RandomStage.Transport, (ulong)i);
            mixture.Add(ref random, i, simulated).Weight.ShouldBe(1.0);
            ParticleState s = simulated.Particles.ShouldHaveSingleItem().Start;
            electrons += s.Kind == ParticleKind.Electron ? 1 : 0;
            low += s.Energy < 0.099 ? 1 : 0;
            cosine += s.DZ * s.DZ;
            x += s.X;
            ((s.DX * s.DX) + (s.DY * s.DY) + (s.DZ * s.DZ)).ShouldBe(1.0, 1e-12);
            s.Z.ShouldBe(5.0);
            s.Y.ShouldBeInRange(-1.0, 1.0);
        }

        // Five standard deviations: sqrt(p (1 - p)/n); ln(9.9)/ln(100) of the electrons are below 99 MeV; <cos^2> = 1/3 with variance 4/45.
        ((double)electrons / Count).ShouldBe(1.0 / 3.0, 0.017);
        ((double)low / electrons).ShouldBe(Math.Log(9.9) / Math.Log(100.0), 0.031);
        (cosine / Count).ShouldBe(1.0 / 3.0, 0.011);
        (x / Count).ShouldBe(5.0, 0.11);
        Should.Throw<ArgumentException>(() => new ParticleMixture([(ParticleKind.Proton, 0.1, 50.0)], default));
    }
}
