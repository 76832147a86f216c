using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;
using Umbriel.Generation.Decay;

namespace Umbriel.Generation.Tests.Decay;

/// <summary>Decays where m_N − m_n passes m_Z': a mixture of real and virtual Z'.</summary>
public sealed class ThresholdTests
{
    private const int Decays = 20_000;

    /// <summary>Distances from the threshold relative to m_Z': below, at, and above it, in tails, mixture and line.</summary>
    public static TheoryData<Scenario, HnlType, double> Cases
    {
        get
        {
            TheoryData<Scenario, HnlType, double> data = [];
            foreach (Scenario scenario in Enum.GetValues<Scenario>())
            {
                foreach (HnlType type in Enum.GetValues<HnlType>())
                {
                    foreach (double distance in new[] { -0.02, -1e-9, 0.0, 2e-9, 1e-5, 1e-3 })
                    {
                        data.Add(scenario, type, distance);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Masses_follow_the_line_of_the_mediator(Scenario scenario, HnlType type, double distance)
    {
        // Kolmogorov-Smirnov in u = arsinh((m_ee² − m_Z'²)/w), in which the line and its tails are resolved; false alarm
        // 1e-4 each. 0.1.0 had all pairs at m_Z' above the threshold.
        DarkSectorParameters point = Point(scenario, type, distance);
        ZPrimeLine line = new(point);
        double[] masses = DecayChainTests.Collect(point, new FourVector(point.ParentMass, 0.0, 0.0, 0.0), DecayChainTests.Unit(0, 0, 1), seed: 41, decays: Decays)[0];
        double[] u = [.. masses.Select(m => Math.Asinh(((m * m) - line.MassSquared) / line.Width))];
        (double low, double step, double[] cumulative) = Cumulative(point, line);
        double p = Statistics.OneSampleP(u, value =>
        {
            double at = Math.Clamp((value - low) / step, 0.0, cumulative.Length - 1.001);
            int i = (int)at;
            return (cumulative[i] + ((at - i) * (cumulative[i + 1] - cumulative[i]))) / cumulative[^1];
        });
        p.ShouldBeGreaterThan(1e-4);
    }

    [Theory]
    [InlineData(Scenario.Single, 1e-5)]
    [InlineData(Scenario.Single, 1e-3)]
    [InlineData(Scenario.Dual, 2e-9)]
    public void Only_the_line_itself_flies(Scenario scenario, double distance)
    {
        // The share within 100 widths against the integral; five standard errors.
        DarkSectorParameters point = Point(scenario, HnlType.Dirac, distance);
        ZPrimeLine line = new(point);
        DecayChain chain = new(point, ZPrimePolarisation.Exact);
        int real = 0;
        for (int i = 0; i < Decays; i++)
        {
            RandomStream random = new(42, RandomStage.Generation, (ulong)i);
            real += chain.Sample(ref random, new FourVector(point.ParentMass, 0.0, 0.0, 0.0), DecayChainTests.Unit(0, 0, 1), out _, out _, out _) ? 1 : 0;
        }

        (double low, double step, double[] cumulative) = Cumulative(point, line);
        double At(double offset) => cumulative[(int)Math.Clamp(((Math.Asinh(offset / line.Width) - low) / step) + 0.5, 0.0, cumulative.Length - 1.0)];
        double expected = (At(100.0 * line.Width) - At(-100.0 * line.Width)) / cumulative[^1];
        expected.ShouldBeInRange(0.05, 0.999);
        ((double)real / Decays).ShouldBe(expected, 5.0 * Math.Sqrt(expected * (1.0 - expected) / Decays));
    }

    private static DarkSectorParameters Point(Scenario scenario, HnlType type, double distance) => scenario == Scenario.Single
        ? Points.Key with { M4 = 0.03 * (1.0 + distance), HnlType = type }
        : Points.DualOnShell with { M4 = 0.07, M5 = 0.07 + (0.03 * (1.0 + distance)), HnlType = type };

    /// <summary>∫ dΓ/dt dt of the width's own spectrum up to equidistant u, by Gauss-Legendre quadrature.</summary>
    private static (double Low, double Step, double[] Sums) Cumulative(DarkSectorParameters point, ZPrimeLine line)
    {
        const int Cells = 20_000;
        PairSpectrum spectrum = PairSpectrum.OfElectrons(point);
        double low = Math.Asinh((spectrum.LowT - line.MassSquared) / line.Width);
        double step = (Math.Asinh(line.HighOffset / line.Width) - low) / Cells;
        double[] sums = new double[Cells + 1];
        for (int i = 0; i < Cells; i++)
        {
            double from = low + (i * step);
            sums[i + 1] = sums[i] + GaussLegendre.Integrate(
                u => spectrum.At(line.MassSquared + (line.Width * Math.Sinh(u))) * line.Width * Math.Cosh(u), from, from + step, 4);
        }

        return (low, step, sums);
    }
}
