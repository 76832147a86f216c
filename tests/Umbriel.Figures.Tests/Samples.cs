using System.Globalization;

namespace Umbriel.Figures.Tests;

/// <summary>Published tables for Figs. 2 and 3, and curves that are invented and say so for Fig. 4.</summary>
internal static class Samples
{
    public static string RepositoryRoot { get; } = FindRoot();

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

    /// <summary>Limits of an invented shape: a well in log(mass) whose depth and place move with the Z′ mass.</summary>
    public static LimitFigureData Limits(string name, bool dual)
    {
        double[] masses = [0.03, 0.06, 0.1, 0.2, 0.5, 1.25];
        double[] grid = [.. Enumerable.Range(0, 60).Select(i => Math.Pow(10, -1.95 + (1.95 * i / 59)))];
        Curve Shape(int k, double factor, double from) =>
            new([.. grid.Where(m => m > from)],
                [.. grid.Where(m => m > from).Select(m => factor * Math.Pow(10, -9.7 + (0.75 * k) + (2.2 * Math.Pow(Math.Log10(m / (0.12 + (0.03 * k))), 2))))]);
        return new LimitFigureData(
            name,
            dual ? "*m*_{5} [GeV]" : "*m*_{4} [GeV]",
            dual ? "|*U*_{*μ*5}|^{2}" : "|*U*_{*μ*4}|^{2}",
            [.. masses.Select((mass, k) => new LimitCurve(mass, [Shape(k, 1, k < 2 ? mass : 0)], [Shape(k, 0.7, k < 2 ? mass : 0)]))],
            (dual ? "Dual dark neutrino, Δ = 1" : "Single dark neutrino") + ", *ε* = 8×10^{−4}; sample, curves invented",
            [
                new OlderLimit("*π* → *μν*", new Curve([0.01, 0.015, 0.03, 0.034], [2e-4, 6e-6, 9e-6, 3e-4]), new PlanePoint(0.018, 1e-4)),
                new OlderLimit("*K* → *μν*", new Curve([0.045, 0.08, 0.15, 0.25, 0.3, 0.38], [6e-4, 5e-5, 3e-6, 1.5e-8, 1e-8, 3e-7]), new PlanePoint(0.24, 1e-4)),
            ],
            [.. masses.Skip(dual ? 2 : 0).Take(3).Select((mass, k) => new PreferredRegion(mass, [Ellipse(0.12 + (0.08 * k), Math.Pow(10, -8.4 + (1.1 * k)))], new PlanePoint(0.12 + (0.08 * k), Math.Pow(10, -8.4 + (1.1 * k)))))],
            dual ? null : new PlanePoint(0.106, 2e-10));
    }

    public static LimitFigureData LimitsOnly(string name) => Limits(name, dual: false) with { OlderLimits = null, Regions = null };

    private static Curve Ellipse(double mass, double coupling) =>
        new([.. Enumerable.Range(0, 49).Select(i => mass * Math.Pow(10, 0.14 * Math.Cos(i * Math.PI / 24)))],
            [.. Enumerable.Range(0, 49).Select(i => coupling * Math.Pow(10, 0.4 * Math.Sin(i * Math.PI / 24)))]);

    private static (double[] Edges, Dictionary<string, double[]> Columns) Read(string table)
    {
        string path = Path.Combine(RepositoryRoot, "data", "hepdata-2502.10900", $"dark_portal_{table}.csv");
        string[] lines = [.. File.ReadAllLines(path).Where(l => !l.StartsWith('#') && l.Length > 0)];
        string[] header = lines[0].Split(',');
        double[][] rows = [.. lines.Skip(1).Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];
        return ([.. rows.Select(r => r[0]), rows[^1][1]], header.Select((h, i) => (h, i)).ToDictionary(p => p.h, p => rows.Select(r => r[p.i]).ToArray()));
    }

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Umbriel.slnx")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("the folder of Umbriel.slnx was not found");
    }
}
