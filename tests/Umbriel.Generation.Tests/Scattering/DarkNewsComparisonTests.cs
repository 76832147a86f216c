using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

public sealed class DarkNewsComparisonTests
{
    private static readonly IReadOnlyList<DarkNewsCrossSection> Rows = DarkNewsCrossSection.Read();

    [Fact]
    public void All_rows_are_read()
    {
        Rows.Count.ShouldBe(288);
        Rows.Count(r => r.Regime == ScatteringRegime.Coherent).ShouldBe(96);
    }

    [Fact]
    public void Coherent_rows_agree_with_the_nucleus_as_a_Dirac_particle()
    {
        // DarkNews treats the nucleus so; 0.5% is the requirement, 0.02% what is found (its neutron coupling at 1.25 GeV).
        foreach (DarkNewsCrossSection row in Rows.Where(r => r.Regime == ScatteringRegime.Coherent))
        {
            row.CrossSection(false).Total(row.Energy, row.Helicity).ShouldBe(row.ZPrime, 2e-4 * row.ZPrime, row.ToString());
        }
    }

    [Fact]
    public void Coherent_conserving_rows_agree_with_a_spin_zero_nucleus_too()
    {
        foreach (DarkNewsCrossSection row in Rows.Where(r => r.Regime == ScatteringRegime.Coherent && r.Helicity == Helicity.Conserving))
        {
            row.CrossSection(false, NuclearCurrent.SpinZero).Total(row.Energy, row.Helicity).ShouldBe(row.ZPrime, 2e-4 * row.ZPrime, row.ToString());
        }
    }

    [Fact]
    public void Spin_of_the_nucleus_only_matters_where_the_flipping_part_is_negligible()
    {
        foreach (DarkNewsCrossSection row in Rows.Where(r => r.Regime == ScatteringRegime.Coherent && r.Helicity == Helicity.Flipping))
        {
            double zero = row.CrossSection(false, NuclearCurrent.SpinZero).Total(row.Energy, row.Helicity);
            double both = row.CrossSection(false, NuclearCurrent.SpinZero).Total(row.Energy, Helicity.Both);
            Math.Abs(zero - row.ZPrime).ShouldBeLessThan(1e-4 * both, row.ToString());
        }
    }

    [Fact]
    public void Proton_elastic_rows_agree()
    {
        // 1% is the requirement, 2e-5 what is found (d_pV at 1.25 GeV).
        foreach (DarkNewsCrossSection row in Rows.Where(r => r.Regime == ScatteringRegime.ProtonElastic))
        {
            row.CrossSection(false).Total(row.Energy, row.Helicity).ShouldBe(row.ZPrime, 5e-5 * row.ZPrime, row.ToString());
        }
    }

    [Fact]
    public void Coherent_interference_is_destructive_and_of_DarkNewss_size()
    {
        // Sign and size: docs/physics-signs.md. |c_μi| = |U_μi| in both scenarios, so that relative to the Z' the dual one
        // (|V_μ5| = |U_μ5|/2 there) is twice the single one. DarkNews's exact Z-Z' mixing changes c by 1e-3.
        foreach (DarkNewsCrossSection row in Rows.Where(r => r.Regime == ScatteringRegime.Coherent))
        {
            double pure = row.CrossSection(false).Total(row.Energy, row.Helicity);
            double full = row.CrossSection(true).Total(row.Energy, row.Helicity);
            (full - pure - row.NeutralCurrent).ShouldBe(row.Interference, 0.002 * Math.Abs(row.Interference), row.ToString());
            full.ShouldBeLessThan(pure);
        }
    }

    [Fact]
    public void Proton_interference_differs_by_the_weak_charge_that_DarkNews_counts_twice()
    {
        // DarkNews multiplies nucleon NC form factors, which contain the weak charge, by ½ − 2s² = 0.05314 once more
        // (darknews-conventions.md P5). Where its own vector term dominates (light mediator, conserving) the ratio is 1/0.05314.
        foreach (DarkNewsCrossSection row in Rows.Where(r => r.Regime == ScatteringRegime.ProtonElastic && r.Helicity == Helicity.Conserving && r.Parameters(false).MZPrime < 0.1))
        {
            double pure = row.CrossSection(false).Total(row.Energy, row.Helicity);
            double full = row.CrossSection(true).Total(row.Energy, row.Helicity);
            double interference = full - pure;
            (interference / row.Interference).ShouldBe(1.0 / NeutralCurrent.ProtonVector, 0.02 / NeutralCurrent.ProtonVector, row.ToString());
        }
    }

    [Fact]
    public void Dual_interference_is_twice_the_single_one_for_the_same_Z_prime_vertex()
    {
        // Three-portal point U_D = 1/√2: |V_μ5| = ½ g_D |U_μ5| but |c_μ5| = |U_μ5|; simplified regime: both |U_μ5|.
        DarkSectorParameters threePortal = Rows.First(r => r.IsDual && r.Benchmark.EndsWith("1.25", StringComparison.Ordinal)).Parameters(true);
        DarkSectorParameters simplified = threePortal with { UD4 = null, UD5 = null, Umu5 = 0.5e-4 };
        Interference(threePortal).ShouldBe(2.0 * Interference(simplified), 0.02 * Math.Abs(Interference(threePortal)));
    }

    // Leading interference over pure Z', at an ε large enough to suppress |Z|², scaled back.
    private static double Interference(DarkSectorParameters point)
    {
        DarkSectorParameters strong = point with { Epsilon = 1.0 };
        double full = new UpscatteringCrossSection(strong, Target.Ar40, ScatteringRegime.Coherent).Total(0.8, Helicity.Both);
        double pure = new UpscatteringCrossSection(strong with { ZInterference = false }, Target.Ar40, ScatteringRegime.Coherent).Total(0.8, Helicity.Both);
        return (full / pure) - 1.0;
    }
}
