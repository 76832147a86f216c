using Umbriel.Core;

namespace Umbriel.DarkSector;

/// <summary>
/// Standard Model decays of a heavy neutrino N mixing with ν_μ, GeV (Atre et al., JHEP 05 (2009) 030, there for Majorana;
/// Coloma et al., Eur. Phys. J. C 81 (2021) 78). Dirac; a Majorana neutrino has twice each. N → μ e ν and final states
/// with more than one meson are left out: below 0.5 GeV they are a small part of what is already a small part.
/// </summary>
public static class WeakWidths
{
    private const double PionDecayConstant = 0.1302;
    private const double Vud = 0.97373;

    /// <summary>N → ν ν ν̄ through Z, summed over the flavours of the pair: G_F² m⁵ |U|²/(192π³).</summary>
    public static double ThreeNeutrinos(double mass, double mixingSquared) =>
        PhysicalConstants.FermiConstant * PhysicalConstants.FermiConstant * Math.Pow(mass, 5) * mixingSquared / (192.0 * Math.Pow(Math.PI, 3));

    /// <summary>N → ν π⁰, G_F² f_π² m³ |U|² (1 − r)²/(32π), r = m_π²/m², f_π = 130.2 MeV.</summary>
    public static double NeutralPion(double mass, double mixingSquared)
    {
        double r = PhysicalConstants.MassNeutralPion * PhysicalConstants.MassNeutralPion / (mass * mass);
        return r >= 1.0 ? 0.0 : PionFactor(mass, mixingSquared) / 32.0 * (1.0 - r) * (1.0 - r);
    }

    /// <summary>
    /// N → μ− π+, G_F² f_π² |V_ud|² m³ |U|²/(16π) √λ(1, a, b) [(1 − a)² − b(1 + a)], a = m_μ²/m², b = m_π²/m².
    /// </summary>
    public static double MuonPion(double mass, double mixingSquared)
    {
        double x = PhysicalConstants.MassMuon / mass;
        double y = PhysicalConstants.MassChargedPion / mass;
        if (x + y >= 1.0)
        {
            return 0.0;
        }

        double a = x * x;
        double b = y * y;
        double lambda = (1.0 - ((x + y) * (x + y))) * (1.0 - ((x - y) * (x - y)));
        return Vud * Vud * PionFactor(mass, mixingSquared) / 16.0 * Math.Sqrt(lambda) * (((1.0 - a) * (1.0 - a)) - (b * (1.0 + a)));
    }

    private static double PionFactor(double mass, double mixingSquared) =>
        PhysicalConstants.FermiConstant * PhysicalConstants.FermiConstant * PionDecayConstant * PionDecayConstant
        * mass * mass * mass * mixingSquared / Math.PI;
}
