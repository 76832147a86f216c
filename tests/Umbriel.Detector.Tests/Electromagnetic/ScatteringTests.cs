using Umbriel.Core;
using Umbriel.Detector.Electromagnetic;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>Multiple scattering against Highland's formula and Molière's tail.</summary>
public sealed class ScatteringTests
{
    private const int Events = 30_000;

    [Theory]
    [InlineData(10.0, 0.3, 1)]
    [InlineData(50.0, 0.3, 1)]
    [InlineData(50.0, 1.0, 3)]
    [InlineData(200.0, 1.4, 5)]
    [InlineData(1000.0, 1.4, 5)]
    [InlineData(1000.0, 14.0, 47)]
    public void Central_98_per_cent_have_highlands_width(double energy, double thickness, int steps)
    {
        // PDG 2024 eq. (34.16), 13.6 MeV/(βp) √(x/X0) (1 + 0.038 ln(x/(X0 β²))): the rms of the central 98% in a plane, good to 11%.
        (double rms, _) = Scatter(energy * 1e-3, thickness, steps);
        double highland = Highland(energy * 1e-3, thickness);
        rms.ShouldBe(highland, 0.05 * highland);
    }

    [Fact]
    public void Width_does_not_depend_on_the_step()
    {
        // Standard error of a width from 30 000 events: 0.45%.
        Scatter(0.1, 1.0, 10).Rms.ShouldBe(Scatter(0.1, 1.0, 2).Rms, 0.02 * Highland(0.1, 1.0));
    }

    [Fact]
    public void Large_angles_follow_rutherford()
    {
        // Beyond ten widths single scattering rules: P(Θ > θ) = χ_c²/θ², χ_c² = 0.157 MeV² Z(Z + 1)/A × ρx/(pβ)² (Bethe 1953 eq. 10).
        const double kinetic = 0.2;
        const double thickness = 0.3;
        double pBeta = kinetic * (kinetic + (2.0 * PhysicalConstants.MassElectron)) / (kinetic + PhysicalConstants.MassElectron) * 1e3;
        double chi2 = 0.157 * 18.0 * 19.0 / 39.948 * thickness * LiquidArgon.Density / (pBeta * pBeta);
        double angle = 10.0 * Highland(kinetic, thickness);
        const int events = 400_000;
        int beyond = 0;
        for (int i = 0; i < events; i++)
        {
            RandomStream random = new(8, RandomStage.Generation, (ulong)i);
            ParticleState particle = new() { DZ = 1.0 };
            CoulombScattering.Scatter(ref random, ref particle, kinetic, thickness * LiquidArgon.Density);
            beyond += Math.Acos(Math.Clamp(particle.DZ, -1.0, 1.0)) > angle ? 1 : 0;
        }

        // 5 standard deviations and 15% for Molière's next order and the nucleus's size.
        double expected = events * chi2 / (angle * angle);
        ((double)beyond).ShouldBe(expected, (5.0 * Math.Sqrt(expected)) + (0.15 * expected));
    }

    private static double Highland(double kinetic, double thickness)
    {
        double total = kinetic + PhysicalConstants.MassElectron;
        double pBeta = kinetic * (kinetic + (2.0 * PhysicalConstants.MassElectron)) / total;
        double x = thickness * LiquidArgon.Density / LiquidArgon.RadiationLength;
        return 0.0136 / pBeta * Math.Sqrt(x) * (1.0 + (0.038 * Math.Log(x * total / pBeta)));
    }

    private static (double Rms, double Mean) Scatter(double kinetic, double thickness, int steps)
    {
        double[] angles = new double[Events];
        for (int i = 0; i < Events; i++)
        {
            RandomStream random = new(7, RandomStage.Generation, (ulong)i);
            ParticleState particle = new() { DZ = 1.0 };
            for (int step = 0; step < steps; step++)
            {
                CoulombScattering.Scatter(ref random, ref particle, kinetic, thickness * LiquidArgon.Density / steps);
            }

            angles[i] = Math.Abs(Math.Atan2(particle.DX, particle.DZ));
        }

        Array.Sort(angles);
        double[] central = angles[..(int)(0.98 * Events)];
        return (Math.Sqrt(central.Average(a => a * a)), central.Average());
    }
}
