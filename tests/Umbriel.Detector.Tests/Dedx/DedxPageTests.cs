using System.Globalization;
using System.Text;
using Umbriel.Detector.Tests.Electromagnetic;
using Umbriel.Figures;

namespace Umbriel.Detector.Tests.Dedx;

/// <summary>validation/dedx.md and its figure: written when UMBRIEL_WRITE_PAGES is set, otherwise the page is checked to hold the same numbers.</summary>
[Trait("Category", "Validation")]
public sealed class DedxPageTests
{
    private const double Bin = 0.25;
    private const int Bins = 36;

    [Fact]
    public void The_page_is_what_the_code_gives_and_holds()
    {
        (string Name, List<ShowerStart> Starts)[] samples =
        [
            ("electrons", ShowerStarts.Single(ParticleKind.Electron, 3000)),
            ("photons", ShowerStarts.Single(ParticleKind.Photon, 3000)),
            ("close pairs", ShowerStarts.Pairs(9000)),
        ];
        StringBuilder page = new();
        page.Append("""
            # dE/dx at the start of showers

            Written by the test `DedxPageTests` (`UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Detector.Tests`).

            Electrons and photons of 100 to 800 MeV (uniform) and the e+e− pairs of `cards/key-point.yaml` with an opening angle below 10° and 100 to
            800 MeV between them: what they deposit in the 4 cm along their direction (pairs: that of their sum) from where ionisation starts, a photon's first electron or
            pair above 5 MeV, over 4 cm. "Charge" is after recombination in MicroBooNE (modified box, 0.2739 kV/cm, each step with its own dE/dx), in MeV/cm
            with the one constant that is right at 2.1 MeV/cm, as calorimetry of showers does. The peak is the middle of the 0.4 MeV/cm that hold most events. Photons that scatter
            (Compton) first are the tail at 2 MeV/cm; a single electron that radiates or knocks on is the tail at 4.

            ![dE/dx in the first 4 cm](dedx.svg)

            | | events | energy, peak | median | charge, peak | median | energy above 3 MeV/cm |
            |---|---|---|---|---|---|---|

            """);
        foreach ((string name, List<ShowerStart> starts) in samples)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {starts.Count} | {ShowerStart.Peak(starts, Energy):F2} | {ShowerStart.Median(starts, Energy):F2} | {ShowerStart.Peak(starts, Charge):F2} | {ShowerStart.Median(starts, Charge):F2} | {ShowerStart.Above(starts, Energy, 3.0):F3} |\n");
        }

        page.Append("\nRequired: electrons near 2 MeV/cm (peak from 1.7 to 2.3), photons and close pairs near 4 (3.5 to 4.5).\n");
        string path = Path.Combine(Repository.Root, "validation", "dedx.md");
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page.ToString());
            Draw(samples);
        }

        ShowerStart.Peak(samples[0].Starts, Energy).ShouldBeInRange(1.7, 2.3);
        ShowerStart.Peak(samples[1].Starts, Energy).ShouldBeInRange(3.5, 4.5);
        ShowerStart.Peak(samples[2].Starts, Energy).ShouldBeInRange(3.5, 4.5);
        PageComparison.ShouldAgree(File.ReadAllText(path), page.ToString(), relative: 0.06, absolute: 0.005);
    }

    private static double Energy(ShowerStart start) => start.Energy;

    private static double Charge(ShowerStart start) => start.Charge;

    /// <summary>Both quantities side by side, each sample with area 1: bins' lower edges and densities, the last row closing the steps.</summary>
    private static void Draw((string Name, List<ShowerStart> Starts)[] samples)
    {
        StringBuilder csv = new("edge");
        double[][] columns = [.. samples.Select(s => Histogram(s.Starts, Energy)), .. samples.Select(s => Histogram(s.Starts, Charge))];
        csv.AppendJoin("", samples.Select(static s => $",{s.Name} energy")).AppendJoin("", samples.Select(static s => $",{s.Name} charge")).Append('\n');
        for (int i = 0; i <= Bins; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{i * Bin:F2}").AppendJoin("", columns.Select(c => string.Create(CultureInfo.InvariantCulture, $",{c[Math.Min(i, Bins - 1)]:F4}"))).Append('\n');
        }

        const string settings = """
            set xlabel 'First 4 cm (MeV/cm)'
            set ylabel 'Showers / (MeV/cm), area 1'
            set xrange [0:9]
            set yrange [0:*]
            set key top right
            set border 15 lw 0.7
            set tics front nomirror in scale 0.9,0.45

            """;
        string[] colours = ["#0072B2", "#E69F00", "#c8102e"];
        string[] labels = ["electrons", "photons", "e^+e^- pairs, opening < 10°"];
        string energy = string.Join(", \\\n  ", labels.Select((label, i) => $"'dedx.csv' skip 1 using 1:{i + 2} with steps lw 1.6 lc rgb '{colours[i]}' title '{label}'"));
        string charge = string.Join(", \\\n  ", labels.Select((_, i) => $"'dedx.csv' skip 1 using 1:{i + 5} with steps lw 1.0 dt (4,3) lc rgb '{colours[i]}' {(i == 0 ? "title 'charge, one recombination constant'" : "notitle")}"));
        string directory = Directory.CreateTempSubdirectory("umbriel-dedx").FullName;
        FigureFiles files = GnuplotFigure.Render(new FigureDescription("dedx", 120, 80, csv.ToString(), settings, $"plot {energy}, \\\n  {charge}"), directory);
        File.Copy(files.Svg, Path.Combine(Repository.Root, "validation", "dedx.svg"), overwrite: true);
        Directory.Delete(directory, recursive: true);
    }

    private static double[] Histogram(List<ShowerStart> starts, Func<ShowerStart, double> of)
    {
        double[] bins = new double[Bins];
        double all = starts.Sum(static s => s.Weight);
        foreach (ShowerStart start in starts)
        {
            int bin = (int)(of(start) / Bin);
            if (bin < Bins)
            {
                bins[bin] += start.Weight / (all * Bin);
            }
        }

        return bins;
    }
}
