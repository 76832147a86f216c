namespace Umbriel.Detector.Readout;

/// <summary>
/// Speed of electrons in liquid argon. Up to 0.619 kV/cm the parameters fitted by ICARUS (S. Amoruso et al.,
/// NIM A 516 (2004) 68) in the form of W. Walkowiak, NIM A 449 (2000) 288, eq. 8; above 0.699 kV/cm Walkowiak's own
/// parameters; linear in between; and proportional to the field below about 0.09 kV/cm, where the form fails.
/// </summary>
public static class DriftSpeed
{
    /// <summary>
    /// Field, kV/cm, where ICARUS's parameters end and Walkowiak's begin: joined as in LArSoft (from memory), the part at low field
    /// too.
    /// </summary>
    private const double IcarusEnd = 0.619;
    private const double WalkowiakStart = 0.699;

    /// <summary>Speed, cm/µs. Check value: 0.1117 at 0.2739 kV/cm and 89 K.</summary>
    /// <param name="field">Field, kV/cm, up to 4.</param>
    /// <param name="temperature">Temperature, K, fitted from 87 to 94.</param>
    public static double Of(double field, double temperature)
    {
        double shift = temperature - 87.203;
        double linearEnd = 0.0938163 - (0.0052563 * shift) - (0.0001470 * shift * shift);
        double millimetres = field < linearEnd ? field * (5.18406 + (shift * (0.01448 - (shift * (0.003497 + (0.000516 * shift))))))
            : field < IcarusEnd ? Icarus(field, temperature)
            : field > WalkowiakStart ? Walkowiak(field, temperature)
            : (((field - IcarusEnd) * Walkowiak(field, temperature)) + ((WalkowiakStart - field) * Icarus(field, temperature))) / (WalkowiakStart - IcarusEnd);
        return 0.1 * millimetres;
    }

    private static double Icarus(double field, double temperature) =>
        Form(field, temperature - 105.749, -0.04640, 0.01712, 1.88125, 0.99408, 0.01172, 4.20214);

    private static double Walkowiak(double field, double temperature) =>
        Form(field, temperature - 90.371, -0.01481, -0.0075, 0.141, 12.4, 1.627, 0.317);

    private static double Form(double field, double t, double p1, double p2, double p3, double p4, double p5, double p6) =>
        (((p1 * t) + 1.0) * ((p3 * field * Math.Log(1.0 + (p4 / field))) + (p5 * Math.Pow(field, p6)))) + (p2 * t);
}
