using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Mean energy loss of e± to collisions that transfer less than a cut: Rohrlich and Carlson, Phys. Rev. 93 (1954) 38; Berger
/// and Seltzer, NASA SP-3012 (1964); ICRU report 37 (1984) eq. (8). GeV cm²/g.
/// </summary>
internal static class CollisionLoss
{
    private const double Excitation = LiquidArgon.MeanExcitationEnergy / PhysicalConstants.MassElectron;

    /// <summary>Density-effect correction δ of liquid argon at a kinetic energy of e±, GeV.</summary>
    public static double DensityEffect(double kinetic)
    {
        double tau = kinetic / PhysicalConstants.MassElectron;
        return LiquidArgon.DensityEffect(0.5 * Math.Log10(tau * (tau + 2.0)));
    }

    /// <summary>
    /// Restricted loss. <paramref name="cut"/> is the largest transfer that counts, GeV; half the kinetic energy (electron) or all
    /// of it (positron) gives the full loss. Check value: 1.376e-3 at 1 MeV without density effect (ESTAR).
    /// </summary>
    public static double Restricted(double kinetic, double cut, bool positron, double densityEffect)
    {
        double tau = kinetic / PhysicalConstants.MassElectron;
        double gamma = tau + 1.0;
        double beta2 = tau * (tau + 2.0) / (gamma * gamma);
        double d = Math.Min(cut / PhysicalConstants.MassElectron, positron ? tau : 0.5 * tau);
        double f = positron ? Positron(tau, beta2, d) : Electron(tau, gamma, beta2, d);
        return Argon.HalfBethe / beta2 * (Math.Log(2.0 * (tau + 2.0) / (Excitation * Excitation)) + f - densityEffect);
    }

    private static double Electron(double tau, double gamma, double beta2, double d) =>
        -1.0 - beta2 + Math.Log((tau - d) * d) + (tau / (tau - d)) + (((0.5 * d * d) + (((2.0 * tau) + 1.0) * Math.Log(1.0 - (d / tau)))) / (gamma * gamma));

    private static double Positron(double tau, double beta2, double d)
    {
        double y = 1.0 / (tau + 2.0);
        double d2 = d * d;
        return Math.Log(tau * d) - (beta2 / tau
            * (tau + (2.0 * d) - (1.5 * d2 * y) - ((d - (d2 * d / 3.0)) * y * y) - (((0.5 * d2) - (tau * d2 * d / 3.0) + (0.25 * d2 * d2)) * y * y * y)));
    }
}
