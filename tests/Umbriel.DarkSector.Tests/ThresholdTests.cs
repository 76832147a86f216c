using Umbriel.Core;

namespace Umbriel.DarkSector.Tests;

/// <summary>The width where m_N − m_n passes m_Z'.</summary>
public sealed class ThresholdTests
{
    private static readonly DarkSectorParameters Single = new() { Scenario = Scenario.Single, M4 = 0.03, MZPrime = 0.03, Umu4 = 1e-3, GD = Math.Sqrt(Math.PI) };

    private static readonly DarkSectorParameters Dual = new() { Scenario = Scenario.Dual, M4 = 0.07, M5 = 0.1, MZPrime = 0.03, Umu5 = 1e-3, GD = Math.Sqrt(Math.PI) };

    public static TheoryData<Scenario, HnlType, BranchingRatioConvention> Cases
    {
        get
        {
            TheoryData<Scenario, HnlType, BranchingRatioConvention> data = [];
            foreach (Scenario scenario in Enum.GetValues<Scenario>())
            {
                foreach (HnlType type in Enum.GetValues<HnlType>())
                {
                    data.Add(scenario, type, BranchingRatioConvention.Unity);
                    data.Add(scenario, type, BranchingRatioConvention.Model);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_width_falls_when_the_real_mediator_opens(Scenario scenario, HnlType type, BranchingRatioConvention branching)
    {
        // Distances from the threshold relative to m_Z', 20 a decade from a hundredth of the line's width to 0.3 on both sides.
        List<double> distances = [0.0];
        for (int k = -270; k <= -10; k++)
        {
            double d = Math.Pow(10.0, k / 20.0);
            distances.AddRange([-d, d]);
        }

        distances.Sort();
        DarkSectorParameters point = (scenario == Scenario.Single ? Single : Dual) with { HnlType = type, BRee = branching };
        double before = 0.0;
        double beforeEE = 0.0;
        foreach (double distance in distances)
        {
            DecayWidths widths = DecayWidths.Compute(At(point, distance));
            double gamma = widths.GammaParent_GeV;
            double ee = gamma * widths.BrEE;

            // 1e-7 is what the closed form far above may differ by.
            gamma.ShouldBeGreaterThanOrEqualTo((1.0 - 1e-7) * before, $"at {distance:0.0e+0}");
            ee.ShouldBeGreaterThanOrEqualTo((1.0 - 1e-7) * beforeEE, $"e+e- at {distance:0.0e+0}");
            if (Math.Abs(distance) < 0.1 && before > 0.0)
            {
                // 12% a step: less than a square of the distance can rise.
                gamma.ShouldBeLessThan(1.3 * before, $"at {distance:0.0e+0}");
            }

            (before, beforeEE) = (gamma, ee);
        }
    }

    [Fact]
    public void One_step_of_the_last_digit_changes_nothing()
    {
        // 0.1.0 fell from 9.6e-19 to 1.4e-40 GeV here.
        double at = DecayWidths.Compute(Single).GammaParent_GeV;
        double above = DecayWidths.Compute(Single with { M4 = Math.BitIncrement(0.03) }).GammaParent_GeV;
        at.ShouldBe(9.6e-19, 0.05e-19);
        above.ShouldBe(at, 1e-9 * at);
    }

    [Theory]
    [InlineData(-0.05)]
    [InlineData(-1e-4)]
    [InlineData(-1e-8)]
    [InlineData(0.0)]
    [InlineData(1e-9)]
    [InlineData(1e-6)]
    [InlineData(1e-5)]
    [InlineData(1e-4)]
    [InlineData(1e-2)]
    [InlineData(0.2)]
    public void The_width_is_the_integral_over_the_line(double distance)
    {
        foreach (DarkSectorParameters model in new[] { Single, Dual, Dual with { HnlType = HnlType.Majorana } })
        {
            DarkSectorParameters point = At(model with { ZInterference = false }, distance);
            double slow = SlowWidth(point);
            DecayWidths.Compute(point).GammaParent_GeV.ShouldBe(slow, 1e-6 * slow, $"{model.Scenario} {distance}");
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(10.0)]
    [InlineData(1e4)]
    public void A_square_root_of_phase_space_is_smeared_by_the_line(double widths)
    {
        // ∫ √(d − x) (w/π)/(x² + w²) dx = Re √(d + i w): the two-body width with d replaced, near the threshold.
        double w = 0.03 * ZPrimeWidths.ToLeptons(0.03, Couplings.From(Dual).ElectromagneticCoupling, PhysicalConstants.MassElectron);
        double d = widths * w;
        DarkSectorParameters point = Dual with { M5 = Dual.M4 + Math.Sqrt((0.03 * 0.03) + d) };
        const double Far = 1e-6;
        double scale = TwoBodyWidth.OfVector(Dual.M4 + 0.03 + Far, Dual.M4, 0.03, Couplings.From(Dual).DecayVertex, HnlType.Dirac) / Math.Sqrt(Far * (0.06 + Far));
        double expected = scale * System.Numerics.Complex.Sqrt(new(d, w)).Real;

        // Next orders: phase space away from its end by w, and √(w/m²) from where the square root ends.
        DecayWidths.Compute(point).GammaParent_GeV.ShouldBe(expected, 2e-4 * expected);
    }

    [Fact]
    public void A_narrow_line_gives_the_two_body_width()
    {
        foreach (DarkSectorParameters model in new[] { Single, Dual })
        {
            foreach (double distance in new[] { 0.05, 0.5, 2.0 })
            {
                DarkSectorParameters point = At(model, distance);
                double expected = TwoBodyWidth.OfVector(point.ParentMass, point.DaughterMass, 0.03, Couplings.From(point).DecayVertex, HnlType.Dirac);
                DecayWidths.Compute(point).GammaParent_GeV.ShouldBe(expected, 3e-6 * expected);
            }
        }
    }

    [Fact]
    public void Dark_neutrinos_of_the_mediator_count_as_on_shell()
    {
        // m_5 − m_4 > m_Z' > m_4: all channels together are the two-body width, whatever the Z' decays into.
        DarkSectorParameters point = Dual with { M4 = 0.02, M5 = 0.1, UD4 = 0.7, UD5 = 0.7, MZPrime = 0.05, BRee = BranchingRatioConvention.Model };
        DecayWidths widths = DecayWidths.Compute(point);
        double expected = TwoBodyWidth.OfVector(0.1, 0.02, 0.05, Couplings.From(point).DecayVertex, HnlType.Dirac);
        widths.ZPrimeChannels.Select(c => c.Name).ShouldContain("N4 N4");
        widths.ParentChannels.Single(c => c.Name == "N4 Z'").Width.ShouldBe(expected, 0.05 * expected);
    }

    private static DarkSectorParameters At(DarkSectorParameters point, double distance) => point.Scenario == Scenario.Single
        ? point with { M4 = point.MZPrime * (1.0 + distance) }
        : point with { M5 = point.M4 + (point.MZPrime * (1.0 + distance)) };

    /// <summary>
    /// (1/π) ∫ Γ(N → n V(√t)) √t Γ(V → ee; √t)/((t − m²)² + w²) dt from the closed forms of both, by the midpoint rule in
    /// ln|t − m²| on either side of the line from 1e-4 of its width on, and a constant within that.
    /// </summary>
    private static double SlowWidth(DarkSectorParameters point)
    {
        const int PerUnit = 4000;
        Couplings couplings = Couplings.From(point);
        double m2 = point.MZPrime * point.MZPrime;
        double w = point.MZPrime * ZPrimeWidths.ToLeptons(point.MZPrime, couplings.ElectromagneticCoupling, PhysicalConstants.MassElectron);
        double gap = point.ParentMass - point.DaughterMass;
        double end = (gap * gap) - m2;
        double start = (4.0 * PhysicalConstants.MassElectron * PhysicalConstants.MassElectron) - m2;
        double core = 1e-4 * w;
        double sum = end > core ? Integrand(0.0) * 2.0 * core : 0.0;
        sum += Side(-1.0, Math.Max(core, -end), -start);
        return sum + (end > core ? Side(1.0, core, end) : 0.0);

        double Side(double sign, double from, double to)
        {
            // The end of phase space is a square root, which the smooth step takes out.
            double total = 0.0;
            int steps = (int)(PerUnit * Math.Max(1.0, Math.Log(to / from)));
            double range = Math.Log(to / from);
            for (int i = 0; i < steps; i++)
            {
                double s = (i + 0.5) / steps;
                double smooth = s * s * (3.0 - (2.0 * s));
                double x = from * Math.Exp(range * smooth);
                total += Integrand(sign * x) * x * range * 6.0 * s * (1.0 - s) / steps;
            }

            return total;
        }

        double Integrand(double x)
        {
            double v = Math.Sqrt(m2 + x);
            return TwoBodyWidth.OfVector(point.ParentMass, point.DaughterMass, v, couplings.DecayVertex, point.HnlType)
                * v * ZPrimeWidths.ToLeptons(v, couplings.ElectromagneticCoupling, PhysicalConstants.MassElectron) / (Math.PI * ((x * x) + (w * w)));
        }
    }
}
