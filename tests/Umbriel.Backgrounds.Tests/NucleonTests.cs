using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests;

public sealed class NucleonTests
{
    [Fact]
    public void Nucleons_have_the_masses_and_codes_of_the_particle_data_group()
    {
        Nucleon.Proton.Mass().ShouldBe(0.938272, 1e-6); // PDG 2024
        Nucleon.Neutron.Mass().ShouldBe(0.939565, 1e-6); // PDG 2024
        Nucleon.Proton.Pdg().ShouldBe(2212);
        Nucleon.Neutron.Pdg().ShouldBe(2112);
        Nucleon.Proton.Other().ShouldBe(Nucleon.Neutron);
        Nucleon.Neutron.Other().ShouldBe(Nucleon.Proton);
        Nucleons.MeanMass.ShouldBe((PhysicalConstants.MassProton + PhysicalConstants.MassNeutron) / 2.0, 1e-12);
    }
}
