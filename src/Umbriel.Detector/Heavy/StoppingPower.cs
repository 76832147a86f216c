using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Mass stopping power of liquid argon for singly charged particles heavier than electrons, GeV cm²/g.
/// <list type="bullet">
/// <item>Protons' kinetic energy T_p = T m_p/M above 7.9 MeV (βγ ≥ 0.13): Bethe, (Z/A) K/β² [½ ln(2mβ²γ²T_max/I²) − β² − δ/2
/// − C/Z + T_max²/8E² (spin ½)] (PDG 2024 (34.5)), density effect δ of Sternheimer (34.6), shell correction C(I, βγ) of
/// W. Barkas and M. Berger, NASA SP-3013 (1964).</item>
/// <item>T_p &lt; 2 MeV: the fit of ICRU Report 49 (1993) for argon, S = S_low S_high/(S_low + S_high).</item>
/// <item>Between: Bethe, with the correction interpolated in ln T_p between the two.</item>
/// </list>
/// Approximations: the difference between particles and antiparticles (Barkas) is left out above 2 MeV, ≲ 1%, and nuclear stopping.
/// Check value: proton of 10 MeV 30.6 MeV cm²/g (PSTAR).
/// </summary>
internal static class StoppingPower
{
    /// <summary>K = 4π N_A r_e² m_e c², GeV cm²/mol (PDG 2024, table 34.1).</summary>
    public const double K = 0.307075e-3;

    private const double ZOverA = LiquidArgon.Z / LiquidArgon.A;
    private const double Electron = PhysicalConstants.MassElectron;

    /// <summary>
    /// Proton's energy up to which ICRU 49's fit is used, GeV. Chosen, where Geant4 changes models too (from memory).
    /// </summary>
    private const double FitLimit = 2e-3;

    /// <summary>
    /// Proton's energy from which the shell correction is Barkas and Berger's, GeV: βγ = 0.13, the limit that they state (from
    /// memory).
    /// </summary>
    private const double BetheLimit = 7.9e-3;
    private const double BetheLimitBetaGamma = 0.13;

    /// <summary>Mass of the proton, u (CODATA 2018: 1.007276466621).</summary>
    private const double ProtonMassInUnits = 1.007276;

    private static readonly double CorrectionAtFitLimit = BareLogarithm(FitLimit) - (IcruFit(FitLimit) / Prefactor(FitLimit));
    private static readonly double CorrectionAtBetheLimit = BarkasBerger(BetheLimitBetaGamma) / LiquidArgon.Z;

    /// <summary>Muons' mean radiative loss (bremsstrahlung, pairs, photonuclear) in argon, MeV cm²/g, against T in GeV: D. Groom, N. Mokhov, S. Striganov, At. Data Nucl. Data Tables 78 (2001) 183.</summary>
    private static readonly double[] RadiativeEnergies = [0.1, 0.3, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 10000.0];

    private static readonly double[] RadiativeLosses = [9.925e-5, 2.586e-4, 9.759e-4, 2.760e-3, 9.821e-3, 2.417e-2, 5.788e-2, 0.1786, 0.4055, 0.9016, 2.489, 5.258, 57.98];

    /// <summary>Largest energy that a free electron at rest can receive: PDG 2024 (34.4), GeV.</summary>
    public static double MaximumTransfer(double kineticEnergy, double mass)
    {
        double gamma = 1.0 + (kineticEnergy / mass);
        double ratio = Electron / mass;
        return 2.0 * Electron * ((gamma * gamma) - 1.0) / (1.0 + (2.0 * gamma * ratio) + (ratio * ratio));
    }

    /// <summary>β².</summary>
    public static double BetaSquared(double kineticEnergy, double mass)
    {
        double energy = kineticEnergy + mass;
        return kineticEnergy * (kineticEnergy + (2.0 * mass)) / (energy * energy);
    }

    /// <summary>ξ/x = ½ K (Z/A)/β², GeV cm²/g: the number of collisions that give more than T is ξ/T.</summary>
    public static double XiPerMass(double betaSquared) => 0.5 * K * ZOverA / betaSquared;

    /// <summary>Mean loss to electrons.</summary>
    public static double Electronic(double kineticEnergy, double mass, bool spinHalf)
    {
        Debug.Assert(kineticEnergy > 0.0 && double.IsFinite(kineticEnergy));
        double proton = kineticEnergy * PhysicalConstants.MassProton / mass;
        if (proton < FitLimit)
        {
            return IcruFit(proton);
        }

        double beta2 = BetaSquared(kineticEnergy, mass);
        double eta2 = beta2 / (1.0 - beta2);
        double eta = Math.Sqrt(eta2);
        double transfer = MaximumTransfer(kineticEnergy, mass);
        double logarithm = (0.5 * Math.Log(2.0 * Electron * eta2 * transfer / (LiquidArgon.MeanExcitationEnergy * LiquidArgon.MeanExcitationEnergy))) - beta2 - (0.5 * LiquidArgon.DensityEffect(Math.Log10(eta)));
        if (spinHalf)
        {
            double share = transfer / (kineticEnergy + mass);
            logarithm += 0.125 * share * share;
        }

        double correction = proton >= BetheLimit
            ? BarkasBerger(eta) / LiquidArgon.Z
            : CorrectionAtFitLimit + ((CorrectionAtBetheLimit - CorrectionAtFitLimit) * Math.Log(proton / FitLimit) / Math.Log(BetheLimit / FitLimit));
        return K * ZOverA / beta2 * (logarithm - correction);
    }

    /// <summary>The part of the loss in collisions that give more than <paramref name="cut"/>: spectrum ξ/T² (1 − β²T/T_max + T²/2E²).</summary>
    public static double AboveCut(double kineticEnergy, double mass, bool spinHalf, double cut)
    {
        double transfer = MaximumTransfer(kineticEnergy, mass);
        if (transfer <= cut)
        {
            return 0.0;
        }

        double beta2 = BetaSquared(kineticEnergy, mass);
        double energy = kineticEnergy + mass;
        double spin = spinHalf ? ((transfer * transfer) - (cut * cut)) / (4.0 * energy * energy) : 0.0;
        return XiPerMass(beta2) * (Math.Log(transfer / cut) - (beta2 * (transfer - cut) / transfer) + spin);
    }

    /// <summary>Muons' mean radiative loss, GeV cm²/g: below 0.6% of the total up to 5 GeV.</summary>
    public static double Radiative(double kineticEnergy)
    {
        if (kineticEnergy <= RadiativeEnergies[0])
        {
            return 1e-3 * RadiativeLosses[0] * kineticEnergy / RadiativeEnergies[0];
        }

        int i = 1;
        while (i < RadiativeEnergies.Length - 1 && kineticEnergy > RadiativeEnergies[i])
        {
            i++;
        }

        double slope = Math.Log(RadiativeLosses[i] / RadiativeLosses[i - 1]) / Math.Log(RadiativeEnergies[i] / RadiativeEnergies[i - 1]);
        return 1e-3 * RadiativeLosses[i - 1] * Math.Pow(kineticEnergy / RadiativeEnergies[i - 1], slope);
    }

    private static double BarkasBerger(double eta)
    {
        const double eV = LiquidArgon.MeanExcitationEnergy * 1e9;
        double i2 = 1.0 / (eta * eta);
        double i4 = i2 * i2;
        double i6 = i4 * i2;
        return (1e-6 * eV * eV * ((0.422377 * i2) + (0.0304043 * i4) - (0.00038106 * i6)))
            + (1e-9 * eV * eV * eV * ((3.858019 * i2) - (0.1667989 * i4) + (0.00157955 * i6)));
    }

    private static double IcruFit(double proton)
    {
        // ICRU Report 49, coefficients A2 to A5 of argon; keV/u in, eV/(10¹⁵ atoms/cm²) out; velocity-proportional below 10 keV.
        double t = proton / (1e-6 * ProtonMassInUnits);
        double scale = 1e-24 * PhysicalConstants.Avogadro / LiquidArgon.A;
        double factor = 1.0;
        if (t < 10.0)
        {
            factor = Math.Sqrt(t / 10.0);
            t = 10.0;
        }

        double low = 6.500 * Math.Pow(t, 0.45);
        double high = 4.253e3 / t * Math.Log(1.0 + (5.300e2 / t) + (1.123e-2 * t));
        return factor * scale * low * high / (low + high);
    }

    private static double Prefactor(double proton) => K * ZOverA / BetaSquared(proton, PhysicalConstants.MassProton);

    private static double BareLogarithm(double proton)
    {
        double beta2 = BetaSquared(proton, PhysicalConstants.MassProton);
        double transfer = MaximumTransfer(proton, PhysicalConstants.MassProton);
        double square = LiquidArgon.MeanExcitationEnergy * LiquidArgon.MeanExcitationEnergy;
        return (0.5 * Math.Log(2.0 * Electron * beta2 / (1.0 - beta2) * transfer / square)) - beta2;
    }
}
