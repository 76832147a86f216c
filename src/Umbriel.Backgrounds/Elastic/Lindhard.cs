using System.Numerics;
using Umbriel.Core.Numerics;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Elastic;

/// <summary>
/// Lindhard functions of symmetric nuclear matter, GeV²: response of a Fermi gas to a transfer (q₀, q), summed over spin
/// and isospin.
/// </summary>
internal static class Lindhard
{
    private const double M = Nucleons.MeanMass;
    private const double DeltaMass = 1.232;
    private const double DeltaCoupling = 2.13; // f*/f
    private const double PionMass = 0.13957;
    private const double HbarCFermi = 0.1973269804; // GeV fm

    /// <summary>
    /// Particle-hole part with relativistic energies: 4∫d³p/(2π)³ (M²/EE') n(p)(1 − n(p + q))/(q₀ + E − E' + iε) and the
    /// crossed term. In the real part the blocking of the two terms cancels and the angle is done in closed form; the
    /// imaginary part is −(M²/πq)(E_F − ε), ε = max(E_F − q₀, (q√(1 + 4M²/Q²) − q₀)/2, M)
    /// (Nieves, Amaro, Valverde, PRC 70 (2004) 055503, eqs. A1 and B2).
    /// </summary>
    /// <param name="q0">Energy transfer, GeV, above 0.</param>
    /// <param name="q">Momentum transfer, GeV, above <paramref name="q0"/>.</param>
    /// <param name="fermi">Fermi momentum, GeV.</param>
    public static Complex Nucleon(double q0, double q, double fermi)
    {
        double fermiEnergy = Math.Sqrt((M * M) + (fermi * fermi));
        double transfer = (q * q) - (q0 * q0);
        double least = Math.Max(Math.Max(fermiEnergy - q0, 0.5 * ((q * Math.Sqrt(1.0 + (4.0 * M * M / transfer))) - q0)), M);
        double imaginary = -(M * M / (Math.PI * q)) * Math.Max(0.0, fermiEnergy - least);
        return new Complex(Real(q0, q, fermi) + Real(-q0, q, fermi), imaginary);
    }

    /// <summary>
    /// Δ-hole part, Fermi average without relativity, with the width of the Δ in the direct term where it is open
    /// (Garcia-Recio, Nieves, Oset, PRC 42 (1990) R47; Nieves, Amaro, Valverde, PRC 70 (2004) 055503).
    /// </summary>
    /// <param name="q0">Energy transfer, GeV.</param>
    /// <param name="q">Momentum transfer, GeV.</param>
    /// <param name="density">Of matter, fm⁻³, above 0.</param>
    public static Complex Delta(double q0, double q, double density)
    {
        double fermi = HbarCFermi * Math.Cbrt(1.5 * Math.PI * Math.PI * density);
        double scale = DeltaMass / (q * fermi);
        Complex direct = scale * (q0 - (q * q / (2.0 * DeltaMass)) - (DeltaMass - M) + (Complex.ImaginaryOne * 0.5 * Width(q0, q, fermi)));
        Complex crossed = scale * (-q0 - (q * q / (2.0 * DeltaMass)) - (DeltaMass - M) + (Complex.ImaginaryOne * 0.5 * Width(-q0, q, fermi)));
        double rho = density * HbarCFermi * HbarCFermi * HbarCFermi;
        return 2.0 / 3.0 * rho * scale * DeltaCoupling * DeltaCoupling * (Average(direct) + Average(crossed));
    }

    // ∫ p² dp (M/E) over the sphere of M/(pq) ln|(q₀ + E − E'(−))/(q₀ + E − E'(+))|, E'(±) at p parallel and antiparallel to q.
    private static double Real(double q0, double q, double fermi)
    {
        double integral = GaussLegendre.Integrate(
            p =>
            {
                double e = Math.Sqrt((M * M) + (p * p));
                double near = Math.Sqrt((M * M) + ((p - q) * (p - q)));
                double far = Math.Sqrt((M * M) + ((p + q) * (p + q)));
                return p / e * Math.Log(Math.Abs((q0 + e - near) / (q0 + e - far)));
            },
            0.0,
            fermi,
            200);
        return M * M / (Math.PI * Math.PI * q) * integral;
    }

    private static double Width(double q0, double q, double fermi)
    {
        double s = (M * M) + (q0 * q0) - (q * q) + (2.0 * q0 * Math.Sqrt((M * M) + (0.6 * fermi * fermi)));
        if (s <= (M + PionMass) * (M + PionMass))
        {
            return 0.0;
        }

        double rootS = Math.Sqrt(s);
        double momentum = Math.Sqrt((s - ((M + PionMass) * (M + PionMass))) * (s - ((M - PionMass) * (M - PionMass)))) / (2.0 * rootS);
        double coupling2 = DeltaCoupling * DeltaCoupling * 4.0 * Math.PI * 0.08;
        return coupling2 / (12.0 * Math.PI) * Math.Pow(momentum, 3) / rootS * (M + Math.Sqrt((M * M) + (momentum * momentum))) / (PionMass * PionMass);
    }

    // z + (1 − z²)/2 ln((z + 1)/(z − 1)), by its series where that cancels.
    private static Complex Average(Complex z)
    {
        if (z.Magnitude > 50.0)
        {
            Complex inverse = 1.0 / z;
            return inverse * ((2.0 / 3.0) + (2.0 / 15.0 * inverse * inverse));
        }

        return z + (0.5 * (1.0 - (z * z)) * Complex.Log((z + 1.0) / (z - 1.0)));
    }
}
