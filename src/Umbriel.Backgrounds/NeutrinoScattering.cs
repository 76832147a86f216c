using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds;

/// <summary>What a neutrino of a flavour turns to, and the limits of inelastic scattering on a nucleon at rest.</summary>
public static class NeutrinoScattering
{
    /// <summary>Mass of the τ, GeV (PDG 2024).</summary>
    private const double MassTau = 1.77693;

    /// <summary>Mass of the lepton that leaves, GeV: 0 in neutral currents.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino: ±12, ±14 or ±16.</param>
    public static double LeptonMass(WeakCurrent current, int neutrino) => (current, Math.Abs(neutrino)) switch
    {
        (WeakCurrent.Neutral, _) => 0.0,
        (_, 12) => PhysicalConstants.MassElectron,
        (_, 14) => PhysicalConstants.MassMuon,
        (_, 16) => MassTau,
        _ => throw new ArgumentOutOfRangeException(nameof(neutrino), neutrino, "a neutrino's code is 12, 14 or 16, negative for an antineutrino"),
    };

    /// <summary>Charge of the hadrons that leave, in units of e: 2 to −1.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    public static int HadronCharge(WeakCurrent current, int neutrino, Nucleon nucleon) =>
        (nucleon == Nucleon.Proton ? 1 : 0) + (current == WeakCurrent.Neutral ? 0 : Math.Sign(neutrino));

    /// <summary>Lowest invariant mass of a nucleon and a pion, GeV.</summary>
    /// <param name="charge">Their charge, −1 to 2.</param>
    public static double PionThreshold(int charge) => charge switch
    {
        2 => PhysicalConstants.MassProton + PhysicalConstants.MassChargedPion,
        1 => PhysicalConstants.MassProton + PhysicalConstants.MassNeutralPion,
        0 => PhysicalConstants.MassNeutron + PhysicalConstants.MassNeutralPion,
        _ => PhysicalConstants.MassNeutron + PhysicalConstants.MassChargedPion,
    };

    /// <summary>Highest invariant mass of the hadrons, GeV: √s − m_l.</summary>
    /// <param name="energy">Neutrino energy where the nucleon is at rest, GeV.</param>
    /// <param name="mass">Mass of the nucleon, GeV.</param>
    /// <param name="leptonMass">Mass of the lepton that leaves, GeV.</param>
    public static double MaximumHadronMass(double energy, double mass, double leptonMass) => Math.Sqrt(mass * (mass + (2.0 * energy))) - leptonMass;

    /// <summary>
    /// Limits of Q² = −(k − k')² at given hadron mass, GeV²: forward and backward in the centre of mass. The lower one is
    /// computed without cancellation. (NaN, NaN) where the mass is out of reach.
    /// </summary>
    /// <param name="energy">Neutrino energy where the nucleon is at rest, GeV.</param>
    /// <param name="mass">Mass of the nucleon, GeV.</param>
    /// <param name="leptonMass">Mass of the lepton that leaves, GeV.</param>
    /// <param name="hadronMass">Invariant mass of the hadrons, GeV.</param>
    public static (double Lower, double Upper) TransferLimits(double energy, double mass, double leptonMass, double hadronMass)
    {
        double s = mass * (mass + (2.0 * energy));
        double rootS = Math.Sqrt(s);
        double k = energy * mass / rootS;
        double l2 = leptonMass * leptonMass;
        double e = (s + l2 - (hadronMass * hadronMass)) / (2.0 * rootS);
        double p = Math.Sqrt(((e - leptonMass) * (e + leptonMass)));
        double upper = (2.0 * k * (e + p)) - l2;

        // 2k(e − p) − l² with e − p = l²/(e + p).
        double lower = l2 * ((2.0 * k / (e + p)) - 1.0);
        return (Math.Max(0.0, lower), upper);
    }
}
