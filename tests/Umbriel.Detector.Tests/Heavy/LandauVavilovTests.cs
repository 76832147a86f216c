using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>Most probable loss of muons against Δ_p = ξ[ln(2mβ²γ²/I) + ln(ξ/I) + 0.200 − β² − δ] (PDG 2024 (34.12), for κ &lt; 0.01).</summary>
public sealed class LandauVavilovTests
{
    [Theory]
    [InlineData(0.3, 0.3)]
    [InlineData(1.0, 0.3)]
    [InlineData(1.0, 1.0)]
    public void Most_probable_loss(double energy, double thickness)
    {
        double expected = Expected(energy, thickness);
        Measured(energy, thickness, 25_000).ShouldBe(expected, 0.02 * expected);
    }

    [Fact]
    public void Mean_loss_is_the_unrestricted_one()
    {
        // 1 GeV muon, 1 cm: Groom's 1.645 MeV cm²/g. The tail to 80 MeV makes the standard error 0.6%.
        (double[] losses, _) = Losses(1.0, 1.0, 25_000);
        double loss = losses.Average() * 1e3 / LiquidArgon.Density;
        loss.ShouldBe(1.645, 0.025 * 1.645);
    }

    internal static double Expected(double energy, double thickness)
    {
        double beta2 = StoppingPower.BetaSquared(energy, PhysicalConstants.MassMuon);
        double eta2 = beta2 / (1.0 - beta2);
        double xi = 0.5 * 0.307075e-3 * 18.0 / 39.948 / beta2 * thickness * LiquidArgon.Density;
        const double i = 188e-9;
        return xi * (Math.Log(2.0 * PhysicalConstants.MassElectron * eta2 / i) + Math.Log(xi / i) + 0.200 - beta2 - LiquidArgon.DensityEffect(0.5 * Math.Log10(eta2)));
    }

    internal static double Measured(double energy, double thickness, int tracks)
    {
        (double[] losses, double xi) = Losses(energy, thickness, tracks);
        return Mode.Of(losses, xi);
    }

    private static (double[] Losses, double Xi) Losses(double energy, double thickness, int tracks)
    {
        HeavyParticleTransport transport = new(new HeavyTransportSettings());
        SimulatedEvent simulated = new();
        Box slab = new(-1e3, 1e3, -1e3, 1e3, 0.0, thickness);
        double[] losses = new double[tracks];
        for (int i = 0; i < tracks; i++)
        {
            HeavyRun.Event(transport, simulated, HeavyRun.AlongZ(ParticleKind.MuonMinus, energy), (ulong)i, slab);
            losses[i] = energy - simulated.Escaped;
        }

        double beta2 = StoppingPower.BetaSquared(energy, PhysicalConstants.MassMuon);
        return (losses, StoppingPower.XiPerMass(beta2) * thickness * LiquidArgon.Density);
    }
}
