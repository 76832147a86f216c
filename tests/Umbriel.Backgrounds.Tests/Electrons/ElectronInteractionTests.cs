using Umbriel.Backgrounds.Electrons;
using Umbriel.Backgrounds.Totals;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Electrons;

public sealed class ElectronInteractionTests
{
    // 2 G_F² m_e E/π (g_L² + g_R²/3), E ≫ m_e, with sin²θ_W = 0.231295 by hand: 17.23e-42 cm²/GeV times the bracket.
    [Theory]
    [InlineData(14, 0.09012)]
    [InlineData(-14, 0.07757)]
    [InlineData(12, 0.55261)]
    [InlineData(-12, 0.23172)]
    public void Fast_neutrinos_have_the_closed_form(int neutrino, double bracket)
    {
        double scale = 2.0 * 1.16637876e-5 * 1.16637876e-5 * 0.51099895e-3 * 3.893793721e-28 * 10.0 / Math.PI;
        double hydrogen = CrossSection.At(new ElectronInteraction(Nucleus.Find("H1"), neutrino, new()), 10.0);
        hydrogen.ShouldBe(scale * bracket, 0.001 * scale * bracket);
        CrossSection.At(new ElectronInteraction(Nucleus.Find("Ar40"), neutrino, new()), 10.0).ShouldBe(18.0 * hydrogen, 1e-9 * hydrogen);
    }

    [Fact]
    public void Argon_in_the_beam_has_the_cross_section_of_an_independent_calculation() =>
        (1e38 * CrossSection.Averaged(new ElectronInteraction(Nucleus.Find("Ar40"), 14, new()), Flux.Of(14))).ShouldBe(2.30e-3, 0.02 * 2.30e-3);

    [Fact]
    public void The_mass_of_the_electron_lowers_the_cross_section_of_reactor_antineutrinos()
    {
        // ν̄_e at 3 MeV: y up to 1/(1 + 0.511/6) = 0.92152, and the interference term; by hand with g_L = 0.731295, g_R = 0.231295.
        const double Energy = 0.003;
        double greatest = 1.0 / (1.0 + (PhysicalConstants.MassElectron / (2.0 * Energy)));
        double bracket = (0.231295 * 0.231295 * greatest) + (0.731295 * 0.731295 / 3.0 * (1.0 - Math.Pow(1.0 - greatest, 3))) - (0.231295 * 0.731295 * PhysicalConstants.MassElectron / Energy * greatest * greatest / 2.0);
        double expected = 2.0 * 1.16637876e-5 * 1.16637876e-5 * 0.51099895e-3 * 3.893793721e-28 * Energy / Math.PI * bracket;
        CrossSection.At(new ElectronInteraction(Nucleus.Find("H1"), -12, new()), Energy).ShouldBe(expected, 1e-4 * expected);
    }
}
