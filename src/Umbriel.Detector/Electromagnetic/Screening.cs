namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Bethe and Heitler's functions of screening for an atom whose potential falls exponentially with one radius R, for which the
/// integrals are elementary (J. Baró et al., Radiat. Phys. Chem. 44 (1994) 531; Y.-S. Tsai, Rev. Mod. Phys. 46 (1974) 815).
/// </summary>
internal static class Screening
{
    /// <summary>Screening radius of argon in Compton wavelengths ħ/mc, from Baró et al.</summary>
    public const double Radius = 40.953;

    /// <summary>Ratio of the electrons' contribution to one proton's at high energy, from Baró et al.</summary>
    public const double Electrons = 1.170;

    private static readonly double FourLog = 4.0 * Math.Log(Radius);

    /// <summary>
    /// Functions of bremsstrahlung (φ1 with ε², φ2 with 4/3 (1 − ε)), b = R δ with δ the smallest momentum transfer in mc.
    /// Limits: b → 0 gives 4 ln R + 2 and 4 ln R + 7/3; b → ∞ the unscreened −2 − 4 ln δ.
    /// </summary>
    public static void Bremsstrahlung(double b, out double phi1, out double phi2)
    {
        Common(b, out double log, out double arc, out double bracket);
        phi1 = FourLog + 2.0 - (2.0 * log) - (4.0 * arc);
        phi2 = FourLog + (7.0 / 3.0) - (2.0 * log) - (6.0 * arc) - bracket;
    }

    /// <summary>Functions of pair production (φ1 with 2(½ − ε)², φ2 with 1).</summary>
    public static void Pair(double b, out double phi1, out double phi2)
    {
        Common(b, out double log, out double arc, out double bracket);
        phi1 = FourLog + (7.0 / 3.0) - (2.0 * log) - (6.0 * arc) - bracket;
        phi2 = FourLog + (11.0 / 6.0) - (2.0 * log) - (3.0 * arc) + (0.5 * bracket);
    }

    private static void Common(double b, out double log, out double arc, out double bracket)
    {
        b = Math.Max(b, 1e-9);
        double b2 = b * b;
        log = Math.Log(1.0 + b2);
        arc = b * Math.Atan(1.0 / b);

        // The bracket's terms cancel to −5/3 for large b: its series there.
        // Joined at 300, chosen where both agree.
        bracket = b > 300.0 ? -(5.0 / 3.0) + (0.7 / b2) : b2 * (4.0 - (4.0 * arc) - (3.0 * Math.Log(1.0 + (1.0 / b2))));
    }
}
