using Umbriel.Experiments.MicroBooNE;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Cards.Keys;

/// <summary>The <c>response</c> section.</summary>
internal sealed class ResponseKeys : CardTable<ResponseSettings>
{
    private static readonly ValueKind<string> Mixture = new(
        static (section, key, node) =>
            node is YamlScalar { IsNull: false, Text.Length: > 0 and <= 64 } scalar && scalar.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                ? scalar.Text
                : throw section.Error(key, node, "a mixture's name (letters, digits, - and _) or a list of names"),
        static name => name,
        "a mixture's name");

    public ResponseKeys()
    {
        Key("mixture", OneOrMore(Mixture, "a mixture's name or a list of names"), response => response.Mixtures, (response, value) => response with { Mixtures = value },
            "reference mixtures: the first predicts, all give the uncertainty", example: "[light, heavy]", standard: "the response's own", written: response => response.Mixtures.Count > 0);
        Key("tables", Text, response => response.Tables!, (response, value) => response with { Tables = value },
            "directory of tables in place of `data/hepdata-2502.10900`, relative to the card", example: "../tables", standard: "the published ones", written: response => response.Tables is not null);
    }
}
