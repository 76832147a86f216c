using Umbriel.Core;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>A straight line from the energy of a shower's charge to its energy.</summary>
/// <param name="Offset">Energy that is lost whatever the shower's, GeV.</param>
/// <param name="Slope">Growth.</param>
public readonly record struct CalibrationLine(double Offset, double Slope)
{
    /// <summary>Calibrated energy, GeV.</summary>
    public double Energy(double raw) => Offset + (Slope * raw);
}

/// <summary>
/// E = a + b · E_raw for showers, which leave charge below thresholds and outside of clusters: one line per plane. Derived from simulated photons and electrons; see data/reconstruction/README.md.
/// </summary>
/// <param name="Planes">Lines of the planes, in the card's order.</param>
public sealed record ShowerCalibration(IReadOnlyList<CalibrationLine> Planes)
{
    private const int MaximumBytes = 64 * 1024;
    private const double LargestOffsetMeV = 100.0;

    /// <summary>Reads a calibration: YAML with <c>planes</c>, a list of lines {offset: MeV, slope: number}.</summary>
    /// <exception cref="UserErrorException">The file cannot be read or does not hold a calibration.</exception>
    public static ShowerCalibration Read(string path)
    {
        const string Lines = "a list of lines {offset, slope}, one for each plane";
        YamlNode root = YamlTree.ReadOne(path, InputFile.Decode(path, InputFile.ReadBytes(path, MaximumBytes)));
        if (root is not YamlMap map)
        {
            throw new UserErrorException($"{path}:{root.Line}", null, root.Kind, "keys and values in YAML: planes");
        }

        SectionReader file = new(path, "", map, ["planes"]);
        if (map.Find("planes") is not { } planes)
        {
            throw new UserErrorException($"{path}:{map.Line}", "planes", "no value", Lines);
        }

        if (planes.Value is not YamlList { Items.Count: > 0 } list)
        {
            throw file.Error("planes", planes.Value, Lines);
        }

        return new ShowerCalibration(
            [.. list.Items.Select((item, i) => item is YamlMap line ? Line(new SectionReader(path, $"planes[{i}].", line, ["offset", "slope"])) : throw file.Error("planes", item, Lines))]);
    }

    private static CalibrationLine Line(SectionReader line) => new(
        1e-3 * Value(line, "offset", static v => Math.Abs(v) <= LargestOffsetMeV, "MeV, from -100 to 100"),
        Value(line, "slope", static v => v is >= 0.5 and <= 3.0, "a number from 0.5 to 3"));

    private static double Value(SectionReader line, string key, Predicate<double> accept, string expected) => line.Map.Find(key) is { } entry
        ? line.Number(key, entry.Value, accept, expected)
        : throw new UserErrorException($"{line.File}:{line.Map.Line}", line.Name(key), "no value", expected);
}
