using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// Dirac and Pauli form factors of a nucleon for photon-like and Z exchange, and the axial one. Dipole
/// G = (1 + Q²/0.843² GeV²)⁻², μ_p = 2.792, μ_n = −1.913, G_E of the neutron zero (Llewellyn Smith, Phys. Rept. 3
/// (1972) 261, sec. 3.2). G_A = ½ τ3 1.2754 (1 + Q²/1.02² GeV²)⁻² (g_A: PDG 2022). Strangeness is neglected.
/// </summary>
/// <param name="F1">Dirac form factor of the electromagnetic current; 1 for the proton and 0 for the neutron at Q² = 0.</param>
/// <param name="F2">Pauli form factor of the electromagnetic current; μ_p − 1 and μ_n at Q² = 0.</param>
/// <param name="NeutralF1">Dirac form factor of the neutral current in units of g/2c_w.</param>
/// <param name="NeutralF2">Pauli form factor of the neutral current in units of g/2c_w.</param>
/// <param name="NeutralAxial">Axial form factor of the neutral current in units of g/2c_w (current V − A).</param>
public readonly record struct NucleonFormFactors(double F1, double F2, double NeutralF1, double NeutralF2, double NeutralAxial)
{
    private const double VectorMassSquared = 0.843 * 0.843;
    private const double AxialMassSquared = 1.02 * 1.02;
    private const double ProtonMoment = 2.792;
    private const double NeutronMoment = -1.913;
    private const double AxialCoupling = 1.2754;

    /// <summary>The proton's at <paramref name="q2"/> ≥ 0 in GeV².</summary>
    public static NucleonFormFactors Proton(double q2)
    {
        (double p1, double p2, double n1, double n2, double axial) = Parts(q2);
        return new NucleonFormFactors(p1, p2, Neutral(p1, n1), Neutral(p2, n2), axial);
    }

    /// <summary>The neutron's at <paramref name="q2"/> ≥ 0 in GeV².</summary>
    public static NucleonFormFactors Neutron(double q2)
    {
        (double p1, double p2, double n1, double n2, double axial) = Parts(q2);
        return new NucleonFormFactors(n1, n2, Neutral(n1, p1), Neutral(n2, p2), -axial);
    }

    // Isospin: a nucleon's neutral form factor is (½ − 2s²) of its own charge current and −½ of its partner's.
    private static double Neutral(double own, double partner) =>
        (NeutralCurrent.ProtonVector * own) + (NeutralCurrent.NeutronVector * partner);

    private static (double P1, double P2, double N1, double N2, double Axial) Parts(double q2)
    {
        double tau = q2 / (4.0 * PhysicalConstants.MassProton * PhysicalConstants.MassProton);
        double dipole = 1.0 + (q2 / VectorMassSquared);
        double g = 1.0 / (dipole * dipole * (1.0 + tau));
        double axial = 1.0 + (q2 / AxialMassSquared);
        return (
            g * (1.0 + (tau * ProtonMoment)),
            g * (ProtonMoment - 1.0),
            g * tau * NeutronMoment,
            g * NeutronMoment,
            0.5 * AxialCoupling / (axial * axial));
    }
}
