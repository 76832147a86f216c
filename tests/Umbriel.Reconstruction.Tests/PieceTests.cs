using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Particles;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Tests;

public sealed class PieceTests
{
    private static readonly SpaceVector Start = new(100.0, 0.0, 300.0);

    [Fact]
    public void Features_of_two_lines_are_those_of_geometry()
    {
        // A line of 10 cm along z from the start, and one of 5 cm along x that starts 20 cm ahead and 3 cm aside.
        List<SpacePoint> points = [.. Line(Start, new SpaceVector(0.0, 0.0, 1.0), 100), .. Line(Start + new SpaceVector(3.0, 0.0, 20.0), new SpaceVector(1.0, 0.0, 0.0), 50)];
        Particle whole = ParticleShape.Describe(points, [.. Enumerable.Range(0, 101)], points[0].Place);
        Particle piece = ParticleShape.Describe(points, [.. Enumerable.Range(101, 51)], points[101].Place);
        double?[] features = PieceFeatures.Of(points, whole, piece, [whole, piece]);
        features.Length.ShouldBe(PieceFeatures.Names.Count);
        double Of(string name) => features[PieceFeatures.Names.ToList().IndexOf(name)].ShouldNotBeNull();
        Of("along").ShouldBe(20.0, 1e-6);
        Of("across").ShouldBe(5.5, 1e-6);
        Of("angle").ShouldBe(Math.Atan2(5.5, 20.0), 1e-6);
        Of("angle_between").ShouldBe(0.5 * Math.PI, 1e-6);
        Of("start_distance").ShouldBe(Math.Sqrt(409.0), 1e-6);
        Of("impact").ShouldBe(3.0, 1e-6);
        Of("back_impact").ShouldBe(20.0, 1e-6);
        Of("approach").ShouldBe(0.0, 1e-6);
        Of("approach_along").ShouldBe(20.0, 1e-6);
        Of("approach_back").ShouldBe(-3.0, 1e-6);
        Of("gap").ShouldBe(Math.Sqrt(109.0), 0.1);
        Of("beyond").ShouldBe(10.0, 1e-6);
        Of("share").ShouldBe(51.0 / 152.0, 1e-9);
        Of("others").ShouldBe(0.0);
        features[PieceFeatures.Names.ToList().IndexOf("other_angle")].ShouldBeNull();
    }

    [Fact]
    public void Joining_loses_no_point_and_leaves_fewer_pieces_of_showers()
    {
        // 40 electrons of 500 MeV: before, more than one in ten has a piece of its own; joining takes at least half of them away.
        ParticleModels models = ParticleModels.Load(ModelFolder.Default());
        DetectorResponse response = new(Detectors.Alive);
        ReconstructionSettings settings = new();
        ParticleReconstructor apart = new(response, settings, models with { Piece = null });
        ParticleReconstructor joined = new(response, settings, models);
        (int before, int after) = (0, 0);
        foreach (EventResult result in Events.Single(Detectors.Alive, ParticleKind.Electron, 0.5, (0.3, 0.5, 0.8), 40))
        {
            FoundParticles one = apart.Find(result.Signals);
            FoundParticles two = joined.Find(result.Signals);
            two.Particles.SelectMany(static p => p.Points).Order().ShouldBe(one.Particles.SelectMany(static p => p.Points).Order());
            two.Particles.ShouldAllBe(p => one.Particles.Any(q => q.Start == p.Start));
            before += one.Particles.Count - 1;
            after += two.Particles.Count - 1;
        }

        before.ShouldBeGreaterThan(4);
        after.ShouldBeLessThanOrEqualTo(before / 2);
    }

    private static IEnumerable<SpacePoint> Line(SpaceVector from, SpaceVector direction, int steps)
    {
        for (int k = 0; k <= steps; k++)
        {
            SpaceVector p = from + (direction * (0.1 * k));
            yield return new SpacePoint(p.X, p.Y, p.Z, 1e4, 0, 0, 0);
        }
    }
}
