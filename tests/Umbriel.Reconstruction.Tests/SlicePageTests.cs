using System.Globalization;
using System.Text;
using Umbriel.Detector;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;
using Umbriel.Reconstruction.Slices;

namespace Umbriel.Reconstruction.Tests;

/// <summary>Writes validation/slices.md and holds it against the code.</summary>
public sealed class SlicePageTests
{
    private const int Count = 60;
    private const double LeastBeam = 1e5;
    private const double Reach = 90.0;

    [Fact]
    [Trait("Category", "Validation")]
    public void The_page_agrees()
    {
        StringBuilder page = new("""
            # Slices under cosmic muons

            Written by the test `SlicePageTests` (`UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Reconstruction.Tests`).

            Beam events uniform in MicroBooNE's active volume, directions isotropic, under the cosmic muons of a whole readout (scale 1), with noise and dead wires; seeds other than those that settings were
            chosen on. Pairs share their energy uniformly from 10% to 90% and open uniformly up to 60°. Events with less than 10⁵ electrons of beam charge in points are left out. *Chosen*: a slice is
            the neutrino's. *> 50%*, *> 80%*: it holds more than that of the beam's charge in points. *Purity*: mean share of the beam in the charge of a chosen slice. *Best*: some slice holds more than
            50%, whichever was chosen. *Around the flash*: the same events, only 90 cm to either side of the origin of the flash in the gate looked at (`--around-flash 90`).

            | events | MeV | number | chosen | > 50% | > 80% | purity | best |
            |---|---|---|---|---|---|---|---|

            """);
        DetectorCard card = Detectors.MicroBooNE;
        SliceFinder finder = new(new DetectorResponse(card), new SliceSettings());
        double pairs = Row(page, "pairs", 100, new ForwardPairs(0.1, card.ActiveVolume), 9100, finder);
        Row(page, "pairs", 300, new ForwardPairs(0.3, card.ActiveVolume), 9200, finder);
        Row(page, "pairs", 500, new ForwardPairs(0.5, card.ActiveVolume), 9300, finder);
        Row(page, "pairs, around the flash", 500, new ForwardPairs(0.5, card.ActiveVolume), 9300, finder, Reach);
        Row(page, "photons", 300, new IsotropicSource(ParticleKind.Photon, 0.3, card.ActiveVolume), 9400, finder);

        List<CosmicEvent> cosmics = [.. CosmicEvent.Simulate(card, new NoPrimaries(), 9500, Count)];
        List<SliceResult> dark = [.. cosmics.Select(e => finder.Find(e.Cloud, [.. e.Flashes.Where(static f => !f.IsWithin(-500.0, 2500.0))]))];
        List<SliceResult> lit = [.. cosmics.Select(e => (Event: e, Flash: e.Flashes.FirstOrDefault(static f => f.PhotoElectrons > 100)))
            .Where(static p => p.Flash.PhotoElectrons > 100).Select(p => finder.Find(p.Event.Cloud, [p.Flash with { Time = 500.0 }]))];
        page.Append(CultureInfo.InvariantCulture, $"""

            Cosmic muons alone, {Count} readouts: without a flash in the gate a slice is chosen in {dark.Count(static r => r.Neutrino is not null)}; with the first flash above 100 photo-electrons of a muon of
            another time put into the gate, so that the muon's charge is elsewhere, in {lit.Count(static r => r.Neutrino is not null)} of {lit.Count}.

            """);
        string path = Repository.PathOf("validation/slices.md");
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page.ToString());
        }

        pairs.ShouldBeGreaterThan(0.3);
        dark.ShouldAllBe(static r => r.Neutrino == null);
        PageComparison.ShouldAgree(File.ReadAllText(path), page.ToString(), relative: 0.1, absolute: 2.0);
    }

    private static double Row(StringBuilder page, string name, int energy, IPrimarySource source, ulong seed, SliceFinder finder, double? reach = null)
    {
        (int all, int chosen, int half, int most, int best) = (0, 0, 0, 0, 0);
        double purity = 0.0;
        foreach (CosmicEvent simulated in CosmicEvent.Simulate(Detectors.MicroBooNE, source, seed, Count, reach))
        {
            double beam = simulated.BeamCharge;
            if (beam < LeastBeam)
            {
                continue;
            }

            SliceResult slices = finder.Find(simulated.Cloud, simulated.Flashes, simulated.Region);
            all++;
            best += slices.Slices.Any(s => s.Points.Sum(i => simulated.Beam[i]) > 0.5 * beam) ? 1 : 0;
            if (simulated.Score(slices) is { } score)
            {
                chosen++;
                half += score.Completeness > 0.5 ? 1 : 0;
                most += score.Completeness > 0.8 ? 1 : 0;
                purity += score.Purity;
            }
        }

        double Percent(int number) => 100.0 * number / Math.Max(1, all);
        page.Append(CultureInfo.InvariantCulture, $"| {name} | {energy} | {all} | {Percent(chosen):F0}% | {Percent(half):F0}% | {Percent(most):F0}% | {100.0 * purity / Math.Max(1, chosen):F0}% | {Percent(best):F0}% |\n");
        return (double)half / Math.Max(1, all);
    }
}
