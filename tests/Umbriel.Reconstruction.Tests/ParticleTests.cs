using Umbriel.Detector;
using Umbriel.Reconstruction.Clusters;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Tests;

public sealed class ParticleTests
{
    [Fact]
    public void Single_showers_are_found_with_their_start_and_direction()
    {
        // 48 electrons; validation/reconstruction.md has 400: 99% found, 0.3 cm, 0.24 cm, 3.9 degrees. The 68% quantile of 48
        // values has a relative error of some 12%: bounds are four of these above (false alarm 1e-4 or less).
        SingleParticles electrons = SingleParticles.Measure(ParticleKind.Electron, 0.3, 16, 3);
        electrons.Efficiency.ShouldBeGreaterThan(0.9);
        electrons.Along.ShouldBeLessThan(1.5);
        electrons.Across.ShouldBeLessThan(0.6);
        electrons.Angle.ShouldBeLessThan(6.0);
    }

    [Fact]
    public void Single_tracks_are_found()
    {
        SingleParticles.Measure(ParticleKind.MuonMinus, 0.2, 16, 2).Efficiency.ShouldBeGreaterThan(0.9);
        SingleParticles.Measure(ParticleKind.Proton, 0.15, 16, 2).Efficiency.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void A_straight_line_is_one_particle_from_end_to_end()
    {
        List<SpacePoint> points = [.. Enumerable.Range(0, 100).Select(static i => new SpacePoint(100.0 + (0.2 * i), 0.1 * i, 300.0 + (0.3 * i), 2e4, 0, 0, 0))];
        IReadOnlyList<Particle> particles = new ParticleFinder(new ParticleSettings(), ParticleModels.Load(ModelFolder.Default())).Find(new PointCloud(points, 1.5));
        Particle line = particles.ShouldHaveSingleItem();
        line.Points.Count.ShouldBe(100);
        line.Charge.ShouldBe(2e6, 1.0);
        line.Length.ShouldBe(99.0 * Math.Sqrt(0.14), 0.01);
        Math.Abs(line.Direction.X / line.Direction.Z).ShouldBe(2.0 / 3.0, 1e-6);
        line.Core.ShouldBe(1.0, 1e-9);
    }

    [Fact]
    public void Neighbours_and_fragments_are_those_of_a_slow_search()
    {
        Random random = new(5);
        List<SpacePoint> points = [.. Enumerable.Range(0, 400).Select(_ => new SpacePoint(20.0 * random.NextDouble(), 20.0 * random.NextDouble(), 20.0 * random.NextDouble(), 1.0, 0, 0, 0))];
        PointCloud cloud = new(points, 1.5);
        int[] label = [.. Enumerable.Range(0, points.Count)];
        for (int i = 0; i < points.Count; i++)
        {
            int[] slow = [.. Enumerable.Range(0, points.Count).Where(j => j != i && (points[i].Place - points[j].Place).Length <= 1.5)];
            List<int> near = [];
            cloud.Neighbours(i, near);
            near.Order().ShouldBe(slow);
            foreach (int j in slow)
            {
                (int from, int to) = (label[j], label[i]);
                label = [.. label.Select(l => l == from ? to : l)];
            }
        }

        cloud.Fragments.Select(static f => string.Join(' ', f)).Order().ShouldBe(label.Select((l, i) => (l, i)).GroupBy(static p => p.l, static p => p.i).Select(static g => string.Join(' ', g)).Order());
        cloud.Fragments.Select(static f => f.Count).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Nothing_gives_nothing() => new ParticleFinder(new ParticleSettings(), ParticleModels.Load(ModelFolder.Default())).Find(new PointCloud([], 1.5)).ShouldBeEmpty();
}
