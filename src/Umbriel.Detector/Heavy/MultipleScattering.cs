using System.Diagnostics;
using Umbriel.Core;
using Umbriel.Core.Distributions;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Molière's theory without its series: single scatterings dN = 2χ_c² θ dθ/(θ² + χ_a²)² (G. Lynch and O. Dahl, Nucl. Instrum. Meth.
/// B 58 (1991) 6, with χ_c² and χ_a² as given there), of which those beyond θ₁ = χ_c/√0.2 (0.2 per step) are made one by one, damped by the
/// nuclear form factor exp(−q²⟨r²⟩/6)², and the rest are a Gaussian with the exact variance and the displacement that goes
/// with it (PDG 2024, section 34.3). Z(Z + ½) for Z(Z + 1): δ-rays
/// above the cut, half of the electrons' share in the logarithm, turn the particle on their own. Independent of the length of steps, unlike V. Highland's formula applied to each.
/// </summary>
internal static class MultipleScattering
{
    /// <summary>Hard scatterings expected in a step. Chosen.</summary>
    private const double HardPerStep = 0.2;

    /// <summary>Angle below which a tangent stands for the angle. Chosen.</summary>
    private const double SmallAngle = 0.1;

    /// <summary>1/√12: displacement and angle of a Gaussian scattering in a step (PDG 2024, section 34.3).</summary>
    private const double InverseRootTwelve = 0.28867513459481287;

    /// <summary>χ_c² per g/cm² times p²β², GeV²: Lynch and Dahl's 0.157 MeV² × Z(Z + 1)/A, with Z + ½.</summary>
    private const double PerMass = 0.157e-6 * LiquidArgon.Z * (LiquidArgon.Z + 0.5) / LiquidArgon.A;
    private const double Coupling = LiquidArgon.Z * PhysicalConstants.FineStructure;

    /// <summary>χ_a² p² without its factor 1 + 3.34(Zα/β)², GeV²: Lynch and Dahl's 2.007e-5 MeV² × Z^⅔.</summary>
    private static readonly double Screening = 2.007e-11 * Math.Pow(LiquidArgon.Z, 2.0 / 3.0);

    /// <summary>Charge radius of the nucleus, GeV⁻¹.</summary>
    private const double ChargeRadius = LiquidArgon.ChargeRadius * 1e-13 / PhysicalConstants.HbarC;

    /// <summary>Turns the direction and gives the displacement across the original one, cm.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="particle">Its direction is changed, not its position.</param>
    /// <param name="mass">GeV.</param>
    /// <param name="kineticEnergy">In the middle of the step, GeV.</param>
    /// <param name="step">cm.</param>
    /// <param name="density">g/cm³.</param>
    public static (double X, double Y, double Z) Scatter(ref RandomStream random, ref ParticleState particle, double mass, double kineticEnergy, double step, double density)
    {
        Debug.Assert(kineticEnergy > 0.0 && double.IsFinite(kineticEnergy));
        Debug.Assert(step >= 0.0 && density > 0.0);
        double p2 = kineticEnergy * (kineticEnergy + (2.0 * mass));
        double beta2 = StoppingPower.BetaSquared(kineticEnergy, mass);
        double single = PerMass * step * density / (p2 * beta2);
        double screening = Screening * (1.0 + (3.34 * Coupling * Coupling / beta2)) / p2;
        double border = single / HardPerStep;
        double q = border / screening;
        double plane = Math.Sqrt(0.5 * single * (Math.Log(1.0 + q) - (q / (1.0 + q))));

        Span<double> normal = stackalloc double[4];
        NormalSampler.Fill(ref random, normal);
        (double a1, double a2, double b1, double b2) = (normal[0], normal[1], normal[2], normal[3]);
        (double dx, double dy, double dz) = (particle.DX, particle.DY, particle.DZ);
        double alongU = step * plane * ((a1 * InverseRootTwelve) + (0.5 * a2));
        double alongV = step * plane * ((b1 * InverseRootTwelve) + (0.5 * b2));
        Direction.FromFrame(dx, dy, dz, alongU, alongV, 0.0, out double offX, out double offY, out double offZ);
        double square = plane * plane * ((a2 * a2) + (b2 * b2));
        if (square < SmallAngle * SmallAngle)
        {
            // θ for tan θ: 0.3% at most.
            double inverse = 1.0 / Math.Sqrt(1.0 + square);
            double bend = inverse * plane;
            Direction.FromFrame(dx, dy, dz, bend * a2, bend * b2, inverse, out particle.DX, out particle.DY, out particle.DZ);
            double norm = (particle.DX * particle.DX) + (particle.DY * particle.DY) + (particle.DZ * particle.DZ);
            double correction = 1.5 - (0.5 * norm);
            (particle.DX, particle.DY, particle.DZ) = (correction * particle.DX, correction * particle.DY, correction * particle.DZ);
        }
        else
        {
            Sampling.Turn(ref particle.DX, ref particle.DY, ref particle.DZ, Math.Cos(Math.Min(Math.Sqrt(square), Math.PI)), Math.Atan2(b2, a2));
        }

        int hard = PoissonNumber.Sample(ref random, single / (border + screening));
        for (int i = 0; i < hard; i++)
        {
            double hardSquare = ((border + screening) / random.NextDouble()) - screening;
            double transfer = p2 * hardSquare * ChargeRadius * ChargeRadius / 3.0;
            if (hardSquare < Math.PI * Math.PI && random.NextDouble() < Math.Exp(-transfer))
            {
                Sampling.Turn(ref particle.DX, ref particle.DY, ref particle.DZ, Math.Cos(Math.Sqrt(hardSquare)), 2.0 * Math.PI * random.NextDouble());
            }
        }

        return (offX, offY, offZ);
    }
}
