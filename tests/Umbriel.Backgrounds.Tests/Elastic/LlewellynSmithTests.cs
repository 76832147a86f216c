using Umbriel.Backgrounds.Elastic;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Elastic;

public sealed class LlewellynSmithTests
{
    // 1e-38 cm2 at 0.6, 1.0, 1.5, 2.0 GeV, from a calculation independent of this code (BBBA05, g_A 1.2723, M_A 1.10 and 0.99 GeV).
    [Theory]
    [InlineData(WeakCurrent.Charged, 14, Nucleon.Neutron, 0.966, 1.144, 1.164, 1.146)]
    [InlineData(WeakCurrent.Charged, -14, Nucleon.Proton, 0.271, 0.406, 0.524, 0.606)]
    [InlineData(WeakCurrent.Neutral, 14, Nucleon.Proton, 0.160, 0.177, 0.177, 0.174)]
    [InlineData(WeakCurrent.Neutral, 14, Nucleon.Neutron, 0.158, 0.180, 0.182, 0.180)]
    public void Free_nucleons_have_the_cross_sections_of_an_independent_calculation(WeakCurrent current, int neutrino, Nucleon nucleon, params double[] expected)
    {
        InteractionParameters parameters = new() { AxialMassNeutral = 0.99 };
        double[] energies = [0.6, 1.0, 1.5, 2.0];
        for (int i = 0; i < energies.Length; i++)
        {
            (1e38 * LlewellynSmith.Total(current, neutrino, nucleon, energies[i], parameters)).ShouldBe(expected[i], (0.003 * expected[i]) + 0.0005);
        }
    }

    [Fact]
    public void A_muon_is_made_above_its_threshold_only()
    {
        // E = m (2M + m)/2M = 0.11161 GeV for equal nucleon masses.
        LlewellynSmith.Total(WeakCurrent.Charged, 14, Nucleon.Neutron, 0.1115, new()).ShouldBe(0.0);
        LlewellynSmith.Total(WeakCurrent.Charged, 14, Nucleon.Neutron, 0.1117, new()).ShouldBeGreaterThan(0.0);
    }

    [Fact]
    public void A_neutrino_cannot_charge_a_proton() => LlewellynSmith.Total(WeakCurrent.Charged, 14, Nucleon.Proton, 1.0, new()).ShouldBe(0.0);

    [Fact]
    public void Forward_scattering_of_fast_neutrinos_measures_the_squared_charges()
    {
        // At Q² → 0 and E → ∞: dσ/dQ² = G_F² V² (F_1² + F_A²)/2π, F_1 = 1: 1.166e-5² · 0.949 · 2.6187/2π · 3.894e-28 cm².
        const double Expected = 2.0952e-38;
        InteractionParameters parameters = new();
        foreach (bool antineutrino in new[] { false, true })
        {
            LlewellynSmith.Differential(1e4, 1e-9, 0.0, antineutrino, parameters.Vud * parameters.Vud, WeakFormFactors.Charged(0.0, parameters)).ShouldBe(Expected, 1e-4 * Expected);
        }
    }

    [Fact]
    public void Vector_form_factors_are_charges_and_moments_at_rest()
    {
        foreach (double dipole in new[] { 0.0, 0.5, 1.0 })
        {
            SachsFormFactors.Evaluate(0.0, dipole).ShouldBe(new SachsFormFactors(1.0, 2.792847, 0.0, -1.913043)); // CODATA 2018
        }

        // Within 6% of the dipole 0.1724 at 1 GeV², the electric one below it (recoil polarisation, hep-ex/0602017).
        SachsFormFactors at1 = SachsFormFactors.Evaluate(1.0, 0.0);
        at1.ElectricProton.ShouldBeInRange(0.94 * 0.1724, 0.1724);
        (at1.MagneticProton / SachsFormFactors.MomentProton).ShouldBe(0.1724, 0.06 * 0.1724);
    }

    // Dipole of M_A 1.10 GeV, g_A 1.2723, tabulated independently.
    [Theory]
    [InlineData(0.1, -1.08547)]
    [InlineData(0.5, -0.637042)]
    [InlineData(1.0, -0.381396)]
    [InlineData(2.0, -0.18078)]
    public void The_axial_form_factor_is_a_dipole(double q2, double expected) =>
        WeakFormFactors.Charged(q2, new()).Axial.ShouldBe(expected, 1e-5);
}
