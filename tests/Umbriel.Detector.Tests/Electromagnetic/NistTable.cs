using System.Globalization;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>A table of validation/reference/nist: comment lines, a line of names, numbers.</summary>
internal sealed class NistTable
{
    private readonly string[] names;

    private NistTable(string[] names, double[][] rows) => (this.names, Rows) = (names, rows);

    public double[][] Rows { get; }

    public static NistTable Photons { get; } = Read("xcom-argon.csv");

    public static NistTable Electrons { get; } = Read("estar-argon.csv");

    public int this[string name] => Array.IndexOf(names, name);

    /// <summary>Row of an energy, MeV.</summary>
    public double[] At(double energy) => Rows.Single(r => r[0] == energy);

    private static NistTable Read(string file)
    {
        string[] lines = [.. File.ReadLines(Path.Combine(Repository.Root, "validation", "reference", "nist", file)).Where(l => l.Length > 0 && l[0] != '#')];
        return new NistTable(lines[0].Split(','), [.. lines.Skip(1).Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())]);
    }
}
