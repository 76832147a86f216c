namespace Umbriel.Detector.Tests.Dedx;

/// <summary>Electrons near 2 MeV/cm, photons and close pairs near 4; the page has more events.</summary>
public sealed class DedxTests
{
    [Fact]
    public void Photons_and_close_pairs_leave_twice_what_electrons_leave()
    {
        // 300 events each: a median's standard error is 0.03 (electrons) and 0.05 MeV/cm. The ranges reach eight of them from the
        // page's medians, 2.27, 4.64 and 4.68, which lie above the peaks: false alarms below 1e-9.
        double electron = ShowerStart.Median(ShowerStarts.Single(ParticleKind.Electron, 300), static s => s.Energy);
        double photon = ShowerStart.Median(ShowerStarts.Single(ParticleKind.Photon, 300), static s => s.Energy);
        double pair = ShowerStart.Median(ShowerStarts.Pairs(700), static s => s.Energy);
        electron.ShouldBeInRange(2.0, 2.5);
        photon.ShouldBeInRange(4.2, 5.1);
        pair.ShouldBeInRange(4.2, 5.1);
    }
}
