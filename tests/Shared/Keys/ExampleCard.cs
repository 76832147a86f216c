using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;

namespace Umbriel.Tests;

/// <summary>Cards that set one key to the example of its row.</summary>
internal static class ExampleCard
{
    /// <summary>The base card with what the example needs beside itself, without and with the example.</summary>
    /// <param name="card">Base card, YAML; in lists of sections the first takes the key.</param>
    /// <param name="row">The key.</param>
    /// <param name="together">Further keys of its section that come with the example, as a YAML mapping; null for none.</param>
    public static (string Without, string With) Of(string card, KeyRow row, string? together = null)
    {
        YamlMap root = Map(card);
        string[] path = row.Name.Split('.');
        if (row.Alongside is not null)
        {
            root = Set(root, path, Map(row.Alongside));
        }

        YamlMap example = Map($"{{{path[^1]}: {row.Example}}}");
        YamlMap with = Set(root, path, example);
        return (Text(root), Text(together is null ? with : Set(with, path, Map(together))));
    }

    private static YamlMap Map(string text) => YamlTree.ReadOne("example", text).ShouldBeOfType<YamlMap>();

    /// <summary>The mapping with <paramref name="entries"/> in the section that <paramref name="path"/> ends in.</summary>
    private static YamlMap Set(YamlMap map, ReadOnlySpan<string> path, YamlMap entries)
    {
        if (path.Length == 1)
        {
            return new YamlMap([.. map.Entries.ExceptBy(entries.Entries.Select(entry => entry.Key), entry => entry.Key), .. entries.Entries], 1);
        }

        string key = path[0].Replace("[]", "", StringComparison.Ordinal);
        YamlNode? inner = map.Find(key)?.Value;
        YamlNode changed = inner is YamlList list
            ? new YamlList([Set(list.Items[0].ShouldBeOfType<YamlMap>(), path[1..], entries), .. list.Items.Skip(1)], 1)
            : Set((YamlMap?)inner ?? new YamlMap([], 1), path[1..], entries);
        return new YamlMap([.. map.Entries.Where(entry => entry.Key != key), new YamlEntry(key, 1, changed)], 1);
    }

    private static string Text(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Plain ? scalar.Text : $"\"{scalar.Text}\"",
        YamlList list => "[" + string.Join(", ", list.Items.Select(Text)) + "]",
        YamlMap map => "{" + string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Text(entry.Value)}")) + "}",
        _ => throw new ArgumentException(node.Kind, nameof(node)),
    };
}
