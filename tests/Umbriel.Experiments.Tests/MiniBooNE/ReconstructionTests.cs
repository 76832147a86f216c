using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;

namespace Umbriel.Experiments.MiniBooNE.Tests;

public sealed class ReconstructionTests
{
    private const double Mass = PhysicalConstants.MassElectron;

    [Fact]
    public void Efficiency_steps_midway_between_tabulated_energies()
    {
        // Values of the 2012 table; midway between 0.35 and 0.45, 1.05 and 1.2, 1.8 and 2.0 GeV.
        SelectionEfficiency efficiency = SelectionEfficiency.Load(Reference.DataDirectory);
        efficiency.At(0.0).ShouldBe(0.0);
        efficiency.At(0.0999).ShouldBe(0.0);
        efficiency.At(0.1001).ShouldBe(0.089);
        efficiency.At(0.3999).ShouldBe(0.139);
        efficiency.At(0.4001).ShouldBe(0.131);
        efficiency.At(1.1249).ShouldBe(0.089);
        efficiency.At(1.1251).ShouldBe(0.082);
        efficiency.At(1.9001).ShouldBe(0.026);
        efficiency.At(50.0).ShouldBe(0.026);
        efficiency.Weight(50.0, EfficiencyConvention.Head).ShouldBe(0.026 / 0.55, 1e-15);
        efficiency.Weight(3.0, EfficiencyConvention.Legacy).ShouldBe(0.0);
        efficiency.Weight(2.999, EfficiencyConvention.Legacy).ShouldBe(0.026);
        efficiency.Weight(0.14, EfficiencyConvention.Legacy).ShouldBe(0.0);
        efficiency.Weight(double.NaN, EfficiencyConvention.Head).ShouldBe(0.0);
    }

    [Fact]
    public void Threshold_is_linear_between_centres_and_constant_outside()
    {
        // Table II of arXiv:2210.08021: 0.541 in 0.14-0.16 GeV, 0.455 in 0.16-0.18, 0.274 in 1.26-1.28.
        SingleRingCut cut = SingleRingCut.Load(Reference.DataDirectory, SingleRingVariant.Circle1);
        cut.Threshold(0.01).ShouldBe(0.541);
        cut.Threshold(0.15).ShouldBe(0.541, 1e-12);
        cut.Threshold(0.16).ShouldBe(0.498, 1e-12);
        cut.Threshold(0.17).ShouldBe(0.455, 1e-12);
        cut.Threshold(5.0).ShouldBe(0.274);
    }

    [Fact]
    public void Quasi_elastic_energy_needs_an_energy()
    {
        QuasiElasticEnergy.Of(Mass, 1.0).ShouldBe(double.NaN);
        QuasiElasticEnergy.Of(0.0, 1.0).ShouldBe(double.NaN);
        QuasiElasticEnergy.Of(-1.0, 1.0).ShouldBe(double.NaN);
        double.IsFinite(QuasiElasticEnergy.Of(1.01 * Mass, 1.0)).ShouldBeTrue();
    }

    [Fact]
    public void Quasi_elastic_energy_inverts_two_body_kinematics() =>
        Prop.ForAll(Uniform(0.3, 3.0).Zip(Uniform(-1.0, 1.0)).ToArbitrary(), pair =>
        {
            // ν n → e p in the centre of mass, boosted along z: exact four-momentum conservation gives back the energy.
            (double nu, double cosStar) = pair;
            const double n = PhysicalConstants.MassNeutron;
            const double p = PhysicalConstants.MassProton;
            FourVector total = new(nu + n, 0.0, 0.0, nu);
            double root = Math.Sqrt(total.MassSquared);
            double energy = ((root * root) + (Mass * Mass) - (p * p)) / (2.0 * root);
            double k = Math.Sqrt((energy * energy) - (Mass * Mass));
            FourVector lepton = new FourVector(energy, k * Math.Sqrt(1.0 - (cosStar * cosStar)), 0.0, k * cosStar).BoostFromRestFrameOf(total, root);
            return Math.Abs(QuasiElasticEnergy.Of(lepton.E, lepton.CosTheta) - nu) < 1e-9 * nu;
        }).Holds();

    [Fact]
    public void Smearing_moves_energy_and_angle_as_said() =>
        Prop.ForAll(
            Uniform(0.02, 2.0).Zip(Uniform(-1.0, 1.0)).Zip(Uniform(-3.0, 3.0).Zip(Uniform(-2.0, 2.0))).Zip(Uniform(0.0, 1.0).Zip(Uniform(-3.0, 3.0))).ToArbitrary(),
            input =>
            {
                (((double energy, double cos), (double zEnergy, double zAngle)), (double u, double phi)) = input;
                double momentum = Math.Sqrt((energy * energy) - (Mass * Mass));
                double sin = Math.Sqrt(1.0 - (cos * cos));
                FourVector lepton = new(energy, momentum * sin * Math.Cos(phi), momentum * sin * Math.Sin(phi), momentum * cos);
                SmearedLepton smeared = new LeptonSmearing(lepton).At(zEnergy, zAngle, Math.Cos(2.0 * Math.PI * u));
                double kinetic = energy - Mass + (((0.12 * Math.Sqrt(energy)) + 0.01) * zEnergy);
                if (kinetic <= 0.0)
                {
                    return smeared == new SmearedLepton(Mass, 0.0, 1.0);
                }

                // The polar angle of the tilted direction by spherical trigonometry.
                double tilt = (2.7 - Math.Log(energy)) * zAngle * Math.PI / 180.0;
                double expected = (cos * Math.Cos(tilt)) + (sin * Math.Sin(tilt) * Math.Cos(2.0 * Math.PI * u));
                return Math.Abs(smeared.Energy - kinetic - Mass) < 1e-12
                    && Math.Abs((smeared.Energy * smeared.Energy) - (smeared.Momentum * smeared.Momentum) - (Mass * Mass)) < 1e-12 * smeared.Energy * smeared.Energy
                    && Math.Abs(smeared.CosTheta - expected) < 1e-9;
            }).Holds();

    [Fact]
    public void Without_random_numbers_nothing_moves()
    {
        FourVector lepton = OnShell(0.3, 0.2, -0.1);
        SmearedLepton smeared = new LeptonSmearing(lepton).At(0.0, 0.0, 0.3);
        smeared.Energy.ShouldBe(lepton.E, 1e-15);
        smeared.Momentum.ShouldBe(lepton.Momentum, 1e-12);
        smeared.CosTheta.ShouldBe(lepton.CosTheta, 1e-12);

        // At rest there is no direction to keep.
        new LeptonSmearing(OnShell(0.0, 0.0, 0.0)).At(1.0, 0.0, 1.0).CosTheta.ShouldBe(1.0);
        Math.Acos(new LeptonSmearing(OnShell(0.0, 0.0, 0.5)).At(0.0, 1.0, 1.0).CosTheta).ShouldBe(LeptonSmearing.AngleSigmaDegrees(OnShell(0.0, 0.0, 0.5).E) * Math.PI / 180.0, 1e-9);
    }

    [Fact]
    public void Above_the_energy_where_the_angular_width_is_negative_only_its_size_counts()
    {
        LeptonSmearing.AngleSigmaDegrees(Math.Exp(2.7)).ShouldBe(0.0, 1e-12);
        FourVector lepton = OnShell(3.0, 0.0, 20.0);
        LeptonSmearing.AngleSigmaDegrees(lepton.E).ShouldBeLessThan(0.0);
        LeptonSmearing smearing = new(lepton);
        smearing.At(0.0, 1.0, 0.4).CosTheta.ShouldBe(smearing.At(0.0, -1.0, -0.4).CosTheta, 1e-12);
    }

    [Fact]
    public void Energies_and_angles_reconstruct_a_pair_as_its_momenta_do()
    {
        ElectronLikeReconstruction reconstruction = ElectronLikeReconstruction.Load(Reference.DataDirectory);
        FourVector one = OnShell(0.02, 0.05, 0.5);
        FourVector two = OnShell(0.001, 0.004, 0.03);
        double cosOpening = ((one.X * two.X) + (one.Y * two.Y) + (one.Z * two.Z)) / (one.Momentum * two.Momentum);
        reconstruction.TryReconstruct(one, two, out ElectronLikeEvent momenta).ShouldBeTrue();
        reconstruction.TryReconstruct(
            new SmearedLepton(one.E, one.Momentum, one.CosTheta), new SmearedLepton(two.E, two.Momentum, two.CosTheta), cosOpening, out ElectronLikeEvent angles);
        angles.ShouldBe(momenta);
        angles.CosTheta.ShouldBe((one + two).CosTheta, 1e-12);
    }

    [Fact]
    public void A_lepton_smeared_to_rest_loses_the_pair_or_not()
    {
        FourVector fast = OnShell(0.1, 0.0, 0.4);
        new LeptonSmearing(OnShell(0.0, 0.0, 0.01)).At(-3.0, 0.0, 0.0).ShouldBe(new SmearedLepton(Mass, 0.0, 1.0));
        FourVector rest = new(Mass, 0.0, 0.0, 0.0);
        ElectronLikeReconstruction reject = ElectronLikeReconstruction.Load(Reference.DataDirectory);
        ElectronLikeReconstruction keep = ElectronLikeReconstruction.Load(Reference.DataDirectory, clipped: ClippedLepton.Keep);
        reject.Clipped.ShouldBe(ClippedLepton.Reject);
        reject.TryReconstruct(fast, rest, out ElectronLikeEvent lost).ShouldBeFalse();
        lost.Weight.ShouldBe(0.0);
        lost.Evis.ShouldBe(fast.E - Mass, 1e-12);
        keep.TryReconstruct(fast, rest, out ElectronLikeEvent kept).ShouldBeTrue();
        kept.Weight.ShouldBe(0.131 / 0.55, 1e-12); // 2012 table, 0.4-0.5 GeV
        kept.CosTheta.ShouldBe(fast.CosTheta, 1e-12);

        keep.TryReconstruct(rest, rest, out ElectronLikeEvent none).ShouldBeFalse();
        none.EnuQE.ShouldBe(double.NaN);
    }

    private static Gen<double> Uniform(double low, double high) => Gen.Choose(0, 1_000_000).Select(x => low + ((high - low) * x * 1e-6));

    private static FourVector OnShell(double x, double y, double z) => new(Math.Sqrt((x * x) + (y * y) + (z * z) + (Mass * Mass)), x, y, z);
}
