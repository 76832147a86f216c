namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// How a current couples to the vector isovector, vector isoscalar and axial isovector amplitudes of
/// <see cref="QuarkModelState"/>. The neutral current is J = V₃ − A₃ − 2 sin²θ_W J_em with J_em = V₃ + V_s. On a neutron
/// the isovector part of isospin-1/2 resonances changes sign, that of isospin-3/2 does not. The charged current J₁ ± iJ₂
/// between states of total charge 1 or 0 has twice the isovector amplitude for isospin 1/2 and (up to a sign) once for
/// 3/2; √3 times for charge 2 or −1, where only isospin 3/2 exists.
/// </summary>
/// <param name="Vector">Of the vector isovector amplitude.</param>
/// <param name="Scalar">Of the vector isoscalar amplitude.</param>
/// <param name="Axial">Of the axial isovector amplitude.</param>
public readonly record struct CurrentCouplings(double Vector, double Scalar, double Axial)
{
    /// <summary>The couplings of a weak reaction.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="charge">Charge of the resonance, −1 to 2.</param>
    /// <param name="twoIsospin">2I of the resonance.</param>
    /// <param name="sinSquaredWeakAngle">sin²θ_W.</param>
    public static CurrentCouplings Weak(WeakCurrent current, int charge, int twoIsospin, double sinSquaredWeakAngle)
    {
        if (current == WeakCurrent.Charged)
        {
            double factor = twoIsospin == 1 ? charge is 0 or 1 ? 2.0 : 0.0
                : charge is 0 or 1 ? 1.0 : Math.Sqrt(3.0);
            return new CurrentCouplings(factor, 0.0, factor);
        }

        // The charge of the resonance is that of the nucleon here.
        double isovector = twoIsospin == 1 && charge == 0 ? -1.0 : 1.0;
        return new CurrentCouplings(isovector * (1.0 - (2.0 * sinSquaredWeakAngle)), -2.0 * sinSquaredWeakAngle, isovector);
    }
}
