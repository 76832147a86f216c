using System.Numerics;
using Umbriel.Core;

namespace Umbriel.DarkSector;

/// <summary>
/// R(s) = σ(e+e− → hadrons)/σ(e+e− → μ+μ−, massless), a simple model good to some 10% at the resonances and 30% between
/// 1 and 1.5 GeV: ππ with the pion form factor of Kühn and Santamaria (Z. Phys. C 48 (1990) 445, model 1 with ρ-ω
/// mixing), ω and φ as Breit-Wigner peaks with PDG 2022 widths, and for the rest a rise between 1.1 and 1.5 GeV to
/// 3 ΣQ² (1 + α_s/π) = 2.2 (BES at 2 GeV: 2.2, PRL 88 (2002) 101802), 3.67 above the open-charm threshold.
/// Check values: about 9 at the ρ-ω peak (σ(ππ) = 1.3 μb), 2.2 at 2 GeV.
/// </summary>
public static class HadronicRatio
{
    private const double ContinuumStart = 1.1;
    private const double ContinuumFull = 1.5;
    private const double OpenCharm = 3.73;

    /// <summary>Threshold of the model, 4 m_π² in GeV².</summary>
    public const double Threshold = 4.0 * PhysicalConstants.MassChargedPion * PhysicalConstants.MassChargedPion;

    /// <summary>R at <paramref name="s"/> in GeV²; zero below <see cref="Threshold"/>.</summary>
    public static double At(double s)
    {
        if (!(s > Threshold))
        {
            return 0.0;
        }

        double beta = Math.Sqrt(1.0 - (Threshold / s));
        double amplitude = Complex.Abs(PionFormFactor(s));
        double pions = 0.25 * beta * beta * beta * amplitude * amplitude;
        double omega = s > 9.0 / 4.0 * Threshold ? Peak(s, 0.78266, 8.68e-3, 7.38e-5 * 0.985) : 0.0;
        double phi = s > 9.0 / 4.0 * Threshold ? Peak(s, 1.019461, 4.249e-3, 2.979e-4) : 0.0;
        return pions + omega + phi + Continuum(Math.Sqrt(s));
    }

    /// <summary>Pion form factor F_π(s), F_π(0) = 1; |F_π|² peaks near 45 at the ρ-ω.</summary>
    public static Complex PionFormFactor(double s)
    {
        const double rhoOmegaMixing = 1.85e-3;
        const double excitedRho = -0.145;
        Complex omega = 0.78266 * 0.78266 / new Complex((0.78266 * 0.78266) - s, -0.78266 * 8.68e-3);
        Complex rho = PWave(s, 0.773, 0.145) * (1.0 + (rhoOmegaMixing * omega)) / (1.0 + rhoOmegaMixing);
        return (rho + (excitedRho * PWave(s, 1.370, 0.510))) / (1.0 + excitedRho);
    }

    private static Complex PWave(double s, double mass, double width)
    {
        double momentum = Math.Max(0.0, (s - Threshold) / ((mass * mass) - Threshold));
        double running = width * mass * mass / s * momentum * Math.Sqrt(momentum);
        return mass * mass / new Complex((mass * mass) - s, -Math.Sqrt(s) * running);
    }

    // σ = 12π B_ee B_h Γ²/((s − m²)² + m²Γ²) against 4πα²/3s.
    private static double Peak(double s, double mass, double width, double branching)
    {
        double alpha = PhysicalConstants.FineStructure;
        double offset = s - (mass * mass);
        return 9.0 * s * branching * width * width / (alpha * alpha * ((offset * offset) + (mass * mass * width * width)));
    }

    private static double Continuum(double energy)
    {
        double x = Math.Clamp((energy - ContinuumStart) / (ContinuumFull - ContinuumStart), 0.0, 1.0);
        double full = energy < OpenCharm ? 2.2 : 3.67;
        return full * x * x * (3.0 - (2.0 * x));
    }
}
