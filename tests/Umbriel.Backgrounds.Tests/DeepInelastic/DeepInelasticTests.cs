using Umbriel.Backgrounds.DeepInelastic;
using Umbriel.Backgrounds.Hadronization;
using Umbriel.Backgrounds.Resonances;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Formats.Csv;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.DeepInelastic;

public sealed class DeepInelasticTests
{
    private static readonly PartonDensities Densities = PartonDensities.Load();
    private static readonly InelasticParameters Parameters = new();

    [Fact]
    public void Densities_are_those_of_the_grid_and_of_two_up_and_one_down_quark()
    {
        // Rows of the grid: x = 0.0001, Q² = 1.3; between rows the interpolation is exact for the shapes it divides by.
        Partons low = Densities.At(1e-4, 1.3);
        low.UpValence.ShouldBe(0.01902, 1e-7);
        low.DownValence.ShouldBe(0.01164, 1e-7);
        (low.UpSea + low.DownSea).ShouldBe(0.7499, 1e-6);
        low.Strange.ShouldBe(0.1823, 1e-6);
        Densities.At(0.1, 0.3).ShouldBe(Densities.At(0.1, 0.8));
        Densities.At(1.0, 2.0).ShouldBe(new Partons(0.0, 0.0, 0.0, 0.0, 0.0));

        // ∫ u_v dx = 2, ∫ d_v dx = 1; what is below x = 1e-4 is x q/0.5 there (√x behaviour): 0.04 and 0.03.
        double up = AdaptiveQuadrature.Integrate(t => Densities.At(Math.Exp(t), 4.0).UpValence, Math.Log(1e-4), 0.0, 1e-5);
        double down = AdaptiveQuadrature.Integrate(t => Densities.At(Math.Exp(t), 4.0).DownValence, Math.Log(1e-4), 0.0, 1e-5);
        (up + (Densities.At(1e-4, 4.0).UpValence / 0.5)).ShouldBe(2.0, 0.03);
        (down + (Densities.At(1e-4, 4.0).DownValence / 0.5)).ShouldBe(1.0, 0.02);
    }

    [Theory]
    [InlineData(1.3)]
    [InlineData(4.0)]
    [InlineData(25.0)]
    public void All_partons_together_carry_the_proton_s_momentum(double q2)
    {
        // Quarks by interpolation, gluons straight from the rows; below x = 1e-4 there is less than 0.4%.
        CsvTable table = CsvTable.Read(UmbrielHome.DataPath("interactions", "grv98lo.csv"));
        double[][] rows = [.. table.Rows.Where(row => row[1] == q2)];
        double[] x = [.. rows.Select(row => row[0]), 1.0];
        double[] gluon = [.. rows.Select(row => row[Array.IndexOf(table.Header, "xg")]), 0.0];
        double gluons = 0.0;
        for (int i = 1; i < x.Length; i++)
        {
            gluons += 0.5 * (gluon[i] + gluon[i - 1]) * (x[i] - x[i - 1]);
        }

        double quarks = AdaptiveQuadrature.Integrate(
            t =>
            {
                Partons p = Densities.At(Math.Exp(t), q2);
                return Math.Exp(t) * (p.UpValence + p.DownValence + (2.0 * (p.UpSea + p.DownSea + p.Strange)));
            },
            Math.Log(1e-4),
            0.0,
            1e-5);
        (quarks + gluons).ShouldBe(1.0, 0.012);
        quarks.ShouldBeInRange(0.5, 0.65);
    }

    [Fact]
    public void R_and_the_nuclear_factor_have_their_published_values()
    {
        // Whitlow et al. 1990 by hand, x = 0.1, Q² = 1: Θ = 1 + 6 · 0.609756 = 4.65854; 0.0635 Θ/3.218876 + 0.5747 − 0.324220.
        LongitudinalRatio.At(0.1, 1.0).ShouldBe(0.34238, 1e-4);
        LongitudinalRatio.At(0.1, 0.35 - 1e-9).ShouldBe(LongitudinalRatio.At(0.1, 0.35), 1e-3);
        LongitudinalRatio.At(0.1, 1e-6).ShouldBe(0.0, 1e-5);
        LongitudinalRatio.At(0.3, 100.0).ShouldBeLessThan(0.03, "Callan-Gross");

        NuclearFactor.At(1, 0.3).ShouldBe(1.0);
        NuclearFactor.At(40, 0.3).ShouldBe(0.9982 * 0.9864, 2e-4, "by hand");

        // Iron over deuteron: 1.02 near 0.15, 0.89 near 0.65 (SLAC E139, NMC); the deuteron at 0.3 is 0.98.
        (NuclearFactor.At(40, 0.15) / NuclearFactor.At(2, 0.15)).ShouldBe(1.03, 0.02);
        (NuclearFactor.At(40, 0.65) / NuclearFactor.At(2, 0.65)).ShouldBe(0.86, 0.03);
        NuclearFactor.At(2, 0.3).ShouldBe(0.98, 0.02);
        NuclearFactor.At(40, 0.9).ShouldBe(NuclearFactor.At(40, 0.75));
    }

    [Fact]
    public void Structure_functions_meet_the_parton_model_s_limits()
    {
        BodekYang model = new(Densities, Parameters);
        foreach (double x in new[] { 0.1, 0.3, 0.6 })
        {
            const double Q2 = 100.0;
            double nu = Q2 / (2.0 * PhysicalConstants.MassProton * x);
            StructureFunctions f = model.At(WeakCurrent.Charged, 14, Nucleon.Proton, 1, nu, Q2);
            (2.0 * x * f.F1 / f.F2).ShouldBe(1.0, 0.08, "Callan and Gross; R is 0.07 at x = 0.1");
            (x * f.F5 / f.F2).ShouldBe(1.0, 1e-12, "Albright and Jarlskog");

            // Isospin: ν p has the quarks of ν̄ n but for |V_us|² (d has no transition to charm, ū and u have both), s, and the correction.
            StructureFunctions mirrored = model.At(WeakCurrent.Charged, -14, Nucleon.Neutron, 1, nu, Q2);
            (mirrored.F2 / f.F2).ShouldBe(1.0, 0.07);
            f.F3.ShouldBeGreaterThan(0.0);
        }

        // Gross and Llewellyn Smith: ∫F3 dx = 3 valence quarks at leading order for an isoscalar target.
        BodekYang aligned = new(Densities, Parameters with { Vud = 1.0, Vus = 0.0 });
        double gls = AdaptiveQuadrature.Integrate(
            t =>
            {
                double x = Math.Exp(t);
                double nu = 90.0 / (2.0 * PhysicalConstants.MassProton * x);
                return 0.5 * x * (aligned.At(WeakCurrent.Charged, 14, Nucleon.Proton, 1, nu, 90.0).F3 + aligned.At(WeakCurrent.Charged, 14, Nucleon.Neutron, 1, nu, 90.0).F3);
            },
            Math.Log(1e-4),
            0.0,
            1e-4);
        gls.ShouldBe(3.0, 0.12, "2.5% of the valence quarks are below x = 1e-4");

        // They vanish with Q² as the factors demand.
        StructureFunctions photon = model.At(WeakCurrent.Charged, 14, Nucleon.Proton, 1, 1.0, 1e-6);
        photon.F2.ShouldBe(0.0, 1e-4);
    }

    [Fact]
    public void A_free_quark_s_cross_section_is_flat_in_y_but_for_the_lepton_s_mass()
    {
        // For a massless quark of momentum xp, F2 = 2xF1 = xF3 = xF5 = 2x, and |M|² ∝ ŝ(ŝ − m²) is flat in y: the bracket is
        // 2x(1 − m²/ŝ), ŝ = 2MEx, up to M/E. It fixes the factor of F5, which some programs have halved.
        const double M = PhysicalConstants.MassProton;
        const double E = 200.0;
        const double Mass2 = 1.77693 * 1.77693;
        foreach ((double x, double y) in new[] { (0.2, 0.3), (0.4, 0.8) })
        {
            double sum = (y * ((x * y) + (Mass2 / (2.0 * E * M)))) + ((1.0 - y - (M * x * y / (2.0 * E)) - (Mass2 / (4.0 * E * E))) * 2.0 * x)
                + (((x * y * (1.0 - (0.5 * y))) - (y * Mass2 / (4.0 * M * E))) * 2.0) - (Mass2 / (2.0 * M * E) * 2.0);
            sum.ShouldBe(2.0 * x * (1.0 - (Mass2 / (2.0 * M * E * x))), 2e-3);
        }
    }

    [Theory]
    [InlineData(14, 0.677)]
    [InlineData(-14, 0.334)]
    public void At_high_energy_the_cross_section_is_the_world_s_average(int neutrino, double average)
    {
        // σ/E of charged currents for 30 to 200 GeV on isoscalar targets, 1e-38 cm²/GeV: 0.677 ± 0.014, 0.334 ± 0.008 (PDG).
        // Ours at 30 GeV lacks charm (3 to 5% there) and the quasi-elastic 0.03.
        const double Energy = 30.0;
        const double QuasiElastic = 0.03;
        (Inelastic(WeakCurrent.Charged, neutrino, Energy) + QuasiElastic).ShouldBe(average, 0.06 * average);
    }

    [Theory]
    [InlineData(14, 0.3072)]
    [InlineData(-14, 0.382)]
    public void Neutral_over_charged_currents_is_what_was_measured(int neutrino, double measured)
    {
        // R_ν = 0.3072 ± 0.0033, R_ν̄ = 0.382 ± 0.016 (CDHS, Z. Phys. C 45 (1990) 361) with charm, whose absence takes up to 8%
        // from our charged currents.
        const double Energy = 100.0;
        double ratio = Inelastic(WeakCurrent.Neutral, neutrino, Energy) / Inelastic(WeakCurrent.Charged, neutrino, Energy);
        ratio.ShouldBeInRange(measured, 1.12 * measured);
    }

    [Fact]
    public void The_few_pion_factors_stand_in_front_of_the_background()
    {
        DeepInelasticCrossSection crossSection = new(Densities, Parameters);
        double[] probabilities = new double[Multiplicity.Highest + 1];
        double kept = Multiplicity.Probabilities(WeakCurrent.Charged, 14, Nucleon.Proton, 1.5, Parameters, probabilities);
        kept.ShouldBeInRange(0.2, 0.9);
        double full = crossSection.Inclusive(WeakCurrent.Charged, 14, Nucleon.Proton, 1, 2.0, 1.5, 0.5);
        crossSection.Differential(WeakCurrent.Charged, 14, Nucleon.Proton, 1, 2.0, 1.5, 0.5).ShouldBe(kept * full, 1e-12 * full);
        full = crossSection.Inclusive(WeakCurrent.Charged, 14, Nucleon.Proton, 1, 4.0, 2.0, 0.5);
        crossSection.Differential(WeakCurrent.Charged, 14, Nucleon.Proton, 1, 4.0, 2.0, 0.5).ShouldBe(full);
        full.ShouldBeGreaterThan(0.0);
        crossSection.Inclusive(WeakCurrent.Charged, 14, Nucleon.Proton, 1, 1.0, 2.0, 0.5).ShouldBe(0.0, "out of reach");

        // In a nucleus by the nuclear factor alone: F1 to F5 are linear in the densities.
        double x = 0.5 / ((4.0 - (PhysicalConstants.MassProton * PhysicalConstants.MassProton)) + 0.5);
        double bound = crossSection.Inclusive(WeakCurrent.Charged, 14, Nucleon.Proton, 40, 4.0, 2.0, 0.5);
        (bound / full).ShouldBe(NuclearFactor.At(40, x), 1e-9);
    }

    [Fact]
    public void A_broken_grid_is_refused()
    {
        string good = File.ReadAllText(UmbrielHome.DataPath("interactions", "grv98lo.csv"));
        using TemporaryFolder folder = new();
        string path = folder.Write("grid.csv", good.Replace("\n0.0001,1.3,", "\n0.0001,0.9,", StringComparison.Ordinal));
        Should.Throw<UserErrorException>(() => PartonDensities.Load(path)).Message.ShouldContain("expected a grid");
        File.WriteAllText(path, good[..good.LastIndexOf('\n', good.Length - 2)]);
        Should.Throw<UserErrorException>(() => PartonDensities.Load(path)).Message.ShouldContain("expected a grid");
    }

    /// <summary>σ/E on an isoscalar nucleon, 1e-38 cm²/GeV.</summary>
    private static double Inelastic(WeakCurrent current, int neutrino, double energy)
    {
        DeepInelasticCrossSection deep = new(Densities, Parameters);
        ResonanceCrossSection resonances = new(ResonanceTable.Load(), Parameters);
        double sum = 0.0;
        foreach (Nucleon nucleon in (Nucleon[])[Nucleon.Proton, Nucleon.Neutron])
        {
            sum += 0.5 * InelasticIntegral.Of(
                (w, q2) => deep.Differential(current, neutrino, nucleon, 1, energy, w, q2) + resonances.Differential(current, neutrino, nucleon, energy, w, q2),
                current,
                neutrino,
                nucleon,
                energy,
                0.0,
                double.PositiveInfinity);
        }

        return sum / energy * 1e38;
    }
}
