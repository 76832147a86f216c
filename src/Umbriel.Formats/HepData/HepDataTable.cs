using Umbriel.Core;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Formats.HepData;

/// <summary>A bin, or a point where <see cref="Low"/> = <see cref="High"/>.</summary>
/// <param name="Low">Lower edge.</param>
/// <param name="High">Upper edge.</param>
public readonly record struct HepDataBin(double Low, double High)
{
    /// <summary>Whether this is a single value.</summary>
    public bool IsPoint => Low == High;
}

/// <summary>An independent variable: bins or points.</summary>
/// <param name="Name">Header name.</param>
/// <param name="Units">Header units; may be empty.</param>
/// <param name="Bins">One entry a row.</param>
public sealed record HepDataIndependent(string Name, string Units, IReadOnlyList<HepDataBin> Bins);

/// <summary>One error of a value; minus and plus are moduli.</summary>
/// <param name="Label">Label; may be empty.</param>
/// <param name="Minus">Downward error, ≥ 0.</param>
/// <param name="Plus">Upward error, ≥ 0.</param>
public readonly record struct HepDataError(string Label, double Minus, double Plus);

/// <summary>One value of a dependent variable.</summary>
/// <param name="Value">The value; NaN for one that is missing, where missing values are allowed.</param>
/// <param name="Errors">Its errors; may be empty.</param>
/// <param name="Digitisation">1σ reading uncertainty where the table was digitised from a figure, else null (not standard HEPData).</param>
/// <param name="DigitisationOfError">The same for the error bar.</param>
public sealed record HepDataValue(double Value, IReadOnlyList<HepDataError> Errors, double? Digitisation = null, double? DigitisationOfError = null)
{
    /// <summary>A value without errors.</summary>
    public HepDataValue(double value)
        : this(value, [])
    {
    }

    /// <summary>Quadratic sum of the errors, each taken as the mean of minus and plus; null without errors.</summary>
    public double? TotalError => Errors.Count == 0 ? null : Math.Sqrt(Errors.Sum(e => 0.25 * (e.Minus + e.Plus) * (e.Minus + e.Plus)));
}

/// <summary>What a dependent variable holds for.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value.</param>
/// <param name="Units">Its units; may be empty.</param>
public readonly record struct HepDataQualifier(string Name, string Value, string Units = "");

/// <summary>A dependent variable.</summary>
/// <param name="Name">Header name.</param>
/// <param name="Units">Header units; may be empty.</param>
/// <param name="Qualifiers">What it holds for.</param>
/// <param name="Values">One entry a row.</param>
public sealed record HepDataDependent(string Name, string Units, IReadOnlyList<HepDataQualifier> Qualifiers, IReadOnlyList<HepDataValue> Values);

/// <summary>A table in HEPData's YAML layout.</summary>
/// <param name="Source">Path it was read from, for messages; or where it is meant to go.</param>
/// <param name="Independent">Independent variables, at least one.</param>
/// <param name="Dependent">Dependent variables, at least one.</param>
public sealed record HepDataTable(string Source, IReadOnlyList<HepDataIndependent> Independent, IReadOnlyList<HepDataDependent> Dependent)
{
    /// <summary>Largest table accepted, bytes.</summary>
    public const int MaximumBytes = 1 << 24;

    /// <summary>Number of rows.</summary>
    public int Rows => Independent[0].Bins.Count;

    /// <summary>Reads a table; see docs/formats.md for what is checked.</summary>
    /// <param name="path">YAML file.</param>
    /// <param name="allowMissing">Whether a value may be <c>-</c> (NaN in memory), as HEPData writes a missing one.</param>
    /// <exception cref="UserErrorException">The file is not such a table.</exception>
    public static HepDataTable Read(string path, bool allowMissing = false) => Parse(path, InputFile.ReadBytes(path, MaximumBytes), allowMissing);

    /// <summary>Reads a table from memory; <paramref name="path"/> is for messages.</summary>
    /// <exception cref="UserErrorException">The text is not such a table.</exception>
    public static HepDataTable Parse(string path, ReadOnlySpan<byte> bytes, bool allowMissing = false)
    {
        string text = InputFile.Decode(path, bytes);
        return HepDataTableParser.Interpret(path, YamlTree.ReadOne(path, text), allowMissing);
    }

    /// <summary>The dependent variable of that name.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public HepDataDependent Find(string name)
    {
        foreach (HepDataDependent variable in Dependent)
        {
            if (variable.Name == name)
            {
                return variable;
            }
        }

        string[] names = [.. Dependent.Select(d => d.Name)];
        throw new UserErrorException(Source, "dependent_variables", $"no variable named {Show.Quoted(name)}", $"it among the table's variables ({string.Join(", ", names.Select(Show.Quoted))})");
    }

    /// <summary>Bin edges of the only independent variable, whose bins must adjoin.</summary>
    /// <exception cref="UserErrorException">There are two variables, points, or gaps.</exception>
    public IReadOnlyList<double> Edges()
    {
        if (Independent.Count != 1)
        {
            throw new UserErrorException(Source, "independent_variables", $"{Independent.Count} variables", "one");
        }

        IReadOnlyList<HepDataBin> bins = Independent[0].Bins;
        double[] edges = new double[bins.Count + 1];
        for (int i = 0; i < bins.Count; i++)
        {
            if (bins[i].IsPoint || (i > 0 && bins[i].Low != bins[i - 1].High))
            {
                throw new UserErrorException(Source, Independent[0].Name, $"row {i + 1} from {bins[i].Low} to {bins[i].High}", i == 0 ? "a bin" : $"a bin that starts at {bins[i - 1].High}, where the one before ends");
            }

            (edges[i], edges[i + 1]) = (bins[i].Low, bins[i].High);
        }

        return edges;
    }
}
