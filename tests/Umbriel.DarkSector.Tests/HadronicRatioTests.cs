using Umbriel.Core;
using Umbriel.Core.Numerics;

namespace Umbriel.DarkSector.Tests;

public sealed class HadronicRatioTests
{
    [Fact]
    public void Closed_below_two_pions()
    {
        HadronicRatio.At(0.0778).ShouldBe(0.0);
        HadronicRatio.At(0.09).ShouldBeGreaterThan(0.0);
        HadronicRatio.PionFormFactor(1e-9).Real.ShouldBe(1.0, 1e-2);
    }

    [Fact]
    public void Rho_peak_is_the_measured_one()
    {
        // σ(e+e− → π+π−) peaks at 1.3 μb (CMD-2, PLB 648 (2007) 28; SND), R_ππ = σ s/(86.85 nb GeV²). The model is stated good to 10%.
        double best = 0.0;
        for (double w = 0.72; w < 0.80; w += 0.001)
        {
            double s = w * w;
            double beta = Math.Sqrt(1.0 - (HadronicRatio.Threshold / s));
            double f = System.Numerics.Complex.Abs(HadronicRatio.PionFormFactor(s));
            best = Math.Max(best, 86.85 / s * 0.25 * beta * beta * beta * f * f);
        }

        best.ShouldBe(1300.0, 130.0);
    }

    [Fact]
    public void Continuum_is_two_point_two_at_two_GeV()
    {
        // BES, PRL 88 (2002) 101802: R(2.0 GeV) = 2.18 ± 0.07 ± 0.18.
        HadronicRatio.At(4.0).ShouldBe(2.18, 0.2);
    }

    [Fact]
    public void Vacuum_polarisation_of_the_muon_moment_comes_out()
    {
        // a_μ(HVP, LO) = (α²/3π²) ∫ ds/s K(s) R(s) = 693.1e-10 (white paper, Phys. Rept. 887 (2020) 1): an integral over the whole
        // model weighted to the ρ; 8% is the model's stated precision.
        double alpha = PhysicalConstants.FineStructure;
        double total = 0.0;
        double[] edges = [2.0 * PhysicalConstants.MassChargedPion, 0.45, 0.77, 0.79, 1.0, 1.04, 1.5, 3.73, 50.0];
        for (int i = 1; i < edges.Length; i++)
        {
            total += AdaptiveQuadrature.Integrate(w => 2.0 / w * Kernel(w * w) * HadronicRatio.At(w * w), edges[i - 1], edges[i], 1e-6);
        }

        (alpha * alpha / (3.0 * Math.PI * Math.PI) * total).ShouldBe(693.1e-10, 0.08 * 693.1e-10);
    }

    private static double Kernel(double s)
    {
        double ratio = s / (PhysicalConstants.MassMuon * PhysicalConstants.MassMuon);
        return GaussLegendre.Integrate(x => x * x * (1.0 - x) / ((x * x) + ((1.0 - x) * ratio)), 0.0, 1.0, 40);
    }
}
