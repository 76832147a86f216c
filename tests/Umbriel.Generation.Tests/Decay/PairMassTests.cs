using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;

namespace Umbriel.Generation.Tests.Decay;

/// <summary>The sampled m_ee of a virtual Z' against the width's own spectrum, PairSpectrum.</summary>
public sealed class PairMassTests
{
    public static TheoryData<int, HnlType> Cases => new()
    {
        { 1, HnlType.Dirac }, { 1, HnlType.Majorana }, { 3, HnlType.Dirac }, { 3, HnlType.Majorana },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sampled_masses_follow_the_spectrum_of_the_width(int kind, HnlType type)
    {
        // Z' only in both. χ² over 40 bins of equal width in m_ee, 200 000 decays; false alarm 1e-4 each.
        const int Decays = 200_000;
        const int Bins = 40;
        DarkSectorParameters point = Points.Kinds.ElementAt(kind) with { HnlType = type };
        double[] masses = DecayChainTests.Collect(point, new FourVector(point.ParentMass, 0.0, 0.0, 0.0), DecayChainTests.Unit(0, 0, 1), seed: 31, decays: Decays)[0];
        double low = 2.0 * PhysicalConstants.MassElectron;
        double step = (point.ParentMass - point.DaughterMass - low) / Bins;
        int[] counts = new int[Bins];
        foreach (double mass in masses)
        {
            counts[Math.Clamp((int)((mass - low) / step), 0, Bins - 1)]++;
        }

        double[] expected = [.. Enumerable.Range(0, Bins).Select(i => Integral(point, low + (i * step), low + ((i + 1) * step)))];
        double total = expected.Sum();
        double chiSquare = 0.0;
        int degrees = -1;
        for (int i = 0; i < Bins; i++)
        {
            double mean = Decays * expected[i] / total;
            if (mean > 5.0)
            {
                chiSquare += (counts[i] - mean) * (counts[i] - mean) / mean;
                degrees++;
            }
        }

        Statistics.ChiSquareP(chiSquare, degrees).ShouldBeGreaterThan(1e-4, $"chi2 {chiSquare:0.0} for {degrees}");
    }

    [Fact]
    public void Leaving_Z_exchange_out_of_the_sampled_shape_is_negligible()
    {
        // The sampler knows the Z' only; Z exchange changes the *shape* of dΓ/dm_ee where the propagators differ. Largest
        // where the Z' is heavy. The width itself has both (1.4% at m_4 = 0.15, m_Z' = 1.25, g_D = 1: validation/widths.md).
        foreach ((double m4, double mediator, double limit) in new[] { (0.15, 0.2, 1e-3), (0.15, 1.25, 5e-4), (0.4, 1.25, 2e-3), (1.0, 1.25, 2e-2) })
        {
            DarkSectorParameters pure = Points.Key with { M4 = m4, MZPrime = mediator, GD = 1.0 };
            DarkSectorParameters full = pure with { ZInterference = true };
            double norm = Integral(full, 0.0, m4) / Integral(pure, 0.0, m4);
            double distance = 0.0;
            for (int i = 1; i < 60; i++)
            {
                double cut = m4 * i / 60;
                distance = Math.Max(distance, Math.Abs((Integral(full, 0.0, cut) / Integral(full, 0.0, m4)) - (Integral(pure, 0.0, cut) / Integral(pure, 0.0, m4))));
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"m4 {m4} mZ' {mediator}: width x {norm:0.00000}, largest change of the cumulative {distance:0.0e+0}");
            distance.ShouldBeLessThan(limit);
            norm.ShouldBeGreaterThan(1.0);
        }
    }

    private static double Integral(DarkSectorParameters point, double low, double high)
    {
        PairSpectrum spectrum = PairSpectrum.OfElectrons(point);
        double from = Math.Max(low, Math.Sqrt(spectrum.LowT));
        return high <= from ? 0.0 : AdaptiveQuadrature.Integrate(m => 2.0 * m * spectrum.At(m * m), from, Math.Min(high, Math.Sqrt(spectrum.HighT)), 1e-8);
    }
}
