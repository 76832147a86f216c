using Umbriel.Core.Numerics;
using Umbriel.Detector.Electromagnetic;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>
/// Losses of e± against NIST ESTAR (validation/reference/nist/estar-argon.csv) and PDG. ESTAR's argon is a gas: its own density
/// effect is used where it is compared; the liquid's is checked with the critical energy.
/// </summary>
public sealed class StoppingPowerTests
{
    private static readonly NistTable Table = NistTable.Electrons;

    public static TheoryData<double> Energies() => [.. Table.Rows.Select(r => r[0])];

    public static TheoryData<double> RadiativeEnergies() => [.. Table.Rows.Select(r => r[0]).Where(e => e >= 0.5)];

    [Theory]
    [MemberData(nameof(Energies))]
    public void Collision_loss_is_that_of_estar(double energy)
    {
        double[] row = Table.At(energy);
        double expected = row[Table["collision_MeV_cm2_g"]];
        double kinetic = energy * 1e-3;
        (1e3 * CollisionLoss.Restricted(kinetic, kinetic, positron: false, row[Table["density_effect"]])).ShouldBe(expected, 0.003 * expected);
    }

    [Theory]
    [MemberData(nameof(RadiativeEnergies))]
    public void Radiative_loss_is_that_of_estar_above_one_mev(double energy)
    {
        double expected = Table.At(energy)[Table["radiative_MeV_cm2_g"]];

        // Born formula: 11% low at 0.5 MeV. Not tested below, where it is under 1.1% of the loss.
        double tolerance = energy >= 1.0 ? 0.03 : 0.12;
        (1e3 * Bremsstrahlung.Loss(energy * 1e-3, energy * 1e-3, positron: false)).ShouldBe(expected, tolerance * expected);
    }

    [Fact]
    public void Range_is_that_of_estar()
    {
        double range = Table.At(0.01)[Table["csda_g_cm2"]];
        double previous = 0.01;
        foreach (double[] row in Table.Rows.Skip(1))
        {
            range += GaussLegendre.Integrate(e => 1.0 / Gas(e), previous, row[0], 12);
            previous = row[0];
            double expected = row[Table["csda_g_cm2"]];
            range.ShouldBe(expected, 0.015 * expected, $"{row[0]} MeV");
        }
    }

    [Fact]
    public void Losses_of_the_liquid_give_its_critical_energies()
    {
        // Rossi's definition, collision loss × X0 = energy: 32.84 MeV (e−) and 31.91 MeV (e+) for liquid argon, PDG 2024 Atomic and Nuclear Properties.
        Critical(positron: false).ShouldBe(32.84, 0.02 * 32.84);
        Critical(positron: true).ShouldBe(31.91, 0.02 * 31.91);
    }

    [Theory]
    [InlineData(0.3, false)]
    [InlineData(1.0, false)]
    [InlineData(20.0, false)]
    [InlineData(1000.0, false)]
    [InlineData(0.3, true)]
    [InlineData(1.0, true)]
    [InlineData(20.0, true)]
    [InlineData(1000.0, true)]
    public void Restricted_loss_and_knock_on_electrons_make_the_full_loss(double energy, bool positron)
    {
        double kinetic = energy * 1e-3;
        double full = CollisionLoss.Restricted(kinetic, kinetic, positron, 0.0);
        double largest = positron ? 1.0 : 0.5;
        foreach (double cut in new[] { 0.02, 0.1, 0.29 })
        {
            double x = cut * largest;
            double hard = GaussLegendre.Integrate(
                log => Math.Exp(2.0 * log) * (positron ? BhabhaScattering.Differential(kinetic, Math.Exp(log)) : MollerScattering.Differential(kinetic, Math.Exp(log))),
                Math.Log(x), Math.Log(largest), 60) * kinetic * Argon.Z * Argon.AtomsPerGram;
            (CollisionLoss.Restricted(kinetic, x * kinetic, positron, 0.0) + hard).ShouldBe(full, 1e-6 * full);
        }
    }

    [Fact]
    public void Radiation_length_is_that_of_the_particle_data_group()
    {
        // Complete screening: k dσ/dk → 4/3 A/(X0 N_A) for k → 0 (PDG 2024 eq. 34.29, next to leading term dropped).
        double length = 4.0 / 3.0 / (Bremsstrahlung.Scaled(10.0, 1e-6) * Argon.AtomsPerGram);
        length.ShouldBe(LiquidArgon.RadiationLength, 0.03 * LiquidArgon.RadiationLength);
    }

    [Fact]
    public void Positrons_radiate_less_at_low_energy_only()
    {
        // L. Kim et al., Phys. Rev. A 33 (1986) 3002: a function of T/Z² alone that tends to 1; positrons radiate less below some MeV in argon.
        Bremsstrahlung.PositronRatio(0.1).ShouldBe(1.0, 0.01);
        Bremsstrahlung.PositronRatio(1e-3).ShouldBeInRange(0.7, 0.98);
    }

    private static double Gas(double energy)
    {
        double[][] rows = Table.Rows;
        int i = Math.Clamp(Array.FindIndex(rows, r => r[0] >= energy), 1, rows.Length - 1);
        int column = Table["density_effect"];
        double delta = rows[i - 1][column] + (Math.Log(energy / rows[i - 1][0]) / Math.Log(rows[i][0] / rows[i - 1][0]) * (rows[i][column] - rows[i - 1][column]));
        double kinetic = energy * 1e-3;
        return 1e3 * (CollisionLoss.Restricted(kinetic, kinetic, positron: false, delta) + Bremsstrahlung.Loss(kinetic, kinetic, positron: false));
    }

    /// <summary>Rossi's critical energy, MeV: the loss to collisions in one radiation length.</summary>
    internal static double Critical(bool positron)
    {
        double low = 10.0;
        double high = 100.0;
        while (high - low > 1e-3)
        {
            double middle = 0.5 * (low + high);
            double kinetic = middle * 1e-3;
            double loss = 1e3 * CollisionLoss.Restricted(kinetic, kinetic, positron, CollisionLoss.DensityEffect(kinetic)) * LiquidArgon.RadiationLength;
            (low, high) = loss > middle ? (middle, high) : (low, middle);
        }

        return low;
    }
}
