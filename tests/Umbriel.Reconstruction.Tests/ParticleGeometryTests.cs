using Umbriel.Core;
using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Calorimetry;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Particles;

namespace Umbriel.Reconstruction.Tests;

public sealed class ParticleGeometryTests
{
    [Fact]
    public void Conversion_distance_and_impact_parameter_are_those_of_a_right_angled_triangle()
    {
        Particle particle = new([], new SpaceVector(103.0, 4.0, 300.0), new SpaceVector(1.0, 0.0, 0.0), 10.0, 0.0, 0.0, new SpaceVector(113.0, 4.0, 300.0));
        VertexRelation relation = VertexRelation.Of(particle, new SpaceVector(100.0, 0.0, 300.0));
        relation.ConversionDistance.ShouldBe(5.0, 1e-12);
        relation.ImpactParameter.ShouldBe(4.0, 1e-12);
        relation.ImpliedDirection!.Value.X.ShouldBe(0.6, 1e-12);
        VertexRelation.Of(particle, particle.Start).ImpliedDirection.ShouldBeNull();
    }

    [Fact]
    public void A_symmetric_decay_has_the_mass_of_the_neutral_pion()
    {
        // m = 2 E sin(θ/2): at 90° both photons of a π0 (134.9768 MeV, PDG 2024) have m/√2.
        double energy = 0.1349768 / Math.Sqrt(2.0);
        ShowerPair pair = ShowerPair.Of(new SpaceVector(1.0, 0.0, 0.0), energy, new SpaceVector(0.0, 1.0, 0.0), energy);
        pair.OpeningAngle.ShouldBe(90.0, 1e-9);
        pair.Mass.ShouldBe(0.1349768, 1e-12);
        pair.Asymmetry.ShouldBe(0.0, 1e-12);
        ShowerPair.Of(new SpaceVector(1.0, 0.0, 0.0), 0.75, new SpaceVector(1.0, 0.0, 0.0), 0.25).ShouldBe(new ShowerPair(0.0, 0.0, 0.5));
        ShowerPair.Of(new SpaceVector(1.0, 0.0, 0.0), 0.0, new SpaceVector(1.0, 0.0, 0.0), -0.1).Asymmetry.ShouldBe(0.0);
    }

    [Fact]
    public void Walls_and_dead_wires_are_as_far_as_the_card_says()
    {
        // Wire 2336 is at (2336 + 1/2) · 0.3 = 700.95 cm, wire 2463 at 739.05 cm.
        DetectorResponse response = new(Detectors.MicroBooNE);
        Surroundings before = Surroundings.Of(new SpaceVector(10.0, 0.0, 690.95), response);
        before.WallDistance.ShouldBe(10.0, 1e-9);
        before.DeadWireDistances[0].ShouldNotBeNull();
        before.DeadWireDistances[1].ShouldBeNull();
        before.DeadWireDistances[2]!.Value.ShouldBe(10.0, 1e-6);
        Surroundings.Of(new SpaceVector(120.0, -116.0, 720.0), response).DeadWireDistances[2].ShouldBe(0.0);
        Surroundings.Of(new SpaceVector(120.0, -116.0, 720.0), response).WallDistance.ShouldBe(0.5, 1e-9);
        Surroundings.Of(new SpaceVector(120.0, -118.5, 742.05), response).WallDistance.ShouldBe(-2.0, 1e-9);
        Surroundings.Of(new SpaceVector(120.0, -118.5, 742.05), response).DeadWireDistances[2]!.Value.ShouldBe(3.0, 1e-6);
    }

    [Fact]
    public void Stray_charge_goes_to_the_shower_whose_cone_it_lies_in()
    {
        // Along +z from z = 300 and 400 cm; hits of the collection plane 0.3 cm per wire, x = 100 cm.
        DetectorResponse response = new(Detectors.Alive);
        StrayCharge strays = new(response, new CalorimetrySettings());
        Particle near = new([], new SpaceVector(100.0, 0.0, 300.0), new SpaceVector(0.0, 0.0, 1.0), 20.0, 0.0, 0.0, new SpaceVector(100.0, 0.0, 320.0));
        Particle far = near with { Start = new SpaceVector(100.0, 0.0, 400.0) };
        double sample = (100.0 / response.Drift.Speed / response.Card.Readout.TickNs) + (response.Card.Readout.PreSample * 1e6 / response.Card.Readout.TickNs);
        Hit[] hits =
        [
            new(2, 1030, sample, 2.0, 100.0, 0, 0, 1, null), // z = 309: the first shower's
            new(2, 1350, sample, 2.0, 200.0, 0, 0, 1, null), // z = 405: the second's
            new(2, 1250, sample, 2.0, 400.0, 0, 0, 1, null), // z = 375: nobody's
            new(2, 1030, sample + 800.0, 2.0, 800.0, 0, 0, 1, null), // 44 cm off
            new(2, 1031, sample, 2.0, 1600.0, 0, 0, 1, null), // barred
        ];
        IReadOnlyList<IReadOnlyList<Stray>> found = strays.Assign([near, far], hits, new HitShares(hits, [], []), new HashSet<int> { 4 });
        found[0].ShouldHaveSingleItem().Hit.ShouldBe(0);
        found[0][0].X.ShouldBe(100.0, 1e-6);
        found[1].ShouldHaveSingleItem().Charge.ShouldBe(200.0);
    }
}
