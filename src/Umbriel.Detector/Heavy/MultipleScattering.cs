using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Molière's theory without its series: single scatterings dN = 2χ_c² θ dθ/(θ² + χ_a²)² (G. Lynch and O. Dahl, Nucl. Instrum. Meth.
/// B 58 (1991) 6, with χ_c² and χ_a² as given there), of which those beyond θ₁ = χ_c/√0.2 (0.2 per step) are made one by one, damped by the
/// nuclear form factor exp(−q²⟨r²⟩/6)², and the rest are a Gaussian with the exact variance and the displacement that goes
/// with it (PDG 2024, section 34.3). Independent of the length of steps, unlike V. Highland's formula applied to each.
/// </summary>
internal static class MultipleScattering
{
    private const double HardPerStep = 0.2;

    /// <summary>r.m.s. charge radius of ⁴⁰Ar, 3.427 fm (I. Angeli and K. Marinova, At. Data Nucl. Data Tables 99 (2013) 69), GeV⁻¹.</summary>
    private const double ChargeRadius = 3.427e-13 / PhysicalConstants.HbarC;

    /// <summary>Turns the direction and gives the displacement across the original one, cm.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="particle">Its direction is changed, not its position.</param>
    /// <param name="mass">GeV.</param>
    /// <param name="kineticEnergy">In the middle of the step, GeV.</param>
    /// <param name="step">cm.</param>
    /// <param name="density">g/cm³.</param>
    public static (double X, double Y, double Z) Scatter(ref RandomStream random, ref ParticleState particle, double mass, double kineticEnergy, double step, double density)
    {
        double p2 = kineticEnergy * (kineticEnergy + (2.0 * mass));
        double beta2 = StoppingPower.BetaSquared(kineticEnergy, mass);
        double perMass = 0.157e-6 * LiquidArgon.Z * (LiquidArgon.Z + 1.0) / LiquidArgon.A;
        double single = perMass * step * density / (p2 * beta2);
        double coupling = LiquidArgon.Z * PhysicalConstants.FineStructure;
        double screening = 2.007e-11 * Math.Pow(LiquidArgon.Z, 2.0 / 3.0) * (1.0 + (3.34 * coupling * coupling / beta2)) / p2;
        double border = single / HardPerStep;
        double q = border / screening;
        double plane = Math.Sqrt(0.5 * single * (Math.Log(1.0 + q) - (q / (1.0 + q))));

        (double a1, double a2) = Sampling.Normal(ref random);
        (double b1, double b2) = Sampling.Normal(ref random);
        Sampling.Frame(particle.DX, particle.DY, particle.DZ, out (double X, double Y, double Z) u, out (double X, double Y, double Z) v);
        double alongU = step * plane * ((a1 / Math.Sqrt(12.0)) + (0.5 * a2));
        double alongV = step * plane * ((b1 / Math.Sqrt(12.0)) + (0.5 * b2));
        (double X, double Y, double Z) displacement = ((alongU * u.X) + (alongV * v.X), (alongU * u.Y) + (alongV * v.Y), (alongU * u.Z) + (alongV * v.Z));
        double angle = plane * Math.Sqrt((a2 * a2) + (b2 * b2));
        Sampling.Turn(ref particle.DX, ref particle.DY, ref particle.DZ, Math.Cos(Math.Min(angle, Math.PI)), Math.Atan2(b2, a2));

        int hard = Sampling.Poisson(ref random, single / (border + screening));
        for (int i = 0; i < hard; i++)
        {
            double square = ((border + screening) / random.NextDouble()) - screening;
            double transfer = p2 * square * ChargeRadius * ChargeRadius / 3.0;
            if (square < Math.PI * Math.PI && random.NextDouble() < Math.Exp(-transfer))
            {
                Sampling.Turn(ref particle.DX, ref particle.DY, ref particle.DZ, Math.Cos(Math.Sqrt(square)), 2.0 * Math.PI * random.NextDouble());
            }
        }

        return displacement;
    }
}
