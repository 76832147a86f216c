using Umbriel.Backgrounds.Resonances;

namespace Umbriel.Backgrounds.Tests.Resonances;

public sealed class QuarkModelTests
{
    private const double Mass = 0.9389;
    private const double PionMass = 0.1396;

    [Fact]
    public void Factors_for_a_massless_lepton_are_those_of_Rein_and_Sehgal()
    {
        // Ann. Phys. 133 (1981) 79, for the current (q*, 0, 0, ν*): S, B and C of the paper.
        foreach (int level in new[] { 0, 1, 2 })
        {
            const double W = 1.5;
            const double Q2 = 0.4;
            const double Omega = 1.05;
            const double Z = 0.76338;
            double nu = ((W * W) - (Mass * Mass) + Q2) / (2.0 * Mass);
            double q = Math.Sqrt((nu * nu) + Q2);
            double d = ((W + Mass) * (W + Mass)) + Q2;
            QuarkModelFactors factors = new(Mass, W, Q2, level, 1.3, 0.8, PionMass);
            (double s, double b, double c) = factors.Longitudinal(Mass * q / W, ((Mass * nu) - Q2) / W);
            s.ShouldBe(Q2 / (q * q) * ((3.0 * W * Mass) - Q2 - (Mass * Mass)) * 1.3 / (6.0 * Mass * Mass), 1e-12);
            b.ShouldBe(Z / (3.0 * W) * Math.Sqrt(Omega / 2.0) * (1.0 + (((W * W) - (Mass * Mass) - Q2) / d)) * 0.8, 1e-12);
            c.ShouldBe(Z / (6.0 * q) * ((W * W) - (Mass * Mass) + (level * Omega * ((W * W) - (Mass * Mass) - Q2) / d)) * 0.8 / Mass, 1e-12);
        }
    }

    [Fact]
    public void The_axial_current_is_conserved_but_for_the_pion_s_mass()
    {
        // For a lepton current along the momentum transfer the axial amplitudes are q_μ A^μ ∝ m_π²/(m_π² + Q²) (PCAC), the vector one vanishes.
        foreach (double q2 in new[] { 0.05, 0.3, 1.0 })
        {
            const double W = 1.4;
            double nu = ((W * W) - (Mass * Mass) + q2) / (2.0 * Mass);
            double time = ((Mass * nu) - q2) / W;
            double along = Mass * Math.Sqrt((nu * nu) + q2) / W;
            (double s, double b, double c) = new QuarkModelFactors(Mass, W, q2, 2, 1.0, 1.0, PionMass).Longitudinal(time, along);
            (_, double bFar, double cFar) = new QuarkModelFactors(Mass, W, q2, 2, 1.0, 1.0, 1e6).Longitudinal(time, along);
            double share = PionMass * PionMass / ((PionMass * PionMass) + q2);
            s.ShouldBe(0.0, 1e-12);
            (b / bFar).ShouldBe(share, 1e-6);
            (c / cFar).ShouldBe(share, 1e-6);
        }
    }

    [Fact]
    public void Form_factors_of_the_Delta_have_their_values_by_hand()
    {
        // Q² = 0, M = 0.938919: (W² − M²)/2M² = 0.36087; G3 = (2.13 · 2.31215 − 1.03 · 0.36087)/2√3, G1 = −(2.13 · 1.76215 − 0.37170)/2√3.
        (double vector, double axial) = ResonanceFormFactors.At(0.938919, 1.232, 0.0, 0.84, 1.065);
        vector.ShouldBe(1.2385, 2e-4);
        axial.ShouldBe(0.9455, 2e-4);

        // The axial one falls as a dipole but for (1 + Q²/(M + W)²)^½ and the term in W.
        (double farVector, double farAxial) = ResonanceFormFactors.At(0.938919, 1.232, 1.0, 0.84, 1.065);
        double minus = ((1.232 * 1.232) - 1.0 - (0.938919 * 0.938919)) / (8.0 * 0.938919 * 0.938919);
        farAxial.ShouldBe(0.5 * Math.Sqrt(3.0) * Math.Sqrt(1.0 + (1.0 / (2.170919 * 2.170919))) * (1.0 - minus) * 1.2 / Math.Pow(1.0 + (1.0 / (1.065 * 1.065)), 2.0), 1e-9);
        farVector.ShouldBeLessThan(0.25);
    }

    [Fact]
    public void Photons_do_not_excite_the_states_that_Moorhouse_forbids_on_protons()
    {
        // R. G. Moorhouse, PRL 16 (1966) 772: no quark-spin-3/2 state of the 70 on protons.
        foreach (Resonance resonance in new[] { Resonance.S11At1650, Resonance.D13At1700, Resonance.D15At1675 })
        {
            (double one, double three) = Photon(resonance, true);
            one.ShouldBe(0.0, 1e-12);
            three.ShouldBe(0.0, 1e-12);
        }
    }

    [Theory]
    [InlineData(Resonance.P33At1232, true, 0.53, 0.15)] // −135/−255
    [InlineData(Resonance.D13At1520, true, -0.16, 0.25)] // −22.5/140
    [InlineData(Resonance.D13At1520, false, 0.43, 0.30)] // −50/−115
    [InlineData(Resonance.F15At1680, true, -0.11, 0.20)] // −15/133
    [InlineData(Resonance.F37At1950, true, 0.80, 0.10)] // −75/−95
    public void Helicity_ratios_of_photoproduction_are_near_the_measured_ones(Resonance resonance, bool onProton, double measured, double tolerance)
    {
        // A_1/2 over A_3/2 of the PDG's tables (2018), 1e-3 GeV^-1/2 in the remarks; the tolerance is the quark model's.
        (double one, double three) = Photon(resonance, onProton);
        (one / three).ShouldBe(measured, tolerance);
    }

    [Fact]
    public void The_Roper_and_Delta_have_the_ratios_of_SU6()
    {
        // A_n/A_p of a radial excitation is that of the magnetic moments, −2/3; A_3/2/A_1/2 of a magnetic dipole is √3.
        (Photon(Resonance.P11At1440, false).One / Photon(Resonance.P11At1440, true).One).ShouldBe(-2.0 / 3.0, 1e-12);
        (double one, double three) = Photon(Resonance.P33At1232, true);
        (three / one).ShouldBe(Math.Sqrt(3.0), 1e-12);
    }

    [Fact]
    public void States_have_the_amplitudes_their_spin_allows()
    {
        QuarkModelState.All.Count.ShouldBe(17);
        for (int i = 0; i < 17; i++)
        {
            QuarkModelState state = QuarkModelState.All[i];
            ((int)state.Resonance).ShouldBe(i);
            ResonanceTable.Load().States[i].Model.ShouldBeSameAs(state);
            (state.T3 == 0.0 && state.R3 == 0.0).ShouldBe(state.TwoSpin == 1, state.Resonance.ToString());

            // Parity of the level and of pion and nucleon agree; σ is −P (−1)^(J − 1/2).
            (((state.OrbitalL + 1) - state.OscillatorN) % 2).ShouldBe(0, state.Resonance.ToString());
            int parity = state.OscillatorN % 2 == 0 ? 1 : -1;
            state.Sigma.ShouldBe(parity * (((state.TwoSpin - 1) / 2) % 2 == 0 ? 1 : -1), state.Resonance.ToString());
            if (state.TwoIsospin == 3)
            {
                (state.ScalarR, state.ScalarS, state.ScalarT).ShouldBe((0.0, 0.0, 0.0));
            }
        }
    }

    /// <summary>f at helicity +1/2 and +3/2 for a real photon on the resonance's mass.</summary>
    private static (double One, double Three) Photon(Resonance resonance, bool onProton)
    {
        ResonanceState state = ResonanceTable.Load()[resonance];
        QuarkModelState model = state.Model;
        QuarkModelFactors factors = new(Mass, state.Mass, 1e-9, model.OscillatorN, 1.0, 0.0, PionMass);
        double isovector = model.TwoIsospin == 1 && !onProton ? -1.0 : 1.0;
        double t = factors.T * (isovector + model.ScalarT);
        double r = factors.Lambda * factors.R * (isovector + model.ScalarR);
        return ((model.T1 * t) + (model.R1 * r), (model.T3 * t) + (model.R3 * r));
    }
}
