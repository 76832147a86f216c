using Umbriel.Core;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

public sealed class FormFactorTests
{
    public static TheoryData<string, FormFactorModel> Models
    {
        get
        {
            TheoryData<string, FormFactorModel> data = [];
            foreach (string name in new[] { "C12", "O16", "Si28", "Ar40" })
            {
                foreach (FormFactorModel model in Enum.GetValues<FormFactorModel>())
                {
                    data.Add(name, model);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_table_follows_the_closed_form(string name, FormFactorModel model)
    {
        Target target = Target.Find(name)!;
        INuclearFormFactor exact = NuclearFormFactors.Create(target, model);
        TabulatedFormFactor table = NuclearFormFactors.For(target, model);
        for (int i = 0; i < 19990; i++)
        {
            double q = (i + 0.37) * 1e-4;
            table.Evaluate(q).ShouldBe(exact.Evaluate(q), 1e-7);
        }

        table.Evaluate(0.0).ShouldBe(1.0, 1e-12);
        table.Evaluate(2.0).ShouldBe(0.0);
        table.Evaluate(double.NaN).ShouldBe(0.0);
        Math.Abs(exact.Evaluate(2.0)).ShouldBeLessThan(1e-3);
    }

    [Theory]
    [InlineData("C12", 2.464)]
    [InlineData("O16", 2.737)]
    [InlineData("Si28", 3.085)]
    [InlineData("Ar40", 3.423)]
    public void Fourier_bessel_radii(string name, double expected)
    {
        // ⟨r²⟩ = −6 dF/dq² at 0 against the radii printed with these coefficients (De Vries et al. 1987, fm).
        Radius(NuclearFormFactors.Create(Target.Find(name)!, FormFactorModel.FourierBessel)).ShouldBe(expected, 1e-3);
    }

    [Theory]
    [InlineData("C12")]
    [InlineData("Ar40")]
    public void Fermi_radius_is_the_input(string name)
    {
        Target target = Target.Find(name)!;
        Radius(NuclearFormFactors.Create(target, FormFactorModel.Fermi)).ShouldBe(target.ChargeRadius, 1e-4);
    }

    [Fact]
    public void Helm_radius()
    {
        // ⟨r²⟩ = (3/5) R² + 3 s².
        double c = (1.23 * Math.Cbrt(40.0)) - 0.6;
        double r2 = (c * c) + (7.0 / 3.0 * Math.PI * Math.PI * 0.52 * 0.52) - (5.0 * 0.81);
        Radius(new HelmFormFactor(40)).ShouldBe(Math.Sqrt((0.6 * r2) + (3.0 * 0.81)), 1e-4);
    }

    [Fact]
    public void Fourier_bessel_poles_are_removable()
    {
        FourierBesselFormFactor argon = FourierBesselTable.For(Target.Ar40);
        for (int n = 1; n <= 15; n++)
        {
            double q = n * Math.PI / (9.0 * PhysicalConstants.FermiInInverseGeV);
            double below = argon.Evaluate(q * (1.0 - 1e-9));
            argon.Evaluate(q).ShouldBe(below, 1e-8);
        }
    }

    [Fact]
    public void Nucleon_form_factors_at_rest()
    {
        NucleonFormFactors p = NucleonFormFactors.Proton(0.0);
        NucleonFormFactors n = NucleonFormFactors.Neutron(0.0);
        p.F1.ShouldBe(1.0);
        p.F2.ShouldBe(1.792, 1e-12);
        n.F1.ShouldBe(0.0);
        n.F2.ShouldBe(-1.913);
        p.NeutralF1.ShouldBe(0.05314, 1e-12);
        n.NeutralF1.ShouldBe(-0.5);
        (p.NeutralAxial, n.NeutralAxial).ShouldBe((0.6377, -0.6377));

        // Sachs: G_E = F1 − τF2, G_M = F1 + F2; the neutron's G_E vanishes everywhere.
        NucleonFormFactors at = NucleonFormFactors.Neutron(0.7);
        double tau = 0.7 / (4.0 * PhysicalConstants.MassProton * PhysicalConstants.MassProton);
        (at.F1 - (tau * at.F2)).ShouldBe(0.0, 1e-15);
        double dipole = Math.Pow(1.0 + (0.7 / (0.843 * 0.843)), -2.0);
        (at.F1 + at.F2).ShouldBe(-1.913 * dipole, 1e-14);
    }

    [Fact]
    public void Fermi_gas_blocking()
    {
        double k = Target.Ar40.FermiMomentum;
        double transferAt(double q) => 2.0 * 0.938 * ((q * q) / (Math.Sqrt((0.938 * 0.938) + (q * q)) + 0.938));
        FermiGas.UnblockedFraction(transferAt(k), 0.938, k).ShouldBe(11.0 / 16.0, 1e-12);
        FermiGas.UnblockedFraction(FermiGas.EndOfBlocking(0.938, k), 0.938, k).ShouldBe(1.0, 1e-12);
        FermiGas.UnblockedFraction(10.0, 0.938, k).ShouldBe(1.0);
        FermiGas.UnblockedFraction(0.0, 0.938, k).ShouldBe(0.0);
        FermiGas.UnblockedFraction(0.0, 0.938, 0.0).ShouldBe(1.0);
    }

    [Fact]
    public void Targets_are_found_by_name_and_code()
    {
        foreach (Target target in Target.All)
        {
            Target.Find(target.Name.ToLowerInvariant()).ShouldBe(target);
            Target.FromCode(target.Code).ShouldBe(target);
        }

        Target.Ar40.Code.ShouldBe(18040);
        Target.Ar40.N.ShouldBe(22);
        Target.Find("Xe131").ShouldBeNull();
        Should.Throw<ArgumentException>(() => NuclearFormFactors.For(Target.H1, FormFactorModel.Helm));
    }

    private static double Radius(INuclearFormFactor f)
    {
        const double q = 2e-4;
        double slope = (1.0 - f.Evaluate(q)) / (q * q);
        return Math.Sqrt(6.0 * slope) / PhysicalConstants.FermiInInverseGeV;
    }
}
