using System.Globalization;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Cascade;

/// <summary>A measured cross section of a hadron on a nucleus.</summary>
/// <param name="Pdg">PDG code of the hadron.</param>
/// <param name="Nucleus">Name of the nucleus in <see cref="NuclearTable"/>.</param>
/// <param name="Channel">abs, scx, inel, reac or abs+scx.</param>
/// <param name="Energy">Kinetic energy, MeV.</param>
/// <param name="Value">mb.</param>
/// <param name="Error">mb.</param>
/// <param name="Reference">Where it was published.</param>
internal sealed record HadronMeasurement(int Pdg, string Nucleus, string Channel, double Energy, double Value, double Error, string Reference);

/// <summary>The tables of validation/reference/hadrons.</summary>
internal static class HadronMeasurements
{
    /// <summary>All of nuclei that the program has, by particle, nucleus, channel and energy.</summary>
    public static HadronMeasurement[] All { get; } =
    [
        .. new[] { "measured.csv", "measured-light.csv" }.SelectMany(Rows)
            .Where(cells => cells[7] != "data?")
            .Select(cells => new HadronMeasurement(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1] + cells[2], cells[3], Number(cells[4]), Number(cells[5]), Number(cells[6]), cells[8]))
            .Where(m => NuclearTable.Names.Contains(m.Nucleus))
            .OrderByDescending(m => m.Pdg).ThenBy(m => m.Nucleus, StringComparer.Ordinal).ThenBy(m => m.Channel, StringComparer.Ordinal).ThenBy(m => m.Energy),
    ];

    /// <summary>NuWro's cascade, mb, linear in the energy between its points; null outside or on another nucleus.</summary>
    public static double? NuWro(int pdg, string nucleus, string channel, double energy)
    {
        string? file = (nucleus, pdg) switch
        {
            ("Ar40", 2212) => "nuwro_nucleons.csv",
            ("Ar40", _) => "nuwro_pions.csv",
            ("C12", _) => "nuwro_carbon.csv",
            _ => null,
        };
        string[] names = channel switch { "inel" => ["qe_mb"], "abs+scx" => ["abs_mb", "scx_mb"], _ => [channel + "_mb"] };
        if (file is null)
        {
            return null;
        }

        string[] header = [.. Lines(file)[0].Split(',')];
        double[][] points =
        [
            .. Rows(file).Where(cells => cells[Array.IndexOf(header, "pdg")] == pdg.ToString(CultureInfo.InvariantCulture))
                .Select(cells => new[] { Number(cells[Array.IndexOf(header, "T_MeV")]), names.Sum(n => Number(cells[Array.IndexOf(header, n)])) }),
        ];
        int after = Array.FindIndex(points, p => p[0] >= energy);
        if (after < 0 || (after == 0 && points[0][0] > energy))
        {
            return null;
        }

        if (points[after][0] == energy)
        {
            return points[after][1];
        }

        double part = (energy - points[after - 1][0]) / (points[after][0] - points[after - 1][0]);
        return points[after - 1][1] + (part * (points[after][1] - points[after - 1][1]));
    }

    /// <summary>Rows of a file of validation/reference/hadrons as cells.</summary>
    public static IEnumerable<string[]> Rows(string file) => Lines(file)[1..].Select(line => line.Split(','));

    /// <summary>A cell as a number.</summary>
    public static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string[] Lines(string file) =>
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "validation", "reference", "hadrons", file)).Where(line => line.Length > 0 && line[0] != '#')];
}
