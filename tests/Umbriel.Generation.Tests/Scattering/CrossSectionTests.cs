using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

public sealed class CrossSectionTests
{
    private static readonly DarkSectorParameters Point = new()
    {
        Scenario = Scenario.Single,
        M4 = 0.106,
        MZPrime = 0.03,
        Umu4 = 1.4142136e-5,
        ZInterference = false,
    };

    public static TheoryData<double, double, double> Quadrature
    {
        get
        {
            TheoryData<double, double, double> data = [];
            foreach (double mediator in new[] { 0.005, 0.03, 0.2, 1.25, 10.0 })
            {
                foreach (double heavy in new[] { 0.01, 0.106, 0.4 })
                {
                    foreach (double energy in new[] { 0.45, 0.8, 3.0, 8.0 })
                    {
                        data.Add(mediator, heavy, energy);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Quadrature))]
    public void Fixed_quadrature_agrees_with_adaptive(double mediator, double heavy, double energy)
    {
        DarkSectorParameters point = Point with { MZPrime = mediator, M4 = heavy };
        foreach ((ScatteringRegime regime, bool blocking, FormFactorModel model) in new[]
        {
            (ScatteringRegime.Coherent, false, FormFactorModel.FourierBessel), (ScatteringRegime.Coherent, false, FormFactorModel.Helm),
            (ScatteringRegime.ProtonElastic, false, FormFactorModel.Helm), (ScatteringRegime.NeutronElastic, true, FormFactorModel.Helm),
        })
        {
            UpscatteringCrossSection xsec = new(point, Target.Ar40, regime, model, blocking);
            if (energy <= xsec.Threshold)
            {
                continue;
            }

            (double low, double high) = xsec.Q2Range(energy);
            foreach (Helicity helicity in new[] { Helicity.Conserving, Helicity.Flipping })
            {
                double adaptive = AdaptiveQuadrature.Integrate(
                    x => Math.Exp(x) * xsec.DifferentialCrossSection(energy, Math.Exp(x), helicity), Math.Log(low) + 1e-13, Math.Log(high) - 1e-13, 1e-9);
                xsec.Total(energy, helicity).ShouldBe(adaptive, 3e-6 * adaptive, $"{regime} {helicity}");
            }
        }
    }

    [Fact]
    public void Couplings_factor_out_without_interference()
    {
        Gen<double> factor = Gen.Choose(1, 3000).Select(i => i / 100.0);
        UpscatteringCrossSection reference = new(Point, Target.Ar40, ScatteringRegime.Coherent);
        double one = reference.Total(0.9, Helicity.Both);
        Prop.ForAll(
            factor.ToArbitrary(),
            factor.ToArbitrary(),
            factor.ToArbitrary(),
            (double u, double e, double g) =>
            {
                DarkSectorParameters scaled = Point with { Umu4 = u * Point.Umu4, Epsilon = e * Point.Epsilon, GD = g * Point.GD };
                double other = new UpscatteringCrossSection(scaled, Target.Ar40, ScatteringRegime.Coherent).Total(0.9, Helicity.Both);
                return Math.Abs((other / (one * u * u * e * e * g * g)) - 1.0) < 1e-12;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Helicities_add_up_and_nothing_is_negative()
    {
        Gen<double> unit = Gen.Choose(0, 1_000_000).Select(i => i / 1e6);
        Prop.ForAll(
            unit.ToArbitrary(),
            unit.ToArbitrary(),
            unit.ToArbitrary(),
            (double a, double b, double c) =>
            {
                DarkSectorParameters point = Point with { M4 = 0.01 + (0.4 * a), ZInterference = true, MZPrime = 0.03 + c };
                foreach (ScatteringRegime regime in Enum.GetValues<ScatteringRegime>())
                {
                    UpscatteringCrossSection xsec = new(point, Target.C12, regime);
                    double energy = xsec.Threshold + 1e-4 + (5.0 * b * b);
                    (double low, double high) = xsec.Q2Range(energy);
                    double q2 = low * Math.Pow(high / low, c);
                    double conserving = xsec.DifferentialCrossSection(energy, q2, Helicity.Conserving);
                    double flipping = xsec.DifferentialCrossSection(energy, q2, Helicity.Flipping);
                    double both = xsec.DifferentialCrossSection(energy, q2, Helicity.Both);
                    if (!(conserving >= 0.0 && flipping >= 0.0 && Math.Abs(both - conserving - flipping) <= 1e-14 * both))
                    {
                        return false;
                    }
                }

                return true;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_happens_below_threshold_or_outside_the_range()
    {
        UpscatteringCrossSection xsec = new(Point, Target.Ar40, ScatteringRegime.Coherent);
        xsec.Threshold.ShouldBe(0.106 + (0.106 * 0.106 / (2.0 * 37.215541)), 1e-15);
        xsec.Total(xsec.Threshold, Helicity.Both).ShouldBe(0.0);
        xsec.Total(0.05, Helicity.Both).ShouldBe(0.0);
        xsec.Q2Range(0.05).ShouldBe((0.0, 0.0));
        xsec.Total(xsec.Threshold * (1.0 + 1e-9), Helicity.Both).ShouldBeGreaterThan(0.0);
        double.IsFinite(xsec.Total(Math.BitIncrement(xsec.Threshold), Helicity.Both)).ShouldBeTrue();
        (double low, double high) = xsec.Q2Range(0.8);
        xsec.DifferentialCrossSection(0.8, 0.999 * low, Helicity.Both).ShouldBe(0.0);
        xsec.DifferentialCrossSection(0.8, 1.001 * high, Helicity.Both).ShouldBe(0.0);
        xsec.DifferentialCrossSection(0.8, double.NaN, Helicity.Both).ShouldBe(0.0);
        xsec.DifferentialCrossSection(0.8, Math.Sqrt(low * high), Helicity.Both).ShouldBeGreaterThan(0.0);
    }

    [Fact]
    public void Flipping_vanishes_forwards_and_conserving_backwards_on_a_spinless_target()
    {
        // Angular momentum along the axis.
        UpscatteringCrossSection xsec = new(Point with { M4 = 0.2 }, Target.C12, ScatteringRegime.Coherent);
        UpscatteringKinematics kinematics = xsec.KinematicsAt(0.4);
        HadronContraction.At(kinematics, kinematics.LowQ2, flipping: true).SpinZero.ShouldBe(0.0, 1e-12 * HadronContraction.At(kinematics, kinematics.LowQ2, flipping: false).SpinZero);
        HadronContraction.At(kinematics, kinematics.HighQ2, flipping: false).SpinZero.ShouldBe(0.0, 1e-12 * HadronContraction.At(kinematics, kinematics.HighQ2, flipping: true).SpinZero);
    }

    [Fact]
    public void Majorana_production_equals_Dirac()
    {
        foreach (ScatteringRegime regime in Enum.GetValues<ScatteringRegime>())
        {
            DarkSectorParameters point = Point with { MZPrime = 1.25, ZInterference = true };
            double dirac = new UpscatteringCrossSection(point, Target.Ar40, regime).Total(1.0, Helicity.Both);
            new UpscatteringCrossSection(point with { HnlType = HnlType.Majorana }, Target.Ar40, regime).Total(1.0, Helicity.Both).ShouldBe(dirac);
        }
    }

    [Fact]
    public void Helm_reproduces_the_Fourier_bessel_argon_cross_sections()
    {
        // design/physics.md section 2: 0.2% at m_Z' = 30 MeV, 0.3% at 1.25 GeV.
        Ratio(0.03, FormFactorModel.Helm).ShouldBe(1.0, 2.5e-3);
        Ratio(1.25, FormFactorModel.Helm).ShouldBe(1.0, 3.5e-3);
        Ratio(0.03, FormFactorModel.Fermi).ShouldBe(1.0, 2.5e-3);
        Ratio(1.25, FormFactorModel.Fermi).ShouldBe(1.0, 1e-2);
    }

    [Theory]
    [InlineData(1.25, 0.15, 0.08, 0.12)]
    [InlineData(0.2, 0.15, 0.009, 0.015)]
    [InlineData(0.03, 0.1, 0.0002, 0.0007)]
    public void Neutron_magnetic_scattering_adds_what_the_design_says(double mediator, double heavy, double low, double high)
    {
        // design/physics.md section 3 and darknews-conventions.md P4: ~10% of coherent + proton at 1.25 GeV, 1.0-1.4% at
        // 0.2, 0.03-0.06% at 0.03, over the energies of the beam.
        DarkSectorParameters point = Point with { MZPrime = mediator, M4 = heavy };
        double coherent = new UpscatteringCrossSection(point, Target.Ar40, ScatteringRegime.Coherent).Total(0.8, Helicity.Both);
        double proton = new UpscatteringCrossSection(point, Target.Ar40, ScatteringRegime.ProtonElastic).Total(0.8, Helicity.Both);
        double neutron = new UpscatteringCrossSection(point, Target.Ar40, ScatteringRegime.NeutronElastic).Total(0.8, Helicity.Both);
        (neutron / (coherent + proton)).ShouldBeInRange(low, high);
    }

    [Fact]
    public void Antineutrinos_differ_only_through_the_axial_current()
    {
        DarkSectorParameters point = Point with { MZPrime = 1.25, ZInterference = true };
        Total(point, ScatteringRegime.Coherent, -14).ShouldBe(Total(point, ScatteringRegime.Coherent, 14));
        Total(point, ScatteringRegime.ProtonElastic, -14).ShouldNotBe(Total(point, ScatteringRegime.ProtonElastic, 14));
        DarkSectorParameters pure = point with { ZInterference = false };
        Total(pure, ScatteringRegime.ProtonElastic, -14).ShouldBe(Total(pure, ScatteringRegime.ProtonElastic, 14));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Should.Throw<ArgumentException>(() => new UpscatteringCrossSection(Point, Target.H1, ScatteringRegime.Coherent));
        Should.Throw<ArgumentException>(() => new UpscatteringCrossSection(Point with { M4 = double.NaN }, Target.Ar40, ScatteringRegime.Coherent));
        Should.Throw<ArgumentException>(() => new UpscatteringCrossSection(Point with { MZPrime = 0.0 }, Target.Ar40, ScatteringRegime.Coherent)).Message.ShouldContain("mzprime");
        new UpscatteringCrossSection(Point, Target.H1, ScatteringRegime.ProtonElastic).Total(1.0, Helicity.Both).ShouldBeGreaterThan(0.0);
        new UpscatteringCrossSection(Point, Target.H1, ScatteringRegime.NeutronElastic).Total(1.0, Helicity.Both).ShouldBe(0.0);
    }

    private static double Total(DarkSectorParameters point, ScatteringRegime regime, int pdg) =>
        new UpscatteringCrossSection(point, Target.Ar40, regime, neutrinoPdg: pdg).Total(1.0, Helicity.Both);

    private static double Ratio(double mediator, FormFactorModel model)
    {
        DarkSectorParameters point = Point with { MZPrime = mediator };
        double fourierBessel = new UpscatteringCrossSection(point, Target.Ar40, ScatteringRegime.Coherent).Total(0.8, Helicity.Both);
        return new UpscatteringCrossSection(point, Target.Ar40, ScatteringRegime.Coherent, model).Total(0.8, Helicity.Both) / fourierBessel;
    }
}
