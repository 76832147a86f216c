using Umbriel.Learning;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Veto;
using Umbriel.Studies.Training;

namespace Umbriel.Reconstruction.Tests.Veto;

public sealed class VetoFinderTests
{
    [Fact]
    public void Pions_score_higher_than_photons()
    {
        // validation/veto.md has areas of 0.92 and 0.93; with 40 and 40 events they spread by some 0.03: a false alarm in 1000.
        VetoFinder finder = VetoFinder.OfSecondShowers(VetoEvents.Response, new SecondShowerSettings(), ReconstructionModels.Default().SecondShower);
        float[] Scores(VetoPrimary kind, ulong seed) => [.. VetoEvents.Of(kind, null, seed, 40).Select(e => (float)(finder.Find(e.Truth.Found).Best ?? 0.0))];
        AreaUnderCurve.Of(Scores(VetoPrimary.PionZero, 51), Scores(VetoPrimary.Photon, 52)).ShouldBeGreaterThan(0.82);
    }

    [Fact]
    public void Photons_with_a_proton_score_higher_than_without()
    {
        VetoFinder finder = VetoFinder.OfStubs(VetoEvents.Response, new StubSettings(), ReconstructionModels.Default().Stub);
        float[] Scores((double, double)? proton, ulong seed) => [.. VetoEvents.Of(VetoPrimary.Photon, proton, seed, 40).Select(e => (float)(finder.Find(e.Truth.Found).Best ?? 0.0))];
        AreaUnderCurve.Of(Scores((0.02, 0.06), 53), Scores(null, 54)).ShouldBeGreaterThan(0.82);
    }

    [Fact]
    public void Hits_of_the_shower_of_particles_that_count_and_from_elsewhere_are_left_alone()
    {
        SecondShowerClusters clusters = new(VetoEvents.Response, new SecondShowerSettings());
        int seen = 0;
        foreach ((_, FoundParticles reconstructed, VetoTruth truth) in VetoEvents.Of(VetoPrimary.PionZero, null, 55, 5))
        {
            VetoSearch all = clusters.Search(truth.Found);
            bool[] own = truth.Found.Owned([truth.Found.Primary]);
            all.Clusters.SelectMany(static c => c.Hits).ShouldAllBe(i => !own[i]);
            if (all.Clusters.Count == 0 || reconstructed.Particles.Count < 2)
            {
                continue;
            }

            seen++;
            int foreign = all.Clusters[0].Hits[0];
            bool[] others = truth.Found.Owned(reconstructed.Particles.Skip(1));
            clusters.Search(truth.Found with { Others = [.. reconstructed.Particles.Skip(1)], Foreign = [foreign] }).Clusters.SelectMany(static c => c.Hits).ShouldAllBe(i => !own[i] && !others[i] && i != foreign);
            VetoSearch none = clusters.Search(truth.Found with { Foreign = [.. Enumerable.Range(0, reconstructed.Hits.Count)] });
            none.Clusters.ShouldBeEmpty();
            none.Groups.ShouldBeEmpty();
        }

        seen.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_cluster_is_scored_and_in_one_candidate()
    {
        (_, _, VetoTruth truth) = VetoEvents.Of(VetoPrimary.PionZero, (0.05, 0.06), 56, 1).Single();
        foreach (VetoResult result in new[] { VetoFinder.OfSecondShowers(VetoEvents.Response, new SecondShowerSettings(), ReconstructionModels.Default().SecondShower).Find(truth.Found), VetoFinder.OfStubs(VetoEvents.Response, new StubSettings(), ReconstructionModels.Default().Stub).Find(truth.Found) })
        {
            result.Clusters.ShouldNotBeEmpty();
            result.Candidates.SelectMany(static c => c.Clusters).Order().ShouldBe(Enumerable.Range(0, result.Clusters.Count));
            result.Best.ShouldBe(result.Candidates.Max(static c => c.Score));
            for (int plane = 0; plane < 3; plane++)
            {
                double[] scores = [.. result.Clusters.Where(c => c.Cluster.Plane == plane).Select(static c => c.Score)];
                result.BestOfPlane[plane].ShouldBe(scores.Length > 0 ? scores.Max() : null);
            }

            // A candidate's log-odds are the mean of those of its clusters: its score lies between theirs.
            result.Candidates.ShouldAllBe(c => c.Score >= c.Clusters.Min(i => result.Clusters[i].Score) - 1e-6 && c.Score <= c.Clusters.Max(i => result.Clusters[i].Score) + 1e-6);
        }
    }

    [Fact]
    public void A_shower_alone_has_no_score()
    {
        (_, _, VetoTruth truth) = VetoEvents.Of(VetoPrimary.Electron, null, 57, 1).Single();
        VetoEvent alone = truth.Found with { Foreign = [.. Enumerable.Range(0, truth.Found.Hits.Count)] };
        VetoResult result = VetoFinder.OfSecondShowers(VetoEvents.Response, new SecondShowerSettings(), ReconstructionModels.Default().SecondShower).Find(alone);
        (result.Best, result.Candidates.Count).ShouldBe((null, 0));
        result.BestOfPlane.ShouldAllBe(static b => b == null);
    }

    [Theory]
    [InlineData(VetoFinder.SecondShowerName)]
    [InlineData(VetoFinder.StubName)]
    public void Models_are_small(string name) => new FileInfo(Repository.PathOf($"data/reconstruction/{name}.json")).Length.ShouldBeLessThan(300_000);
}
