namespace Umbriel.Generation.Scattering;

/// <summary>
/// Pauli blocking of elastic scattering on bound nucleons in a Fermi gas at rest: the fraction of the Fermi sphere
/// that a shift by |q| moves out of it, S = (3/4)(|q|/k_F) − (1/16)(|q|/k_F)³ below 2 k_F and 1 above
/// (e.g. Bell and Llewellyn Smith, Nucl. Phys. B 28 (1971) 317). Check: S(k_F) = 11/16.
/// </summary>
public static class FermiGas
{
    /// <summary>Unblocked fraction at <paramref name="q2"/> in GeV², struck-nucleon mass and k_F in GeV; 1 if k_F is zero.</summary>
    public static double UnblockedFraction(double q2, double mass, double fermiMomentum)
    {
        if (fermiMomentum <= 0.0)
        {
            return 1.0;
        }

        double transfer = q2 / (2.0 * mass);
        double x = Math.Sqrt(q2 + (transfer * transfer)) / fermiMomentum;
        return x >= 2.0 ? 1.0 : x * (0.75 - (x * x / 16.0));
    }

    /// <summary>Q² in GeV² at which blocking ends, |q| = 2 k_F.</summary>
    public static double EndOfBlocking(double mass, double fermiMomentum)
    {
        double q = 2.0 * fermiMomentum;
        return 2.0 * mass * ((q * q) / (Math.Sqrt((mass * mass) + (q * q)) + mass));
    }
}
