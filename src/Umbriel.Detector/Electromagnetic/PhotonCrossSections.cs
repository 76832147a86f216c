using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>Photon cross sections per argon atom, cm². Coherent scattering is left out (0.4% of the total at 1 MeV, 3% at 200 keV).</summary>
internal static class PhotonCrossSections
{
    /// <summary>cm².</summary>
    private const double Barn = 1e-24;

    /// <summary>
    /// Photoelectric effect: Σ a_i E^{−i} (E in MeV, barn), the form of Biggs and Lighthill (SAND87-0070) with half-integer
    /// terms, fitted here to NIST XCOM from 10 keV to 1 GeV: within 4%. It is below 0.2% of the total above 1 MeV.
    /// </summary>
    public static double Photoelectric(double energy)
    {
        double x = 1e-3 / energy;
        double root = Math.Sqrt(x);
        return Barn * x * (1.795420537835645e-3 + (x * (2.0703803139245666e-3 + (x * (0.9488721857475437e-3 + (root * (0.975522012800779e-3 - (root * 6.736380295567832e-5))))))));
    }

    /// <summary>Compton scattering, Z electrons.</summary>
    public static double Compton(double energy) => Argon.Z * KleinNishina.PerElectron(energy);

    /// <summary>
    /// Pairs in the field of nucleus and electrons: Z(Z + 1)[F1(x) + F2(x) Z + F3(x)/Z], x = ln(E/m), polynomials of the Geant4
    /// Physics Reference Manual (Bethe-Heitler model), fitted there to Hubbell, Gimm and Øverbø, J. Phys. Chem. Ref. Data 9 (1980)
    /// 1023; 1.5 MeV to 100 GeV, below it falls as the square of the energy above threshold.
    /// </summary>
    public static double Pair(double energy)
    {
        if (energy <= PhysicalConstants.ElectronPairThreshold)
        {
            return 0.0;
        }

        // Where the polynomials end, GeV.
        const double lowest = 1.5e-3;
        if (energy < lowest)
        {
            double above = (energy - PhysicalConstants.ElectronPairThreshold) / (lowest - PhysicalConstants.ElectronPairThreshold);
            return Pair(lowest) * above * above;
        }

        double x = Math.Log(energy / PhysicalConstants.MassElectron);
        double f1 = 8.7842e+2 + (x * (-1.9625e+3 + (x * (1.2949e+3 + (x * (-2.0028e+2 + (x * (1.2575e+1 + (x * -2.8333e-1)))))))));
        double f2 = -1.0342e+1 + (x * (1.7692e+1 + (x * (-8.2381 + (x * (1.3063 + (x * (-9.0815e-2 + (x * 2.3586e-3)))))))));
        double f3 = -4.5263e+2 + (x * (1.1161e+3 + (x * (-8.6749e+2 + (x * (2.1773e+2 + (x * (-2.0467e+1 + (x * 6.5372e-1)))))))));
        return 1e-6 * Barn * Argon.Z * (Argon.Z + 1.0) * (f1 + (f2 * Argon.Z) + (f3 / Argon.Z));
    }
}
