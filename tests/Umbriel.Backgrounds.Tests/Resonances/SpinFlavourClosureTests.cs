using Umbriel.Backgrounds.Resonances;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Resonances;

/// <summary>
/// Sums of squared amplitudes over complete multiplets of SU(6) × O(3), against closure: Σ_f |⟨f|O|N⟩|² = ⟨N|O†O|N⟩ for
/// O = 3 Σ_a q_a (R σ₊ + …)_a on the quarks, q = τ₃/2 (isovector) or 1/6 (isoscalar), summed over the nucleon's spins. In
/// the symmetric nucleon (σσ)(ττ) = 3 − σσ − ττ for each pair, with Σ_pairs σσ = Σ_pairs ττ = −3, hence 15. A quark's
/// excitation by one level has overlaps (3/2)(δ_ab − 1/3), the centre of mass left out. No number comes from the tables.
/// </summary>
public sealed class SpinFlavourClosureTests
{
    private const double Scale = 9.0;
    private const double Excitation = 1.5;

    // Σ_(a≠b) of τ₃τ₃σ_iσ_i for one i: 2 · 15/9; of σ_iσ_i: 2 · (−3)/3; of τ₃ σ_iσ_i: the two u have σσ = 1, u and d cancel: 2/3.
    private const double PairsBoth = 10.0 / 3.0;
    private const double PairsSpin = -2.0;
    private const double PairsMixed = 2.0 / 3.0;

    [Fact]
    public void The_Delta_is_what_the_nucleon_s_closure_leaves()
    {
        // Σ |Σ τ₃/2 σ₊|² = 3/4 + (1/4)(10/3) over both spins; the elastic part is (5/3/2)².
        double all = 0.75 + (0.25 * PairsBoth);
        double elastic = 25.0 / 36.0;
        SumR(Of(0)).ShouldBe(Scale * (all - elastic), 1e-12);

        // σ_z has both spins twice and ends on spin 1/2 only: f0² of the Δ is as large.
        (2.0 * Of(0).Sum(s => s.C0 * s.C0)).ShouldBe(Scale * ((2.0 * 0.75) + (2.0 * 0.25 * PairsBoth) - (2.0 * elastic)), 1e-12);
    }

    [Fact]
    public void The_seventy_is_complete_for_the_isovector_current()
    {
        // T a₊† is spin-independent: 2 spins · (1/4)(3/2)[2/3 · 3 − 1/3 · Σ_(a≠b) τ₃τ₃], Σ = −2.
        QuarkModelState[] level = Of(1);
        double t = Scale * Excitation * 2.0 * 0.25 * (2.0 + (2.0 / 3.0));
        level.Sum(s => (s.T1 * s.T1) + (s.T3 * s.T3)).ShouldBe(t, 1e-12);
        (2.0 * level.Sum(s => s.S0 * s.S0)).ShouldBe(t, 1e-12);

        // R σ₊ a_z†: [2/3 · 3/4 − 1/3 · 1/4 · 10/3]; σ_z has twice that, B σ·a† three times as much as σ_z a_z†.
        double r = Scale * Excitation * (0.5 - (PairsBoth / 12.0));
        SumR(level).ShouldBe(r, 1e-12);
        (2.0 * level.Sum(s => s.C0 * s.C0)).ShouldBe(2.0 * r, 1e-12);
        (2.0 * level.Sum(s => s.C0 * s.C0 * s.B0 * s.B0)).ShouldBe(6.0 * r, 1e-12);
        (2.0 * level.Sum(s => s.C0 * s.C0 * s.B0)).ShouldBe(2.0 * r, 1e-12);

        // T and R excite different directions.
        foreach (int twoIsospin in new[] { 1, 3 })
        {
            level.Where(s => s.TwoIsospin == twoIsospin).Sum(s => (s.T1 * s.R1) + (s.T3 * s.R3)).ShouldBe(0.0, 1e-12);
        }

        // Charge 2 is isospin 3/2 alone, three times the part of τ₃/2: τ₊ gives 2/3 · n_d + 1/3 for T, 2/3 − 1/3 · 5/3 for R.
        QuarkModelState[] deltas = [.. level.Where(s => s.TwoIsospin == 3)];
        deltas.Sum(s => (s.T1 * s.T1) + (s.T3 * s.T3)).ShouldBe(Scale * Excitation * 2.0 / 3.0, 1e-12);
        SumR(deltas).ShouldBe(Scale * Excitation * ((2.0 / 3.0) - (PairsBoth / 6.0)) / 3.0, 1e-12);
    }

    [Fact]
    public void The_seventy_is_complete_for_the_isoscalar_current()
    {
        // q = 1/6: without spin the centre of mass alone moves; with σ₊ [2 − (1/3)(−2)]/36; mixed with τ₃/2: [2/3 − (1/3)(2/3)]/12.
        QuarkModelState[] level = Of(1);
        level.Sum(s => Math.Abs(s.ScalarT * s.T1) + Math.Abs(s.ScalarT * s.T3) + Math.Abs(s.ScalarS * s.S0)).ShouldBe(0.0, 1e-12);
        level.Sum(s => s.ScalarR * s.ScalarR * ((s.R1 * s.R1) + (s.R3 * s.R3))).ShouldBe(Scale * Excitation * (2.0 - (PairsSpin / 3.0)) / 36.0, 1e-12);
        level.Sum(s => s.ScalarR * ((s.R1 * s.R1) + (s.R3 * s.R3))).ShouldBe(Scale * Excitation * ((2.0 / 3.0) - (PairsMixed / 3.0)) / 12.0, 1e-12);
    }

    [Fact]
    public void Excited_fifty_sixes_have_the_ground_state_s_spin_and_flavour()
    {
        // Nucleons to Deltas as 25/36 to 32/36, isoscalar over isovector (1/6)/(5/6) with spin and 1 without; T ends on nucleons only.
        Resonance[][] multiplets =
        [
            [Resonance.P11At1440, Resonance.P33At1600],
            [Resonance.P13At1720, Resonance.F15At1680, Resonance.P31At1910, Resonance.P33At1920, Resonance.F35At1905, Resonance.F37At1950],
        ];
        foreach (Resonance[] multiplet in multiplets)
        {
            QuarkModelState[] states = [.. multiplet.Select(r => QuarkModelState.All[(int)r])];
            QuarkModelState[] nucleons = [.. states.Where(s => s.TwoIsospin == 1)];
            QuarkModelState[] deltas = [.. states.Where(s => s.TwoIsospin == 3)];
            (SumR(nucleons) / SumR(deltas)).ShouldBe(25.0 / 32.0, 1e-12);
            (nucleons.Sum(s => s.C0 * s.C0) / deltas.Sum(s => s.C0 * s.C0)).ShouldBe(25.0 / 32.0, 1e-12);
            (2.0 * states.Sum(s => s.C0 * s.C0)).ShouldBe(2.0 * SumR(states), 1e-12);
            nucleons.ShouldAllBe(s => Math.Abs(s.ScalarR - 0.2) < 1e-12 && s.ScalarS == 1.0);
            nucleons.Sum(s => (s.T1 * s.R1) + (s.T3 * s.R3)).ShouldBe(0.0, 1e-12);
            deltas.ShouldAllBe(s => s.T1 == 0.0 && s.T3 == 0.0 && s.S0 == 0.0);

            // S without spin, R with σ₊ on the same excitation: (1/2)² twice against (5/6)².
            (2.0 * nucleons.Sum(s => s.S0 * s.S0) / SumR(nucleons)).ShouldBe(0.5 / (25.0 / 36.0), 1e-12);
        }
    }

    [Fact]
    public void The_radial_seventy_has_the_orbital_one_s_spin_and_flavour()
    {
        // P11(1710) is the spin-1/2 nucleon of a 70, as S11(1535) and D13(1520) are.
        QuarkModelState radial = QuarkModelState.All[(int)Resonance.P11At1710];
        QuarkModelState[] orbital = [QuarkModelState.All[(int)Resonance.S11At1535], QuarkModelState.All[(int)Resonance.D13At1520]];
        (radial.S0 * radial.S0 / (radial.R1 * radial.R1)).ShouldBe(orbital.Sum(s => s.S0 * s.S0) / SumR(orbital), 1e-12);
        (radial.C0 * radial.C0 / (radial.R1 * radial.R1)).ShouldBe(orbital.Sum(s => s.C0 * s.C0) / SumR(orbital), 1e-12);
        orbital.Append(radial).ShouldAllBe(s => s.ScalarR == 0.5 && s.ScalarS == 0.0);
    }

    private static QuarkModelState[] Of(int level) => [.. QuarkModelState.All.Where(s => s.OscillatorN == level)];

    private static double SumR(IEnumerable<QuarkModelState> states) => states.Sum(s => (s.R1 * s.R1) + (s.R3 * s.R3));
}
