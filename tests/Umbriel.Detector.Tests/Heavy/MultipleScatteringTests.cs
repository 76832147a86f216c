using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>Projected angle against Highland's θ0 = 13.6 MeV/(βcp) √(x/X0) (1 + 0.038 ln(x/X0β²)) (PDG 2024 (34.16), good to 11%).</summary>
public sealed class MultipleScatteringTests
{
    [Theory]
    [InlineData(2.0, 14.0)]
    [InlineData(2.0, 3.0)]
    [InlineData(0.5, 5.0)]
    public void Projected_angle(double energy, double thickness)
    {
        // Width from 8000 projections: 1% statistical. Molière's theory is up to 5% wider (validation/transport-heavy.md).
        double expected = Highland(energy, thickness);
        double measured = Measured(energy, thickness, 4000);
        measured.ShouldBe(expected, 0.09 * expected);

        // Good to 2% for a constant momentum; here it falls by up to 1%.
        double lynchDahl = LynchDahl(energy, thickness);
        measured.ShouldBe(lynchDahl, 0.06 * lynchDahl);
    }

    [Fact]
    public void Width_does_not_depend_on_the_step()
    {
        // Statistical error of the ratio 1.4%: false alarm 4e-4.
        double coarse = Measured(2.0, 3.0, 4000);
        Measured(2.0, 3.0, 4000, 0.06).ShouldBe(coarse, 0.05 * coarse);
    }

    internal static double Highland(double energy, double thickness)
    {
        double beta2 = StoppingPower.BetaSquared(energy, PhysicalConstants.MassMuon);
        double p = Math.Sqrt(energy * (energy + (2.0 * PhysicalConstants.MassMuon)));
        double lengths = thickness * LiquidArgon.Density / LiquidArgon.RadiationLength;
        return 13.6e-3 / (Math.Sqrt(beta2) * p) * Math.Sqrt(lengths) * (1.0 + (0.038 * Math.Log(lengths / beta2)));
    }

    /// <summary>σ² = χ_c²/(1 + F²) [(1 + v)/v ln(1 + v) − 1], v = ½Ω/(1 − F), F = 0.98 (G. Lynch and O. Dahl, Nucl. Instrum. Meth. B 58 (1991) 6, (7)).</summary>
    internal static double LynchDahl(double energy, double thickness)
    {
        double p = 1e3 * Math.Sqrt(energy * (energy + (2.0 * PhysicalConstants.MassMuon)));
        double beta2 = StoppingPower.BetaSquared(energy, PhysicalConstants.MassMuon);
        double characteristic = 0.157 * 18.0 * 19.0 / 39.948 * thickness * LiquidArgon.Density / (p * p * beta2);
        double screening = 2.007e-5 * Math.Pow(18.0, 2.0 / 3.0) * (1.0 + (3.34 * Math.Pow(18.0 / 137.036, 2.0) / beta2)) / (p * p);
        double v = 0.5 * characteristic / screening / 0.02;
        return Math.Sqrt(characteristic / (1.0 + (0.98 * 0.98)) * (((1.0 + v) / v * Math.Log(1.0 + v)) - 1.0));
    }

    /// <summary>Half of the width of the central 68.27% of both projections; the last step's direction belongs to its start, half a step before the end.</summary>
    internal static double Measured(double energy, double thickness, int tracks, double step = 0.3)
    {
        HeavyParticleTransport transport = new(new HeavyTransportSettings { MaximumStep = step });
        SimulatedEvent simulated = new();
        Box slab = new(-1e4, 1e4, -1e4, 1e4, 0.0, thickness + (0.5 * step));
        List<double> angles = [];
        for (int i = 0; i < tracks; i++)
        {
            HeavyRun.Event(transport, simulated, HeavyRun.AlongZ(ParticleKind.MuonPlus, energy), (ulong)i, slab, generations: 1);
            Deposit last = simulated.Deposits[^1];
            if (last.Particle == 0 && last.Length > 0.0)
            {
                angles.Add(Math.Atan2(last.EndX - last.X, last.EndZ - last.Z));
                angles.Add(Math.Atan2(last.EndY - last.Y, last.EndZ - last.Z));
            }
        }

        double[] sorted = [.. angles.Order()];
        return 0.5 * (sorted[(int)(0.84135 * sorted.Length)] - sorted[(int)(0.15865 * sorted.Length)]);
    }
}
