using System.Diagnostics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Elastic;

/// <summary>
/// Electric and magnetic form factors of the nucleons: BBBA05, ratios of polynomials in τ = Q²/4M² fitted to electron
/// scattering (Bradford, Bodek, Budd, Arrington, hep-ex/0602017, table 1), or dipoles (1 + Q²/0.71 GeV²)⁻² with
/// G_E^n = −μ_n τ/(1 + 5.6 τ) times the dipole (Galster et al., Nucl. Phys. B 32 (1971) 221).
/// Check: at Q² = 0 they are the charges and magnetic moments.
/// </summary>
/// <param name="ElectricProton">G_E^p.</param>
/// <param name="MagneticProton">G_M^p.</param>
/// <param name="ElectricNeutron">G_E^n.</param>
/// <param name="MagneticNeutron">G_M^n.</param>
public readonly record struct SachsFormFactors(double ElectricProton, double MagneticProton, double ElectricNeutron, double MagneticNeutron)
{
    /// <summary>Magnetic moment of the proton, nuclear magnetons (CODATA 2018).</summary>
    public const double MomentProton = 2.792847;

    /// <summary>Magnetic moment of the neutron, nuclear magnetons (CODATA 2018).</summary>
    public const double MomentNeutron = -1.913043;

    private const double DipoleMassSquared = 0.71;

    /// <summary>The form factors.</summary>
    /// <param name="q2">Q² ≥ 0, GeV².</param>
    /// <param name="dipoleShare">0 BBBA05, 1 dipoles, linear between.</param>
    public static SachsFormFactors Evaluate(double q2, double dipoleShare)
    {
        Debug.Assert(q2 >= 0.0);
        double tau = q2 / (4.0 * Nucleons.MeanMass * Nucleons.MeanMass);
        double t2 = tau * tau;
        double t3 = t2 * tau;
        double ep = (1.0 - (0.0578 * tau)) / (1.0 + (11.1 * tau) + (13.6 * t2) + (33.0 * t3));
        double mp = MomentProton * (1.0 + (0.15 * tau)) / (1.0 + (11.1 * tau) + (19.6 * t2) + (7.54 * t3));
        double en = ((1.25 * tau) + (1.30 * t2)) / (1.0 - (9.86 * tau) + (305.0 * t2) - (758.0 * t3) + (802.0 * t2 * t2));
        double mn = MomentNeutron * (1.0 + (1.81 * tau)) / (1.0 + (14.1 * tau) + (20.7 * t2) + (68.7 * t3));
        if (dipoleShare == 0.0)
        {
            return new SachsFormFactors(ep, mp, en, mn);
        }

        double root = 1.0 + (q2 / DipoleMassSquared);
        double dipole = 1.0 / (root * root);
        double galster = -MomentNeutron * tau / (1.0 + (5.6 * tau)) * dipole;
        return new SachsFormFactors(
            ep + (dipoleShare * (dipole - ep)),
            mp + (dipoleShare * ((MomentProton * dipole) - mp)),
            en + (dipoleShare * (galster - en)),
            mn + (dipoleShare * ((MomentNeutron * dipole) - mn)));
    }
}
