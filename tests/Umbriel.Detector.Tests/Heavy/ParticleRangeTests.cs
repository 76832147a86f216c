using Umbriel.Detector.Heavy;

namespace Umbriel.Detector.Tests.Heavy;

public sealed class ParticleRangeTests
{
    [Fact]
    public void Ranges_are_those_of_Groom_and_PSTAR()
    {
        // Liquid argon, muon of 300 MeV: 172.5 g/cm² (Groom et al. 2001, with the constant of StoppingPowerTests); proton of 150 MeV: 22.15 g/cm² (NIST PSTAR).
        ParticleRange muon = new(ParticleKind.MuonMinus, 1.396);
        ParticleRange proton = new(ParticleKind.Proton, 1.396);
        muon.Range(0.3).ShouldBe(172.5 / 1.396, 0.006 * 172.5 / 1.396);
        proton.Range(0.15).ShouldBe(22.15 / 1.396, 0.02 * 22.15 / 1.396);
        muon.Energy(172.5 / 1.396).ShouldBe(0.3, 0.006 * 0.3);
        proton.Energy(proton.Range(0.05)).ShouldBe(0.05, 1e-5);
    }

    [Fact]
    public void The_mean_loss_of_a_step_is_the_energy_it_takes()
    {
        // A proton of 100 MeV loses 5.213 MeV cm²/g (PSTAR), one of 10 MeV 30.61.
        ParticleRange proton = new(ParticleKind.Proton, 1.396);
        proton.MeanLoss(proton.Range(0.1), 0.1).ShouldBe(5.213 * 1.396, 0.02 * 5.213 * 1.396);
        proton.MeanLoss(proton.Range(0.01), 0.01).ShouldBe(30.61 * 1.396, 0.02 * 30.61 * 1.396);

        // The last step holds all of what is left.
        proton.MeanLoss(0.1, 0.4).ShouldBe(1000.0 * proton.Energy(0.3) / 0.3, 1e-9);
    }

    [Fact]
    public void What_has_no_such_range_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ParticleRange(ParticleKind.Photon, 1.396));
        Should.Throw<ArgumentOutOfRangeException>(() => new ParticleRange(ParticleKind.Electron, 1.396));
    }
}
