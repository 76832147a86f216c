namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// A resonance in the symmetric quark model of Feynman, Kislinger and Ravndal (PRD 3 (1971) 2706): quantum numbers, and
/// the coefficients of its six helicity amplitudes for the third component of the isovector current on a proton,
/// <code>
/// f−1 = λ^(N−1) (T1 T− + R1 λ R−)     f+1 = σ λ^(N−1) (T1 T+ + R1 λ R+)
/// f−3 = λ^(N−1) (T3 T− + R3 λ R−)     f+3 = σ λ^(N−1) (T3 T+ + R3 λ R+)
/// f0− = λ^N S0 S + C0 λ^(N−1) (λ C − b B)     f0+ = σ (λ^N S0 S − C0 λ^(N−1) (λ C − b B))
/// </code>
/// with T, R, S, C, B, λ of <see cref="QuarkModelFactors"/>. The vector parts of T, R, S in the isoscalar current are
/// those of the isovector one times <see cref="ScalarT"/>, <see cref="ScalarR"/>, <see cref="ScalarS"/>; from these and
/// isospin alone follow the amplitudes of charged currents, neutral currents on protons and on neutrons, and photons.
/// Source: D. Rein and L. M. Sehgal, Ann. Phys. 133 (1981) 79, tables II and III, as tabulated in GENIE and reduced here
/// to the common coefficients; the tests hold them against closure of spin and flavour over complete multiplets.
/// </summary>
/// <param name="Resonance">Which.</param>
/// <param name="TwoIsospin">2I: 1 or 3.</param>
/// <param name="TwoSpin">2J.</param>
/// <param name="OrbitalL">Orbital angular momentum of the pion and nucleon.</param>
/// <param name="OscillatorN">Level N of the oscillator: 0, 1 or 2.</param>
/// <param name="Sigma">σ: sign between opposite helicities.</param>
/// <param name="T1">See above; 0 where N = 0.</param>
/// <param name="R1">See above.</param>
/// <param name="T3">See above.</param>
/// <param name="R3">See above.</param>
/// <param name="S0">See above.</param>
/// <param name="C0">See above.</param>
/// <param name="B0">b above: 3 at N = 1, 2 or 5 at N = 2.</param>
/// <param name="ScalarT">Isoscalar over isovector part of T; 0 for isospin 3/2.</param>
/// <param name="ScalarR">The same of R.</param>
/// <param name="ScalarS">The same of S.</param>
public sealed record QuarkModelState(
    Resonance Resonance,
    int TwoIsospin,
    int TwoSpin,
    int OrbitalL,
    int OscillatorN,
    int Sigma,
    double T1,
    double R1,
    double T3,
    double R3,
    double S0,
    double C0,
    double B0,
    double ScalarT,
    double ScalarR,
    double ScalarS)
{
    /// <summary>All states, in the order of <see cref="Resonances.Resonance"/>.</summary>
    public static IReadOnlyList<QuarkModelState> All { get; } =
    [
        new(Resonance.P33At1232, 3, 3, 1, 0, -1, 0.0, -Root(2.0), 0.0, -Root(6.0), 0.0, 2.0 * Root(2.0), 0.0, 0.0, 0.0, 0.0),
        new(Resonance.S11At1535, 1, 1, 0, 1, -1, Root(3.0), Root(2.0 / 3.0), 0.0, 0.0, -Root(1.5), Root(2.0 / 3.0), 3.0, 0.0, 0.5, 0.0),
        new(Resonance.D13At1520, 1, 3, 2, 1, 1, Root(1.5), -2.0 / Root(3.0), 3.0 / Root(2.0), 0.0, -Root(3.0), 2.0 / Root(3.0), 0.0, 0.0, 0.5, 0.0),
        new(Resonance.S11At1650, 1, 1, 0, 1, -1, 0.0, 1.0 / Root(24.0), 0.0, 0.0, 0.0, -1.0 / Root(6.0), 3.0, 0.0, -1.0, 0.0),
        new(Resonance.D13At1700, 1, 3, 2, 1, 1, 0.0, 1.0 / Root(120.0), 0.0, 3.0 / Root(40.0), 0.0, 1.0 / Root(30.0), 0.0, 0.0, -1.0, 0.0),
        new(Resonance.D15At1675, 1, 5, 2, 1, -1, 0.0, -Root(3.0 / 40.0), 0.0, -Root(3.0 / 20.0), 0.0, Root(0.3), 0.0, 0.0, -1.0, 0.0),
        new(Resonance.S31At1620, 3, 1, 0, 1, -1, Root(3.0), -1.0 / Root(6.0), 0.0, 0.0, -Root(1.5), -1.0 / Root(6.0), 3.0, 0.0, 0.0, 0.0),
        new(Resonance.D33At1700, 3, 3, 2, 1, 1, Root(1.5), 1.0 / Root(3.0), 3.0 / Root(2.0), 0.0, -Root(3.0), -1.0 / Root(3.0), 0.0, 0.0, 0.0, 0.0),
        new(Resonance.P11At1440, 1, 1, 1, 2, 1, 0.0, -5.0 * Root(3.0) / 12.0, 0.0, 0.0, -Root(3.0) / 4.0, 5.0 * Root(3.0) / 12.0, 2.0, 0.0, 0.2, 1.0),
        new(Resonance.P33At1600, 3, 3, 1, 2, -1, 0.0, 1.0 / Root(6.0), 0.0, 1.0 / Root(2.0), 0.0, -Root(2.0 / 3.0), 2.0, 0.0, 0.0, 0.0),
        new(Resonance.P13At1720, 1, 3, 1, 2, -1, -Root(27.0 / 40.0), -Root(5.0 / 12.0), Root(9.0 / 40.0), 0.0, Root(3.0 / 20.0), -Root(5.0 / 12.0), 5.0, 1.0, 0.2, 1.0),
        new(Resonance.F15At1680, 1, 5, 3, 2, 1, -Root(9.0 / 20.0), Root(5.0 / 8.0), -Root(18.0 / 20.0), 0.0, Root(9.0 / 40.0), -Root(5.0 / 8.0), 0.0, 1.0, 0.2, 1.0),
        new(Resonance.P31At1910, 3, 1, 1, 2, 1, 0.0, -1.0 / Root(15.0), 0.0, 0.0, 0.0, -2.0 / Root(15.0), 5.0, 0.0, 0.0, 0.0),
        new(Resonance.P33At1920, 3, 3, 1, 2, -1, 0.0, 1.0 / Root(15.0), 0.0, -1.0 / Root(5.0), 0.0, -2.0 / Root(15.0), 5.0, 0.0, 0.0, 0.0),
        new(Resonance.F35At1905, 3, 5, 3, 2, 1, 0.0, 1.0 / Root(35.0), 0.0, Root(18.0 / 35.0), 0.0, 2.0 / Root(35.0), 0.0, 0.0, 0.0, 0.0),
        new(Resonance.F37At1950, 3, 7, 3, 2, -1, 0.0, -Root(6.0 / 35.0), 0.0, -Root(2.0 / 7.0), 0.0, 2.0 * Root(6.0 / 35.0), 0.0, 0.0, 0.0, 0.0),
        new(Resonance.P11At1710, 1, 1, 1, 2, 1, 0.0, 1.0 / Root(6.0), 0.0, 0.0, Root(3.0 / 8.0), -1.0 / Root(6.0), 2.0, 0.0, 0.5, 0.0),
    ];

    private static double Root(double square) => Math.Sqrt(square);
}
