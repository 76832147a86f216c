using System.Globalization;
using System.Text;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>validation/readout.md: written when UMBRIEL_WRITE_PAGES is set, otherwise checked to hold the same numbers.</summary>
public sealed class ReadoutPageTests
{
    [Fact]
    [Trait("Category", "Validation")]
    public void The_page_is_what_the_code_gives_and_holds()
    {
        string path = Path.Combine(Repository.Root, "validation", "readout.md");
        StringBuilder page = new();
        page.Append("""
            # From charge to signals

            Card `cards/detectors/microboone.yaml` unless a line says otherwise. Expected values come from formulas worked by hand
            or from publications; the tests in `tests/Umbriel.Detector.Tests/Readout` give their origin. Written by the test
            `ReadoutPageTests`: `UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Detector.Tests`; without the
            variable the same test compares this page with the code.

            | quantity | Umbriel | expected | allowed |
            |---|---|---|---|

            """);
        List<string> failures = [];
        foreach ((string name, double mine, double expected, double allowed) in Rows())
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {mine:G5} | {expected:G5} | {allowed:G2} |\n");
            if (!(Math.Abs(mine - expected) <= allowed))
            {
                failures.Add($"{name}: {mine} instead of {expected}");
            }
        }

        page.Append("""

            Origins: recombination, A = 0.930, B = 0.212 (ArgoNeuT, JINST 8 (2013) P08005) and A = 0.800, k = 0.0486 (ICARUS,
            NIM A 523 (2004) 275), at 1.396 g/cm3; drift speed against the mobility of Y. Li et al., NIM A 816 (2016) 160; wires,
            JINST 12 (2017) P02017. The widths on the wires are those of a point's charge after subtracting the binning
            (1/12) and the readout's smallest width (0.35 samples). The integrals are sums over digitised samples of 30 cm
            tracks without noise, in electrons after attenuation. The factor 0.70 often quoted for minimum-ionising particles
            belongs to 0.5 kV/cm; at MicroBooNE's field it is 0.63.

            ## Sources checked

            Looked up in public files: MicroBooNE's field (0.2739 kV/cm at 70 kV), temperature (89 K), lifetime (8 ms), ADC counts
            per electron (6.8906513e-3) and speed (1.098 mm/µs, "measured") in `detectorproperties.fcl` of its software; diffusion (6.4 and 9.8 cm²/s)
            and speed in Wire-Cell's MicroBooNE parameters; measured longitudinal diffusion 3.74 +0.28 −0.29 cm²/s at 273.9 V/cm (arXiv:2104.06551);
            recombination (0.800 and 0.0486; 0.930 and 0.212; with the same citations) and 4.237e7 electrons per GeV, which is 23.6 eV, in LArSoft's
            constants; ICARUS's 0.4938 kV/cm, 87.5 K and 3 ms in its `detectorproperties.fcl`. SBND's file has 88.4 K and 35 ms, its card
            here 88 K and 10 ms: rounded design values. Not found: the measured transverse diffusion (5.85 cm²/s), the noise figures.

            """);
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page.ToString().ReplaceLineEndings("\n"));
        }

        failures.ShouldBeEmpty();
        string[] old = Words(File.ReadAllText(path));
        string[] now = Words(page.ToString());
        now.Length.ShouldBe(old.Length, "the page has another shape: write it anew");
        for (int i = 0; i < old.Length; i++)
        {
            if (double.TryParse(old[i], out double before) && double.TryParse(now[i], out double after))
            {
                after.ShouldBe(before, (0.02 * Math.Abs(before)) + 0.01);
            }
            else
            {
                now[i].ShouldBe(old[i]);
            }
        }
    }

    private static IEnumerable<(string Name, double Mine, double Expected, double Allowed)> Rows()
    {
        DetectorCard card = Cards.Quiet;
        DetectorCard Field(double field) => card with { Drift = card.Drift with { Field = field } };
        RecombinationSettings icarus = new() { Model = RecombinationModel.Birks, A = 0.800, B = 0.0486 };
        yield return ("Modified box, 2.1 MeV/cm, 0.2739 kV/cm", new Recombination(card).Survival(2.1), 0.6349, 1e-4);
        yield return ("Modified box, 2.1 MeV/cm, 0.5 kV/cm", new Recombination(Field(0.5)).Survival(2.1), 0.7050, 1e-4);
        yield return ("Modified box, 10 MeV/cm, 0.2739 kV/cm", new Recombination(card).Survival(10.0), 0.3369, 2e-4);
        yield return ("Birks, 2.1 MeV/cm, 0.2739 kV/cm", new Recombination(card with { Recombination = icarus }).Survival(2.1), 0.6315, 2e-4);
        yield return ("Birks, 2.1 MeV/cm, 0.5 kV/cm", new Recombination(Field(0.5) with { Recombination = icarus }).Survival(2.1), 0.6980, 2e-4);
        yield return ("Drift speed at 0.2739 kV/cm, 89 K, cm/us", DriftSpeed.Of(0.2739, 89.0), 0.1114, 0.002);
        yield return ("Drift speed at 0.5 kV/cm, 89 K, cm/us", DriftSpeed.Of(0.5, 89.0), 0.1548, 0.006);
        Drift drift = new(card);
        yield return ("Survival over the full drift (2.335 ms, 8 ms)", drift.Survival(drift.Length / drift.Speed), 0.7469, 1e-4);
        yield return ("ADC counts per electron", card.Electronics.AdcPerElectron, 6.89e-3, 1e-5);
        DetectorResponse response = new(card);
        foreach ((int plane, double wires) in new[] { (0, 2400.0), (1, 2400.0), (2, 3456.0) })
        {
            yield return ($"Wires of plane {card.Planes[plane].Name}", response.Planes[plane].Wires, wires, 0.0);
        }

        ReadoutSimulator simulator = new(response);
        simulator.Add(Cards.Event(ParticleKind.Electron, new Deposit(0, 250.0, 0.0, 500.07, 250.0, 0.0, 500.07, 0.0, 5e-3)));
        Moments moments = Moments.Of(simulator.Grid(2));
        yield return ("Width across wires after 2.277 ms, cm", 0.3 * Math.Sqrt(moments.VarianceWire - (1.0 / 12.0)), 0.2113, 0.003);
        yield return ("Width along the drift after 2.277 ms, cm", 0.0549 * Math.Sqrt(moments.VarianceTick - (1.0 / 12.0) - 0.1225), 0.1707, 0.002);
        foreach ((double x, double y, double z) end in new[] { (100.0, 10.0, 530.0), (130.0, 30.0, 505.0), (110.0, -10.0, 520.0) })
        {
            Deposit[] track = [.. Cards.Track((100.0, 10.0, 500.0), end, 100)];
            double electrons = track.Sum(d => response.Recombination.Of(d, ParticleKind.MuonMinus).Electrons * drift.Survival(0.5 * (d.X + d.EndX) / drift.Speed));
            WireSignals signals = Cards.Simulate(card, Cards.Event(ParticleKind.MuonMinus, track));
            string direction = string.Create(CultureInfo.InvariantCulture, $"({end.x - 100.0}, {end.y - 10.0}, {end.z - 500.0}) cm");
            yield return ($"Collection integral / charge, track {direction}", Cards.Sum(signals, 2) / response.Responses[2].AdcTicksPerElectron / electrons, 1.0, 0.01);
            yield return ($"U integral / size of its parts, track {direction}", Cards.Sum(signals, 0) / Size(signals, 0), 0.0, 0.02);
        }
    }

    private static double Size(WireSignals signals, int plane)
    {
        double size = 0.0;
        foreach (WireRegion region in signals.Regions.Where(r => r.Plane == plane))
        {
            foreach (short sample in signals.Samples(region))
            {
                size += Math.Abs((int)sample);
            }
        }

        return size;
    }

    private static string[] Words(string page) => page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
