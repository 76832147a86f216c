using System.Collections.Concurrent;
using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Backgrounds.TwoParticle;

/// <summary>
/// Charged-current response of pairs of nucleons in the Valencia model (Nieves, Ruiz Simo, Vicente Vacas, PRC 83 (2011)
/// 045501): W⁰⁰, Re W⁰ᶻ, Wˣˣ, Im Wˣʸ, Wᶻᶻ with z along q, GeV⁻¹, on a grid of 10 MeV in (q₀, q) up to 1.2 GeV, bilinear
/// between; for all pairs and for proton-neutron pairs.
/// </summary>
internal sealed class PairTensor
{
    private const double Step = 0.01;
    private const int Size = 121;
    private const int Entries = 10;

    private static readonly (int LargestA, string Name, int Protons, int Neutrons)[] Tabulated =
    [
        (14, "c12", 6, 6),
        (21, "o16", 8, 8),
        (32, "si28", 14, 14),
        (int.MaxValue, "ca40", 20, 20),
    ];

    private static readonly ConcurrentDictionary<string, PairTensor> Cache = new();

    private readonly double[] values = new double[Size * Size * Entries];

    private PairTensor(string path, int protons, int neutrons)
    {
        (Protons, Neutrons) = (protons, neutrons);
        CsvTable table = CsvTable.Read(path);
        foreach (double[] row in table.Rows)
        {
            int i = (int)Math.Round(row[0] / Step);
            int j = (int)Math.Round(row[1] / Step);
            Array.Copy(row, 2, values, ((i * Size) + j) * Entries, Entries);
        }
    }

    /// <summary>Highest momentum transfer of the tables, GeV.</summary>
    public static double MaximumTransfer => Step * (Size - 1);

    /// <summary>Protons of the nucleus it was computed for.</summary>
    public int Protons { get; }

    /// <summary>Neutrons of it.</summary>
    public int Neutrons { get; }

    /// <summary>The files that are read, for manifests.</summary>
    public static IReadOnlyList<string> Files => [.. Tabulated.Select(t => PathOf(t.Name))];

    /// <summary>The tensor of the nucleus nearest to a number of nucleons: C up to 14, O to 21, Si to 32, Ca beyond.</summary>
    public static PairTensor Nearest(int nucleons)
    {
        (_, string name, int protons, int neutrons) = Tabulated.First(t => nucleons <= t.LargestA);
        return Cache.GetOrAdd(name, n => new PairTensor(PathOf(n), protons, neutrons));
    }

    /// <summary>Writes all pairs' and then proton-neutron pairs' five entries at a transfer; zero outside the grid.</summary>
    /// <param name="q0">Energy transfer, GeV.</param>
    /// <param name="q">Momentum transfer, GeV.</param>
    /// <param name="entries">Receives ten numbers.</param>
    public void Evaluate(double q0, double q, Span<double> entries)
    {
        entries.Clear();
        double x = q0 / Step;
        double y = q / Step;
        if (!(x >= 0.0 && y >= 0.0 && x < Size - 1 && y < Size - 1))
        {
            return;
        }

        int i = (int)x;
        int j = (int)y;
        double u = x - i;
        double v = y - j;
        Add((1.0 - u) * (1.0 - v), i, j, entries);
        Add((1.0 - u) * v, i, j + 1, entries);
        Add(u * (1.0 - v), i + 1, j, entries);
        Add(u * v, i + 1, j + 1, entries);
    }

    private static string PathOf(string name) => UmbrielHome.DataPath("interactions", $"valencia-2p2h-{name}.csv.gz");

    private void Add(double weight, int i, int j, Span<double> entries)
    {
        int at = ((i * Size) + j) * Entries;
        for (int k = 0; k < Entries; k++)
        {
            entries[k] += weight * values[at + k];
        }
    }
}
