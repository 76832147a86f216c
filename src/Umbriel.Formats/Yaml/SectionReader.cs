using System.Globalization;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.Yaml;

/// <summary>Typed, strict access to one mapping of a card.</summary>
public sealed class SectionReader
{
    /// <summary>What <see cref="Text(string, YamlNode)"/> accepts.</summary>
    public const string ExpectedText = "a line of text, at most 200 characters";

    private readonly string prefix;

    /// <summary>Wraps <paramref name="map"/> after refusing keys that are not in <paramref name="known"/>.</summary>
    public SectionReader(string file, string prefix, YamlMap map, IReadOnlyCollection<string> known)
    {
        File = file;
        this.prefix = prefix;
        Map = map;
        foreach (YamlEntry entry in map.Entries)
        {
            if (!known.Contains(entry.Key))
            {
                throw YamlPlace.Error(file, entry.Line, Name(entry.Key), "an unknown key", Nearest.Expectation(entry.Key, known));
            }
        }
    }

    /// <summary>File the section stands in.</summary>
    public string File { get; }

    /// <summary>The mapping.</summary>
    public YamlMap Map { get; }

    /// <summary>The section's own key with those it stands in; empty for the card itself.</summary>
    public string Path => prefix.TrimEnd('.');

    /// <summary>The card itself: a document that must be a mapping.</summary>
    /// <param name="file">File, for messages.</param>
    /// <param name="root">The document.</param>
    /// <param name="known">All keys.</param>
    /// <param name="example">A line that such a card may have, for messages.</param>
    public static SectionReader OfDocument(string file, YamlNode root, IReadOnlyCollection<string> known, string example) => root switch
    {
        YamlMap map => new SectionReader(file, "", map, known),
        YamlScalar { IsNull: true } => throw new UserErrorException(file, null, "an empty file", "keys and values in YAML"),
        _ => throw new UserErrorException($"{file}:{root.Line}", null, root.Kind, $"keys and values in YAML, as in \"{example}\""),
    };

    /// <summary>A sub-section, or null if absent.</summary>
    public SectionReader? Section(string key, IReadOnlyCollection<string> known) =>
        Map.Find(key) is not { } entry ? null
        : entry.Value is YamlMap map ? new SectionReader(File, Name(key) + ".", map, known)
        : throw Error(key, entry.Value, "keys of its own, indented: " + string.Join(", ", known));

    /// <summary>A finite number that satisfies <paramref name="accept"/>, or the default.</summary>
    public double Number(string key, double fallback, Predicate<double> accept, string expected) =>
        Map.Find(key) is { } entry ? Number(key, entry.Value, accept, expected) : fallback;

    /// <summary>Reads one number.</summary>
    public double Number(string key, YamlNode node, Predicate<double> accept, string expected)
    {
        if (node is not YamlScalar { Plain: true } scalar
            || !double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || !double.IsFinite(value)
            || !accept(value))
        {
            throw Error(key, node, expected);
        }

        return value == 0.0 ? 0.0 : value;
    }

    /// <summary>A number that must be given.</summary>
    public double Required(string key, Predicate<double> accept, string expected) =>
        Map.Find(key) is { } entry ? Number(key, entry.Value, accept, expected) : throw Missing(key, expected);

    /// <summary>What <see cref="Interval(string, double)"/> accepts.</summary>
    public const string ExpectedInterval = "[low, high] in cm, low below high";

    /// <summary>An interval [low, high] in cm that must be given, 1 cm long or more, both ends within <paramref name="largest"/> of zero.</summary>
    public (double Low, double High) Interval(string key, double largest) =>
        Map.Find(key) is { } entry ? Interval(key, entry.Value, largest) : throw Missing(key, ExpectedInterval);

    /// <summary>Reads such an interval.</summary>
    public (double Low, double High) Interval(string key, YamlNode node, double largest)
    {
        if (node is not YamlList { Items: [YamlNode first, YamlNode last] })
        {
            throw Error(key, node, ExpectedInterval);
        }

        double low = Number(key, first, v => Math.Abs(v) <= largest, ExpectedInterval);
        double high = Number(key, last, v => Math.Abs(v) <= largest, ExpectedInterval);
        return high - low >= 1.0
            ? (low, high)
            : throw ErrorAt(Map.Find(key)!.Value.Line, key, $"low {low} and high {high}", "low below high by 1 cm or more");
    }

    /// <summary>Reads a whole number in [<paramref name="low"/>, <paramref name="high"/>].</summary>
    public ulong Whole(string key, YamlNode node, ulong low, ulong high) =>
        node is YamlScalar { Plain: true } scalar
        && WholeNumber.TryParse(scalar.Text, out ulong value)
        && value >= low && value <= high
            ? value
            : throw Error(key, node, $"a whole number from {low} to {high}");

    /// <summary>Reads true or false.</summary>
    public bool Flag(string key, YamlNode node) => node switch
    {
        YamlScalar { Plain: true, Text: "true" or "True" } => true,
        YamlScalar { Plain: true, Text: "false" or "False" } => false,
        _ => throw Error(key, node, "true or false"),
    };

    /// <summary>Free text of at most 200 characters, or null if absent.</summary>
    public string? Text(string key) => Map.Find(key) is { } entry ? Text(key, entry.Value) : null;

    /// <summary>Reads free text of at most 200 characters.</summary>
    public string Text(string key, YamlNode node) =>
        node is YamlScalar { IsNull: false, Text.Length: > 0 and <= 200 } scalar && !scalar.Text.Any(char.IsControl)
            ? scalar.Text
            : throw Error(key, node, ExpectedText);

    /// <summary>Reads one of named choices.</summary>
    public T Choice<T>(string key, YamlNode node, IReadOnlyDictionary<string, T> choices)
    {
        if (node is YamlScalar scalar && choices.TryGetValue(scalar.Text, out T? value))
        {
            return value;
        }

        string? near = node is YamlScalar written ? Nearest.Of(written.Text, choices.Keys) : null;
        throw Error(key, node, string.Join(" or ", choices.Keys) + (near is null ? "" : $" (did you mean \"{near}\"?)"));
    }

    /// <summary>Reads a list without repetitions, <paramref name="fewest"/> items or more, each by <paramref name="read"/>.</summary>
    public IReadOnlyList<T> List<T>(string key, YamlNode node, Func<YamlNode, T> read, string expected, int fewest = 1)
    {
        if (node is not YamlList { Items.Count: <= 1000 } list || list.Items.Count < fewest)
        {
            throw Error(key, node, expected);
        }

        List<T> values = [];
        HashSet<T> seen = [];
        foreach (YamlNode item in list.Items)
        {
            T value = read(item);
            if (!seen.Add(value))
            {
                throw Error(key, item, "each entry once");
            }

            values.Add(value);
        }

        return values;
    }

    /// <summary>The error "file:line: key: found ...; expected ...".</summary>
    public UserErrorException Error(string key, YamlNode found, string expected) => ErrorAt(found.Line, key, found.Kind, expected);

    /// <summary>The error about a key of this section, with its line and words for what was found.</summary>
    public UserErrorException ErrorAt(int line, string key, string found, string expected) => YamlPlace.Error(File, line, Name(key), found, expected);

    /// <summary>The error for a key that must be there.</summary>
    public UserErrorException Missing(string key, string expected) => ErrorAt(Map.Line, key, "no value", expected);

    /// <summary>The key with its section.</summary>
    public string Name(string key) => prefix + (key.Length <= 40 ? key : key[..37] + "...");
}
