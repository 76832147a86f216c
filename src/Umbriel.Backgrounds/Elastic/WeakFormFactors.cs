using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Elastic;

/// <summary>Form factors of a nucleon's weak current: Dirac, Pauli (with the anomalous moment), axial and pseudoscalar.</summary>
/// <param name="Dirac">F₁.</param>
/// <param name="Pauli">F₂.</param>
/// <param name="Axial">F_A, negative at Q² = 0 in charged currents.</param>
/// <param name="Pseudoscalar">F_P, by the dominance of the pion pole.</param>
public readonly record struct WeakFormFactors(double Dirac, double Pauli, double Axial, double Pseudoscalar)
{
    private const double FourMassSquared = 4.0 * Nucleons.MeanMass * Nucleons.MeanMass;

    /// <summary>
    /// Charged current n → p and p → n: the isovector part of the electromagnetic form factors (conserved vector current),
    /// F_A = −g_A (1 + Q²/M_A²)⁻², F_P = 2M² F_A/(m_π² + Q²) (Llewellyn Smith, Phys. Rept. 3 (1972) 261).
    /// </summary>
    /// <param name="q2">Q², GeV².</param>
    /// <param name="parameters">Couplings and masses.</param>
    public static WeakFormFactors Charged(double q2, InteractionParameters parameters)
    {
        (double f1p, double f2p, double f1n, double f2n) = DiracAndPauli(q2, parameters);
        double axial = Dipole(q2, parameters.AxialCoupling, parameters.AxialMassCharged);
        double pole = (PhysicalConstants.MassChargedPion * PhysicalConstants.MassChargedPion) + q2;
        return new WeakFormFactors(f1p - f1n, f2p - f2n, axial, 0.5 * FourMassSquared * axial / pole);
    }

    /// <summary>
    /// Neutral current on a nucleon N: F_i = ±(F_i^p − F_i^n)/2 − 2 sin²θ_W F_i^N, F_A = ±(1 ± η) F_A/2 with the upper
    /// signs for protons (Ahrens et al., PRD 35 (1987) 785). F_P does not act between massless neutrinos.
    /// </summary>
    /// <param name="q2">Q², GeV².</param>
    /// <param name="nucleon">The nucleon.</param>
    /// <param name="parameters">Couplings and masses.</param>
    public static WeakFormFactors Neutral(double q2, Nucleon nucleon, InteractionParameters parameters)
    {
        (double f1p, double f2p, double f1n, double f2n) = DiracAndPauli(q2, parameters);
        double isospin = nucleon == Nucleon.Proton ? 1.0 : -1.0;
        double angle = 2.0 * parameters.SinSquaredWeakAngle;
        double axial = Dipole(q2, parameters.AxialCoupling, parameters.AxialMassNeutral);
        return new WeakFormFactors(
            (0.5 * isospin * (f1p - f1n)) - (angle * (nucleon == Nucleon.Proton ? f1p : f1n)),
            (0.5 * isospin * (f2p - f2n)) - (angle * (nucleon == Nucleon.Proton ? f2p : f2n)),
            0.5 * (isospin + parameters.StrangeAxial) * axial,
            0.0);
    }

    private static double Dipole(double q2, double coupling, double mass)
    {
        double root = 1.0 + (q2 / (mass * mass));
        return -coupling / (root * root);
    }

    private static (double F1P, double F2P, double F1N, double F2N) DiracAndPauli(double q2, InteractionParameters parameters)
    {
        SachsFormFactors sachs = SachsFormFactors.Evaluate(q2, parameters.DipoleShare);
        double tau = q2 / FourMassSquared;
        double inverse = 1.0 / (1.0 + tau);
        return (
            (sachs.ElectricProton + (tau * sachs.MagneticProton)) * inverse,
            (sachs.MagneticProton - sachs.ElectricProton) * inverse,
            (sachs.ElectricNeutron + (tau * sachs.MagneticNeutron)) * inverse,
            (sachs.MagneticNeutron - sachs.ElectricNeutron) * inverse);
    }
}
