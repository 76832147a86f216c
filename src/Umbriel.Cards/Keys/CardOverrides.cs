using Umbriel.Core;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Cards.Keys;

/// <summary>
/// Values given beside a card, <c>key=value</c> with the key as <c>umbriel list keys</c> has it and the value as a card would: they
/// take the place of the card's. A parameter that is another way of writing one of the card's takes the place of that.
/// </summary>
internal static class CardOverrides
{
    /// <summary>The card with the values, which are read and checked as if they stood in it.</summary>
    /// <exception cref="UserErrorException">A setting is not of that form, or one key is given twice.</exception>
    public static YamlMap Apply(YamlMap card, IEnumerable<string> settings)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string setting in settings)
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            string key = setting[..Math.Max(equals, 0)].Trim();
            if (key.Length == 0)
            {
                throw new UserErrorException("--set", null, Show.Quoted(setting), "key=value, as in m4=0.1; 'umbriel list keys' has the keys");
            }

            if (!seen.Add(key))
            {
                throw new UserErrorException($"--set {key}", null, "the key a second time", "each key once");
            }

            string value = setting[(equals + 1)..];
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new UserErrorException($"--set {key}", null, "no value", "key=value, as in m4=0.1");
            }

            card = With(card, key.Split('.'), OnCommandLine(YamlTree.ReadOne($"--set {key}", value)));
        }

        return card;
    }

    private static YamlMap With(YamlMap map, ReadOnlySpan<string> path, YamlNode value)
    {
        string name = path[0];
        string[] others = path.Length == 1 ? ModelParameters.WaysOf(name) : [];
        YamlNode whole = path.Length == 1
            ? value
            : With(map.Find(name)?.Value as YamlMap ?? new YamlMap([], YamlPlace.CommandLine), path[1..], value);
        IEnumerable<YamlEntry> kept = map.Entries.Where(entry => entry.Key != name && (entry.Line == YamlPlace.CommandLine || !others.Contains(entry.Key)));
        return map with { Entries = [.. kept, new YamlEntry(name, YamlPlace.CommandLine, whole)] };
    }

    private static YamlNode OnCommandLine(YamlNode node) => node switch
    {
        YamlMap map => new YamlMap([.. map.Entries.Select(entry => new YamlEntry(entry.Key, YamlPlace.CommandLine, OnCommandLine(entry.Value)))], YamlPlace.CommandLine),
        YamlList list => new YamlList([.. list.Items.Select(OnCommandLine)], YamlPlace.CommandLine),
        _ => node with { Line = YamlPlace.CommandLine },
    };
}
