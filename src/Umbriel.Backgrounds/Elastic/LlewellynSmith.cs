using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Elastic;

/// <summary>
/// (Quasi-)elastic scattering of a neutrino on a free nucleon at rest (Llewellyn Smith, Phys. Rept. 3 (1972) 261, eq. 3.18):
/// dσ/dQ² = M² G_F² V²/(8π E²) [A ∓ B (s − u)/M² + C (s − u)²/M⁴], s − u = 4ME − Q² − m_l², upper sign for neutrinos,
/// V² = |V_ud|² in charged and 1 in neutral currents. Proton and neutron have their mean mass.
/// Check: ν_μ n → μ⁻ p at 1 GeV, M_A = 1.10 GeV: 1.14·10⁻³⁸ cm².
/// </summary>
public static class LlewellynSmith
{
    private const double M = Nucleons.MeanMass;

    /// <summary>dσ/dQ², cm²/GeV².</summary>
    /// <param name="energy">Neutrino energy in the rest frame of the nucleon, GeV.</param>
    /// <param name="q2">Q² within its limits, GeV².</param>
    /// <param name="leptonMass">Mass of the lepton that leaves, GeV.</param>
    /// <param name="antineutrino">Whether it is an antineutrino.</param>
    /// <param name="couplingSquared">V².</param>
    /// <param name="factors">Form factors at this Q².</param>
    public static double Differential(double energy, double q2, double leptonMass, bool antineutrino, double couplingSquared, in WeakFormFactors factors)
    {
        const double M2 = M * M;
        double tau = q2 / (4.0 * M2);
        double m2 = leptonMass * leptonMass;
        double xi = m2 / M2;
        (double f1, double f2, double fa, double fp) = factors;
        double magnetic = f1 + f2;
        double mixed = fa + (2.0 * fp);
        double a = ((m2 + q2) / M2)
            * (((1.0 + tau) * fa * fa) - ((1.0 - tau) * f1 * f1) + (tau * (1.0 - tau) * f2 * f2) + (4.0 * tau * f1 * f2)
                - (0.25 * xi * ((magnetic * magnetic) + (mixed * mixed) - (4.0 * (1.0 + tau) * fp * fp))));
        double b = (q2 / M2) * fa * magnetic;
        double c = 0.25 * ((fa * fa) + (f1 * f1) + (tau * f2 * f2));
        double x = ((4.0 * M * energy) - q2 - m2) / M2;
        double bracket = a + ((antineutrino ? b : -b) * x) + (c * x * x);
        double scale = M2 * PhysicalConstants.FermiConstant * PhysicalConstants.FermiConstant * couplingSquared / (8.0 * Math.PI * energy * energy);
        return Math.Max(0.0, scale * bracket) * PhysicalConstants.HbarCSquared;
    }

    /// <summary>σ on a free nucleon, cm²; zero below threshold.</summary>
    /// <param name="current">Charged, where the nucleon is the one that can take the charge, or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="parameters">Couplings and masses.</param>
    public static double Total(WeakCurrent current, int neutrino, Nucleon nucleon, double energy, InteractionParameters parameters)
    {
        double leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
        if (!IsPossible(current, neutrino, nucleon) || !(NeutrinoScattering.MaximumHadronMass(energy, M, leptonMass) > M))
        {
            return 0.0;
        }

        (double lower, double upper) = NeutrinoScattering.TransferLimits(energy, M, leptonMass, M);
        double coupling = CouplingSquared(current, parameters);

        // In x = 1/(Q² + 0.5 GeV²) the integrand is smooth; 48 points are good to 1e-8 up to 20 GeV.
        return GaussLegendre.Integrate(
            x =>
            {
                double q2 = Math.Max(lower, (1.0 / x) - 0.5);
                return Differential(energy, q2, leptonMass, neutrino < 0, coupling, Factors(current, nucleon, q2, parameters)) / (x * x);
            },
            1.0 / (upper + 0.5),
            1.0 / (lower + 0.5),
            48);
    }

    /// <summary>Whether the nucleon can take the charge: ν_l n → l⁻ p and ν̄_l p → l⁺ n; always in neutral currents.</summary>
    internal static bool IsPossible(WeakCurrent current, int neutrino, Nucleon nucleon) =>
        current == WeakCurrent.Neutral || (neutrino > 0) == (nucleon == Nucleon.Neutron);

    /// <summary>V².</summary>
    internal static double CouplingSquared(WeakCurrent current, InteractionParameters parameters) =>
        current == WeakCurrent.Neutral ? 1.0 : parameters.Vud * parameters.Vud;

    /// <summary>Form factors of a nucleon in a current.</summary>
    internal static WeakFormFactors Factors(WeakCurrent current, Nucleon nucleon, double q2, InteractionParameters parameters) =>
        current == WeakCurrent.Charged ? WeakFormFactors.Charged(q2, parameters) : WeakFormFactors.Neutral(q2, nucleon, parameters);
}
