using System.Text;
using Umbriel.DarkSector;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Cards.Keys;

/// <summary>All <see cref="ModelParameters"/> of a card, which are read together because they depend on one another.</summary>
internal sealed class ModelParametersKey(ModelDefaults defaults) : CardKey<DarkSectorParameters>
{
    /// <inheritdoc/>
    public override IEnumerable<string> Names => ModelParameters.Names;

    /// <inheritdoc/>
    public override DarkSectorParameters Read(SectionReader section, DarkSectorParameters record)
    {
        ModelNumbers numbers = new(section.File);
        foreach (YamlEntry entry in section.Map.Entries)
        {
            if (ModelParameters.Names.Contains(entry.Key) || ModelNumbers.OnlyZero.Contains(entry.Key))
            {
                numbers.Add(entry.Key, section.Number(entry.Key, entry.Value, double.IsFinite, "a finite number"), entry.Value.Line);
            }
        }

        return ModelParameters.Assemble(numbers, record, defaults);
    }

    /// <inheritdoc/>
    public override void Write(StringBuilder text, string indent, DarkSectorParameters record)
    {
        foreach (ModelParameter parameter in ModelParameters.All)
        {
            if (parameter.Write(record) is { } number)
            {
                Line(text, indent, parameter.Name, Show.Number(number));
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyRow> Describe(string prefix, DarkSectorParameters defaults) => ModelParameters.All.Select(parameter =>
        new KeyRow(prefix + parameter.Name, parameter.Default, parameter.Values, parameter.Meaning, parameter.Example) { Alongside = parameter.Alongside });
}

/// <summary>DarkNews's further mixings and couplings, which <see cref="ModelParametersKey"/> accepts where they are 0.</summary>
internal sealed class OnlyZeroKey<TRecord> : CardKey<TRecord>
{
    /// <inheritdoc/>
    public override IEnumerable<string> Names => ModelNumbers.OnlyZero;

    /// <inheritdoc/>
    public override TRecord Read(SectionReader section, TRecord record) => record;

    /// <inheritdoc/>
    public override void Write(StringBuilder text, string indent, TRecord record)
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyRow> Describe(string prefix, TRecord defaults) => ModelNumbers.OnlyZero.Select(name =>
        new KeyRow(prefix + name, "0", "0", "DarkNews's other mixings and couplings, accepted as 0 and refused otherwise: dark neutrinos mix with ν_μ only, and the Z' is the only portal", "0") { IsCanonical = false });
}
