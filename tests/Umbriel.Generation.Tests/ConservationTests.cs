using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests;

/// <summary>Four-momentum conservation and mass shells, event by event, to 1e-10 of the squared energies involved.</summary>
public sealed class ConservationTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void Events_conserve_four_momentum_and_stay_on_shell()
    {
        Gen<double> unit = Gen.Choose(0, 1_000_000).Select(i => i / 1e6);
        Prop.ForAll(
            unit.ToArbitrary(),
            unit.ToArbitrary(),
            Gen.Choose(0, 11).ToArbitrary(),
            (double a, double b, int choice) =>
            {
                DarkSectorParameters point = Point(a, b, choice);
                GenerationSettings settings = new(Points.Site)
                {
                    Regimes = [(ScatteringRegime)(choice % 3)],
                    Seed = (ulong)(1 + (a * 1e6)),
                    ZPolarisation = b < 0.5 ? ZPrimePolarisation.Exact : ZPrimePolarisation.Isotropic,
                };
                foreach (EventOrigin origin in Enum.GetValues<EventOrigin>())
                {
                    EventSource source = new(point, settings, Points.Beam, origin);
                    Check(EventGenerator.Generate(source, 0, 200, 200, 1), point, settings, origin);
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20260104, 7));
    }

    private static void Check(TruthEventBatch batch, DarkSectorParameters point, GenerationSettings settings, EventOrigin origin)
    {
        DetectorGeometry geometry = settings.Detector;
        for (int i = 0; i < batch.Count; i++)
        {
            FourVector heavy = batch.DarkNeutrino[i];
            FourVector electron = batch.Electron[i];
            FourVector positron = batch.Positron[i];
            double scale = Tolerance * heavy.E * heavy.E;
            double me2 = PhysicalConstants.MassElectron * PhysicalConstants.MassElectron;
            heavy.MassSquared.ShouldBe(point.ParentMass * point.ParentMass, scale);
            electron.MassSquared.ShouldBe(me2, scale);
            positron.MassSquared.ShouldBe(me2, scale);
            (heavy - electron - positron).MassSquared.ShouldBe(point.DaughterMass * point.DaughterMass, scale);
            (heavy - electron - positron).E.ShouldBeGreaterThanOrEqualTo(point.DaughterMass * (1.0 - 1e-12));
            double pair = (electron + positron).MassSquared;
            double gap = point.ParentMass - point.DaughterMass;
            if (new ZPrimeLine(point).Regime == ZPrimeRegime.Real)
            {
                pair.ShouldBe(point.MZPrime * point.MZPrime, scale);
            }
            else
            {
                pair.ShouldBeInRange((4.0 * me2) - scale, (gap * gap) + scale);
            }

            // The neutrino points from its parent's mean decay point to the pair (docs/physics.md); target at rest.
            double energy = batch.NeutrinoEnergy[i];
            double sourceZ = geometry.Soil.TargetZ + Points.Beam.ParentPositions.Mean(energy);

            // Argon: towards the pair; soil: towards the scatter, since the beam spreads in between.
            (double px, double py, double pz) = batch.Origin[i] == EventOrigin.Soil
                ? (batch.ScatterX[i], batch.ScatterY[i], batch.ScatterZ[i])
                : (batch.VertexX[i], batch.VertexY[i], batch.VertexZ[i]);
            FourVector direction = new(0.0, px - geometry.Soil.AxisX, py - geometry.Soil.AxisY, pz - sourceZ);
            double target = batch.Regime[i] switch
            {
                ScatteringRegime.Coherent => Target.FromCode(batch.Target[i]).Mass,
                ScatteringRegime.ProtonElastic => PhysicalConstants.MassProton,
                _ => PhysicalConstants.MassNeutron,
            };
            FourVector incoming = (energy / direction.Momentum) * direction with { E = direction.Momentum };

            // A row of zero weight has no scatter to point to.
            if (batch.Origin[i] != EventOrigin.Soil || batch.Weight[i] > 0.0)
            {
                FourVector recoil = incoming + new FourVector(target, 0.0, 0.0, 0.0) - heavy;

                // From the soil the direction is fixed before a real Z' flies: centimetres in 460 m are left out of it.
                double tolerance = batch.Origin[i] == EventOrigin.Soil && point.MZPrime < gap ? 1e-6 : Tolerance;
                recoil.MassSquared.ShouldBe(target * target, tolerance * (energy + target) * (energy + target), $"{batch.Regime[i]} off {batch.Target[i]}");
                recoil.E.ShouldBeGreaterThanOrEqualTo(target * (1.0 - tolerance));
            }

            geometry.Active.Contains(batch.VertexX[i], batch.VertexY[i], batch.VertexZ[i]).ShouldBeTrue();
            batch.Weight[i].ShouldBeGreaterThanOrEqualTo(0.0);
            double.IsFinite(batch.Weight[i]).ShouldBeTrue();
            if (batch.Weight[i] > 0.0)
            {
                ShouldComeFrom(origin, geometry, batch, i);
            }
        }
    }

    private static void ShouldComeFrom(EventOrigin origin, DetectorGeometry geometry, TruthEventBatch batch, int i)
    {
        (double x, double y, double z) = (batch.ScatterX[i], batch.ScatterY[i], batch.ScatterZ[i]);
        const double Slack = 1e-6;
        bool inTpc = Geometry.VolumeTests.Grown(geometry.Active.Bounds, Slack).Contains(x, y, z);
        bool inCore = Geometry.VolumeTests.Grown(geometry.Active.Bounds, -Slack).Contains(x, y, z);
        switch (origin)
        {
            case EventOrigin.Tpc:
                inTpc.ShouldBeTrue();
                break;
            case EventOrigin.Cryostat:
                inCore.ShouldBeFalse();
                Math.Abs(y).ShouldBeLessThan(200.0);
                break;
            default:
                double r = z - geometry.Soil.TargetZ;
                r.ShouldBeInRange(geometry.Soil.NearDistance - Slack, geometry.Soil.FarDistance + Slack);
                double dx = x - geometry.Soil.AxisX;
                double dy = y - geometry.Soil.AxisY;
                Math.Sqrt((dx * dx) + (dy * dy)).ShouldBeLessThanOrEqualTo((geometry.Soil.Slope * r) + Slack);
                break;
        }

        batch.TimeNs[i].ShouldBeGreaterThanOrEqualTo(-1e-6);
    }

    /// <summary>Masses from 10 MeV to 1 GeV; real and virtual Z'; both scenarios; couplings that give every lifetime.</summary>
    private static DarkSectorParameters Point(double a, double b, int choice)
    {
        double m4 = 0.01 * Math.Pow(60.0, a);
        double mediator = 0.003 * Math.Pow(400.0, b);
        HnlType type = choice % 2 == 0 ? HnlType.Dirac : HnlType.Majorana;
        double mixing = Math.Pow(10.0, -4.0 - (6.0 * a * b));
        return choice < 6
            ? new DarkSectorParameters { Scenario = Scenario.Single, HnlType = type, M4 = m4, MZPrime = mediator, Umu4 = mixing }
            : new DarkSectorParameters { Scenario = Scenario.Dual, HnlType = type, M4 = m4, M5 = m4 * (1.1 + b), MZPrime = mediator, Umu5 = mixing };
    }
}
