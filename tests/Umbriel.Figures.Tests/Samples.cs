using System.Globalization;

namespace Umbriel.Figures.Tests;

/// <summary>Published tables for Figs. 2 and 3, and curves that are invented and say so for Fig. 4.</summary>
internal static class Samples
{
    /// <summary>A fresh directory under the test's output; left there for a look.</summary>
    public static string NewDirectory(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "figures", name);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        return path;
    }

    public static EfficiencyFigureData Efficiency(string name, string table, string title)
    {
        (double[] edges, Dictionary<string, double[]> columns) = Read(table);
        EfficiencyCurve Curve(string label, string column, double shift)
        {
            // Folded values invented for the drawing: the published ones, a few per cent off, with 3% bars.
            double[] published = columns[column];
            return new EfficiencyCurve(label, published, [.. published.Select((v, i) => v * (1 + (shift * Math.Sin(i + shift))))], [.. published.Select(v => 0.03 * v)]);
        }

        return new EfficiencyFigureData(name, title, edges,
            [
                Curve("Total", "Total Efficiency", 0.05),
                Curve("1 shower, 0 tracks", "1 shower + 0 tracks", 0.06),
                Curve("1 shower, 1 track", "1 shower + 1 track", 0.07),
                Curve("2 showers, 0 tracks", "2 showers + 0 tracks", 0.08),
            ],
            "Sample: folded points invented");
    }

    public static EfficiencyFigureData[] AllEfficiencies() =>
    [
        Efficiency("efficiency-energy", "energy", "True *e*^{+}*e*^{−} energy [GeV]"),
        Efficiency("efficiency-angle", "angle2", "True *e*^{+}*e*^{−} angle to the beam [deg]"),
        Efficiency("efficiency-opening", "angle", "True *e*^{+}*e*^{−} opening angle [deg]"),
        Efficiency("efficiency-asymmetry", "efficiency", "True *e*^{+}*e*^{−} energy asymmetry"),
    ];

    public static SpectrumFigureData Spectrum(string name, string table, string title)
    {
        (double[] edges, Dictionary<string, double[]> columns) = Read(table);
        return new SpectrumFigureData(name, title, edges, columns["Data"], columns["MC"], columns["MC_err"], columns["Sig"],
            [.. columns["Sig"].Select((v, i) => v * (i % 2 == 0 ? 0.93 : 1.05))], // invented: the published signal, a few per cent off
            "MicroBooNE, 6.87×10^{20} POT", "*m*_{4} = 106 MeV, *m*_{*Z*′} = 30 MeV", 3.08, 4);
    }

    public static SpectrumFigureData[] AllSpectra() =>
    [
        Spectrum("spectrum-energy", "reconstructedenergy", "Reconstructed total visible energy [MeV]"),
        Spectrum("spectrum-angle", "reconstructedangle", "Reconstructed primary shower angle [deg]"),
        Spectrum("spectrum-score", "ncpi0rejection", "NC *π*^{0} rejection BDT score"),
    ];

    /// <summary>
    /// Limits of an invented shape, a well in log(mass) whose depth and place move with the Z′ mass, with a region above
    /// each, over the real older limits.
    /// </summary>
    public static LimitFigureData Limits(string name, bool dual)
    {
        double[] masses = [0.03, 0.1, 0.2, 0.5, 0.8, 1.25];
        double[] grid = [.. Enumerable.Range(0, 60).Select(i => Math.Pow(10, -1.95 + (1.95 * i / 59)))];
        double Depth(int k, double m) => Math.Pow(10, -9.9 + (0.9 * k) + ((dual ? 1.4 : 2.2) * Math.Pow(Math.Log10(m / (0.12 + (0.03 * k))), 2)));
        Curve Shape(int k, double factor, double from) =>
            new([.. grid.Where(m => m > from)], [.. grid.Where(m => m > from).Select(m => factor * Depth(k, m))]);
        Curve Region(int k)
        {
            // Around the invented limit, from 45 to 350 MeV, thinner towards its ends.
            double[] angle = [.. Enumerable.Range(0, 65).Select(i => i * Math.PI / 32)];
            double[] mass = [.. angle.Select(a => 0.125 * Math.Pow(10, 0.42 * Math.Cos(a)))];
            return new Curve(mass, [.. angle.Select((a, i) => Depth(k, mass[i]) * Math.Pow(10, 0.35 + (0.4 * Math.Sin(a))))]);
        }

        return new LimitFigureData(
            name,
            dual ? "*m*_{5} [GeV]" : "*m*_{4} [GeV]",
            dual ? "|*U*_{*μ*5}|^{2}" : "|*U*_{*μ*4}|^{2}",
            [.. masses.Select((mass, k) => new LimitCurve(mass, [Shape(k, 1, k < 1 ? mass : 0)], [Shape(k, 0.7, k < 1 ? mass : 0)]))],
            (dual ? "Dual dark neutrino, Δ = 1" : "Single dark neutrino") + ", *ε* = 8×10^{−4}; sample, curves and regions invented",
            OlderLimits(),
            [.. masses.Select((mass, k) => new PreferredRegion(mass, [Region(k)], new PlanePoint(0.1 + (0.02 * k), 2 * Depth(k, 0.1 + (0.02 * k)))))],
            dual ? null : new PlanePoint(0.106, 2e-10));
    }

    /// <summary>The letter's older limits, from data/limits.</summary>
    public static IReadOnlyList<OlderLimit> OlderLimits() =>
    [
        Older("KEK 1982", "hayano1982_Kmunu", "Hayano:1982wu"),
        Older("PIENU", "pienu2019_pimunu_Tmu_gt_1p2MeV", "PIENU:2019usb"),
        Older("PIENU", "pienu2019_pimunu_Tmu_lt_1p2MeV", "PIENU:2019usb"),
        Older("PSI 1987", "daum1987_pimunu_PSI", "Daum:1987bg"),
        Older("NA62", "na62_2021_Kmunu", "NA62:2021bji"),
        Older("BNL E949", "e949_2015_Kmunu", "E949:2014gsn"),
        Older("global fit", "panorama_combined_invisible", "Fernandez-Martinez:2023phj"),
    ];

    /// <summary>MiniBooNE-like counts, invented: four backgrounds that fall with energy, a signal at low energy.</summary>
    public static StackedSpectrumFigureData Stack(string name, bool cosine = false)
    {
        double[] edges = cosine
            ? [.. Enumerable.Range(0, 11).Select(i => -1 + (0.2 * i))]
            : [0.2, 0.3, 0.375, 0.475, 0.55, 0.675, 0.8, 0.95, 1.1, 1.25, 1.5, 3.0];
        double[] Shape(double events, double slope) =>
            [.. Enumerable.Range(0, edges.Length - 1).Select(i => events * (cosine ? Math.Exp(slope * edges[i]) : (edges[i + 1] - edges[i]) * Math.Exp(-slope * edges[i])))];
        StackedBackground[] backgrounds =
        [
            new("*ν*_{*e*} from *μ*", Shape(420, 0.9)),
            new("*ν*_{*e*} from *K*", Shape(260, cosine ? 0.7 : 0.6)),
            new("*π*^{0} misidentified", Shape(cosine ? 480 : 2900, cosine ? 0.3 : 4)),
            new("Δ → *Nγ*", Shape(cosine ? 120 : 900, cosine ? 0.2 : 4), "#8f7fb8"),
            new("Dirt and other", Shape(cosine ? 60 : 800, cosine ? -0.3 : 5)),
        ];
        double[] signal = Shape(cosine ? 90 : 5200, cosine ? 2.2 : 7);
        double[] sum = [.. signal.Select((_, i) => backgrounds.Sum(b => b.Events[i]))];
        return new StackedSpectrumFigureData(
            name, cosine ? "cos *θ*" : "*E*_{*ν*}^{QE} [GeV]", edges,
            [.. sum.Select((b, i) => Math.Round(b + signal[i] + (Math.Sqrt(b) * Math.Sin(7 * i))))],
            backgrounds, signal, "*m*_{*Z*′} = 30 MeV, *m*_{4} = 106 MeV\n|*U*_{*μ*4}|^{2} = 2×10^{−10}",
            [.. sum.Select(b => 0.12 * b)], "MiniBooNE *ν* mode, 18.75×10^{20} POT; sample, invented",
            cosine ? null : new SpectrumUnit("MeV", 0.001));
    }

    public static LimitFigureData LimitsOnly(string name) => Limits(name, dual: false) with { OlderLimits = null, Regions = null };

    private static OlderLimit Older(string label, string file, string key)
    {
        double[][] rows = [.. File.ReadAllLines(Path.Combine(Repository.Root, "data", "limits", file + ".csv"))
            .Where(l => char.IsAsciiDigit(l[0])).Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()).Where(r => r[1] < 1)];
        return new OlderLimit(label, new Curve([.. rows.Select(r => r[0])], [.. rows.Select(r => r[1])]), CitationKey: key);
    }

    private static (double[] Edges, Dictionary<string, double[]> Columns) Read(string table)
    {
        string path = Path.Combine(Repository.Root, "data", "hepdata-2502.10900", $"dark_portal_{table}.csv");
        string[] lines = [.. File.ReadAllLines(path).Where(l => !l.StartsWith('#') && l.Length > 0)];
        string[] header = lines[0].Split(',');
        double[][] rows = [.. lines.Skip(1).Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];
        return ([.. rows.Select(r => r[0]), rows[^1][1]], header.Select((h, i) => (h, i)).ToDictionary(p => p.h, p => rows.Select(r => r[p.i]).ToArray()));
    }
}
