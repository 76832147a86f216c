using System.Globalization;
using System.Text;
using Umbriel.Detector;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Writes validation/reconstruction.md and holds it against the code.</summary>
public sealed class ReconstructionPageTests
{
    [Fact]
    [Trait("Category", "Validation")]
    public void The_page_agrees()
    {
        StringBuilder page = new("""
            # Reconstruction of single particles

            Written by the test `ReconstructionPageTests` (`UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Reconstruction.Tests`).

            Single particles from the middle of MicroBooNE (60 × 60 × 40 cm³) in 80 directions over the whole sphere, 5 events each, noise on, every wire alive. No cosmic rays.
            *Found*: a particle with more than half of the charge of all space points. *Start*, *direction*: 68% quantiles of the first particle's distance from the true start along and across the
            true direction, and of the angle between the directions. *Wrong end*: the start is more than 5 cm off along the direction. A photon starts at its first electron or
            positron above 20 MeV; photons without one are left out. *Share*: mean share of the points' charge in the first particle. *Spread*: standard deviation over mean of the collection plane's charge before any
            calibration, leakage included.

            | particle | MeV | events | found | start along, cm | across, cm | direction, ° | wrong end | share | spread |
            |---|---|---|---|---|---|---|---|---|---|

            """);
        List<string> failures = [];
        foreach ((string name, ParticleKind kind, double energy) in new[]
        {
            ("electron", ParticleKind.Electron, 0.1), ("electron", ParticleKind.Electron, 0.3), ("electron", ParticleKind.Electron, 0.8),
            ("photon", ParticleKind.Photon, 0.1), ("photon", ParticleKind.Photon, 0.3), ("photon", ParticleKind.Photon, 0.8),
            ("muon", ParticleKind.MuonMinus, 0.1), ("muon", ParticleKind.MuonMinus, 0.3), ("proton", ParticleKind.Proton, 0.05), ("proton", ParticleKind.Proton, 0.15),
        })
        {
            SingleParticles m = SingleParticles.Measure(kind, energy, 80, 5);
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {1000.0 * energy:F0} | {m.Events} | {m.Efficiency:F3} | {m.Along:F2} | {m.Across:F2} | {m.Angle:F1} | {m.WrongStart:F3} | {m.Share:F3} | {m.ChargeSpread:F3} |\n");
            if (m.Efficiency < 0.95)
            {
                failures.Add($"{name} {energy}: found {m.Efficiency}");
            }

            if (kind is ParticleKind.Electron or ParticleKind.Photon && energy == 0.3 && !(m.Along < 1.5 && m.Across < 0.6))
            {
                failures.Add($"{name} {energy}: start {m.Along}, {m.Across}");
            }
        }

        page.Append("""

            Asked for at 300 MeV: found in 95%, start within 1.5 cm along and 0.6 cm across, direction within 4°.

            """);
        string path = Repository.PathOf("validation/reconstruction.md");
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page.ToString());
        }

        failures.ShouldBeEmpty();
        PageComparison.ShouldAgree(File.ReadAllText(path), page.ToString(), relative: 0.15, absolute: 0.05);
    }
}
