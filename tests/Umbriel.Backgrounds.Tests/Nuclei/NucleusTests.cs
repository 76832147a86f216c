using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Nuclei;

public sealed class NucleusTests
{
    [Theory]
    [InlineData("Ar40", 18, 22, 1000180400)]
    [InlineData("C12", 6, 6, 1000060120)]
    [InlineData("O16", 8, 8, 1000080160)]
    [InlineData("Si28", 14, 14, 1000140280)]
    [InlineData("H1", 1, 0, 2212)]
    public void Nuclei_have_the_numbers_of_their_name(string name, int protons, int neutrons, int pdg)
    {
        Nucleus nucleus = Nucleus.Find(name);
        nucleus.Name.ShouldBe(name);
        nucleus.Count(Nucleon.Proton).ShouldBe(protons);
        nucleus.Count(Nucleon.Neutron).ShouldBe(neutrons);
        nucleus.Pdg.ShouldBe(pdg);
    }

    [Fact]
    public void Densities_integrate_to_the_nucleons()
    {
        foreach (Nucleus nucleus in NuclearTable.Names.Where(n => n != "H1").Select(Nucleus.Find))
        {
            double protons = AdaptiveQuadrature.Integrate(r => 4.0 * Math.PI * r * r * nucleus.Density(Nucleon.Proton, r), 0.0, nucleus.MaximumRadius, 1e-9);
            protons.ShouldBe(nucleus.Protons, 1e-6);
        }
    }

    [Fact]
    public void Argon_has_the_density_and_fermi_momenta_of_an_independent_calculation()
    {
        Nucleus argon = Nucleus.Find("Ar40");
        argon.Density(0.0).ShouldBe(0.1764, 0.0005); // rho_0 of the Woods-Saxon with c = 3.53, z = 0.54 fm: 3A/(4 pi c^3 (1 + (pi z/c)^2)) = 0.1762
        argon.RemovalEnergy.ShouldBe(0.0295, 1e-9); // GENIE CommonParam.xml
        argon.Mass.ShouldBe(37.215523, 2e-5); // AME2020: 39.9623831 u less 18 electrons

        // hbar c (3 pi^2 rho_N)^(1/3) by hand at rho = 0.1762: p 0.2624, n 0.2806 GeV.
        argon.FermiMomentum(Nucleon.Proton, 0.0).ShouldBe(0.2624, 0.001);
        argon.FermiMomentum(Nucleon.Neutron, 0.0).ShouldBe(0.2806, 0.001);
        argon.FermiMomentum(Nucleon.Neutron, 20.0).ShouldBe(0.0);
    }

    [Fact]
    public void Carbon_has_its_measured_size()
    {
        Nucleus carbon = Nucleus.Find("C12");
        double square = AdaptiveQuadrature.Integrate(r => 4.0 * Math.PI * Math.Pow(r, 4) * carbon.Density(r), 0.0, carbon.MaximumRadius, 1e-9) / 12.0;
        Math.Sqrt(square).ShouldBe(2.47, 0.05); // rms charge radius 2.470 fm (de Vries et al. 1987)
    }

    [Fact]
    public void Sampled_radii_and_momenta_have_the_moments_of_their_densities()
    {
        // 20 000 draws: means within 5 standard errors (one failure in a million).
        Nucleus argon = Nucleus.Find("Ar40");
        const int Draws = 20000;
        double radius = 0.0;
        double radius2 = 0.0;
        double ratio = 0.0;
        RandomStream random = new(1, RandomStage.Generation, 0);
        for (int i = 0; i < Draws; i++)
        {
            double r = argon.SampleRadius(ref random);
            r.ShouldBeInRange(0.0, argon.MaximumRadius);
            radius += r;
            radius2 += r * r;
            SpaceVector p = argon.SampleMomentum(ref random, Nucleon.Neutron, r);
            ratio += p.Length / argon.FermiMomentum(Nucleon.Neutron, r);
        }

        double mean = AdaptiveQuadrature.Integrate(r => 4.0 * Math.PI * r * r * r * argon.Density(r), 0.0, argon.MaximumRadius, 1e-9) / 40.0;
        double error = Math.Sqrt(((radius2 / Draws) - (radius / Draws * radius / Draws)) / Draws);
        (radius / Draws).ShouldBe(mean, 5.0 * error);
        (ratio / Draws).ShouldBe(0.75, 5.0 * Math.Sqrt(0.0375 / Draws)); // uniform in a sphere: mean 3/4, variance 3/80
    }

    [Fact]
    public void A_free_proton_is_at_rest_and_unbound()
    {
        Nucleus hydrogen = Nucleus.Find("H1");
        RandomStream random = new(1, RandomStage.Generation, 0);
        hydrogen.SampleRadius(ref random).ShouldBe(0.0);
        hydrogen.SampleMomentum(ref random, Nucleon.Proton, 0.0).Length.ShouldBe(0.0);
        hydrogen.RemovalEnergy.ShouldBe(0.0);
        hydrogen.Mass.ShouldBe(PhysicalConstants.MassProton);
    }

    [Fact]
    public void An_unknown_nucleus_is_refused_with_the_known_ones() =>
        Should.Throw<UserErrorException>(() => Nucleus.Find("Xe131")).Message.ShouldBe("target: found 'Xe131'; expected one of H1, C12, N14, O16, Al27, Si28, Ar40, Ca40, Fe56");
}
