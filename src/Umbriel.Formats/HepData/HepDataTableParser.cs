using Umbriel.Core;
using Umbriel.Formats.Yaml;

namespace Umbriel.Formats.HepData;

/// <summary>Checks a YAML tree against HEPData's table layout and makes a <see cref="HepDataTable"/> of it.</summary>
internal static class HepDataTableParser
{
    private static readonly string[] TableKeys = ["independent_variables", "dependent_variables"];
    private static readonly string[] VariableKeys = ["header", "qualifiers", "values"];
    private static readonly string[] PointKeys = ["low", "high", "value"];
    private static readonly string[] ValueKeys = ["value", "errors", "digitisation_uncertainty", "digitisation_uncertainty_of_symerror"];
    private static readonly string[] ErrorKeys = ["symerror", "asymerror", "label"];

    public static HepDataTable Interpret(string path, YamlNode root, bool allowMissing)
    {
        if (root is not YamlMap map)
        {
            throw new UserErrorException($"{path}:{root.Line}", null, root.Kind, "a HEPData table with independent_variables and dependent_variables");
        }

        SectionReader table = new(path, "", map, TableKeys);
        List<HepDataIndependent> independent = [];
        foreach (SectionReader variable in Sections(table, "independent_variables", VariableKeys))
        {
            (string name, string units) = Header(variable);
            independent.Add(new HepDataIndependent(name, units, Bins(variable, name)));
        }

        List<HepDataDependent> dependent = [];
        foreach (SectionReader variable in Sections(table, "dependent_variables", VariableKeys))
        {
            (string name, string units) = Header(variable);
            if (dependent.Exists(d => d.Name == name))
            {
                throw new UserErrorException($"{path}:{variable.Map.Line}", "dependent_variables", $"a second variable named \"{Clip(name)}\"", "different names");
            }

            List<HepDataValue> values = [.. Sections(variable, "values", ValueKeys).Select(value => Value(value, allowMissing))];
            dependent.Add(new HepDataDependent(name, units, Qualifiers(variable), values));
        }

        int rows = independent[0].Bins.Count;
        foreach ((string name, int count) in independent.Select(v => (v.Name, v.Bins.Count)).Concat(dependent.Select(v => (v.Name, v.Values.Count))))
        {
            if (count != rows)
            {
                throw new UserErrorException(path, Clip(name), $"{count} rows", $"{rows}, as \"{Clip(independent[0].Name)}\" has");
            }
        }

        return new HepDataTable(path, independent, dependent);
    }

    private static (string Name, string Units) Header(SectionReader variable)
    {
        SectionReader header = variable.Section("header", ["name", "units"])
            ?? throw new UserErrorException($"{variable.File}:{variable.Map.Line}", variable.Name("header"), "nothing", "header: {name: ..., units: ...}");
        string name = header.Text("name")
            ?? throw new UserErrorException($"{variable.File}:{header.Map.Line}", header.Name("name"), "nothing", "the variable's name");
        string units = header.Map.Find("units") is { Value: YamlScalar { Text: "" } } ? "" : header.Text("units") ?? "";
        return (name, units);
    }

    private static List<HepDataBin> Bins(SectionReader variable, string name)
    {
        List<HepDataBin> bins = [];
        foreach (SectionReader row in Sections(variable, "values", PointKeys))
        {
            bool low = row.Map.Find("low") is not null;
            if (low != row.Map.Find("high") is not null || (!low && row.Map.Find("value") is null))
            {
                throw new UserErrorException($"{row.File}:{row.Map.Line}", Clip(name), "a row with only one edge", "low and high, or value");
            }

            HepDataBin bin = low ? new HepDataBin(Number(row, "low"), Number(row, "high")) : new HepDataBin(Number(row, "value"), Number(row, "value"));
            if (low && bin.Low >= bin.High)
            {
                throw new UserErrorException($"{row.File}:{row.Map.Line}", Clip(name), $"a bin from {bin.Low} to {bin.High}", "low below high");
            }

            if (low && bins.Count > 0 && !bins[^1].IsPoint && bin.Low < bins[^1].High)
            {
                throw new UserErrorException($"{row.File}:{row.Map.Line}", Clip(name), $"a bin from {bin.Low} after one that ends at {bins[^1].High}", "bins in rising order that do not overlap");
            }

            bins.Add(bin);
        }

        return bins;
    }

    private static HepDataValue Value(SectionReader row, bool allowMissing)
    {
        if (row.Map.Find("value") is not { } value)
        {
            throw new UserErrorException($"{row.File}:{row.Map.Line}", "value", "nothing", "a number");
        }

        double number = allowMissing && value.Value is YamlScalar { Text: "-" } ? double.NaN : Number(row, "value");
        List<HepDataError> errors = row.Map.Find("errors") is null ? [] : [.. Sections(row, "errors", ErrorKeys).Select(Error)];
        return new HepDataValue(number, errors, Optional(row, "digitisation_uncertainty"), Optional(row, "digitisation_uncertainty_of_symerror"));
    }

    private static HepDataError Error(SectionReader error)
    {
        string label = error.Text("label") ?? "";
        if (error.Map.Find("symerror") is not null && error.Map.Find("asymerror") is null)
        {
            double size = error.Number("symerror", 0.0, value => value >= 0.0, "a number from 0 up");
            return new HepDataError(label, size, size);
        }

        SectionReader asymmetric = (error.Map.Find("symerror") is null ? error.Section("asymerror", ["minus", "plus"]) : null)
            ?? throw new UserErrorException($"{error.File}:{error.Map.Line}", "errors", "neither or both of symerror and asymerror", "one of them");
        return new HepDataError(label, Math.Abs(Number(asymmetric, "minus")), Math.Abs(Number(asymmetric, "plus")));
    }

    private static List<HepDataQualifier> Qualifiers(SectionReader variable)
    {
        if (variable.Map.Find("qualifiers") is null)
        {
            return [];
        }

        return [.. Sections(variable, "qualifiers", ["name", "value", "units"]).Select(q => new HepDataQualifier(q.Text("name") ?? "", q.Text("value") ?? "", q.Text("units") ?? ""))];
    }

    private static double Number(SectionReader row, string key) => row.Map.Find(key) is { } entry
        ? row.Number(key, entry.Value, double.IsFinite, "a finite number")
        : throw new UserErrorException($"{row.File}:{row.Map.Line}", row.Name(key), "nothing", "a finite number");

    private static double? Optional(SectionReader row, string key) =>
        row.Map.Find(key) is { } entry ? row.Number(key, entry.Value, value => value >= 0.0, "a number from 0 up") : null;

    private static List<SectionReader> Sections(SectionReader parent, string key, string[] known)
    {
        YamlNode? node = parent.Map.Find(key)?.Value;
        if (node is not YamlList { Items.Count: > 0 } list)
        {
            throw new UserErrorException($"{parent.File}:{(node ?? parent.Map).Line}", parent.Name(key), node?.Kind ?? "nothing", "a list that is not empty");
        }

        List<SectionReader> sections = [];
        foreach (YamlNode item in list.Items)
        {
            sections.Add(item is YamlMap map
                ? new SectionReader(parent.File, "", map, known)
                : throw new UserErrorException($"{parent.File}:{item.Line}", parent.Name(key), item.Kind, "entries with " + string.Join(", ", known)));
        }

        return sections;
    }

    private static string Clip(string name) => name.Length <= 40 ? name : name[..37] + "...";
}
