using System.Globalization;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Formats.Keys;

/// <summary>The kinds of values that most keys have.</summary>
public static class ValueKinds
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static ValueKind<bool> Flag { get; } = new(
        static (section, key, node) => section.Flag(key, node), static value => value ? "true" : "false", "true or false");

    /// <summary>One line of free text, at most 200 characters.</summary>
    public static ValueKind<string> Text { get; } = new(static (section, key, node) => section.Text(key, node), Quote, SectionReader.ExpectedText);

    /// <summary>A finite number that satisfies <paramref name="accept"/>.</summary>
    public static ValueKind<double> Number(Predicate<double> accept, string expected) =>
        new((section, key, node) => section.Number(key, node, accept, expected), Show.Number, expected);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included, in <paramref name="unit"/> (empty for none).</summary>
    public static ValueKind<double> Between(double low, double high, string unit = "") => Number(
        value => value >= low && value <= high,
        unit.Length == 0 ? $"a number from {low} to {high}" : $"{unit}, from {low} to {high}");

    /// <summary>As <see cref="Between"/>, or the word <c>none</c>.</summary>
    public static ValueKind<double?> BetweenOrNone(double low, double high, string unit)
    {
        string expected = $"{Between(low, high, unit).Expected}, or none";
        return new(
            (section, key, node) => node is YamlScalar { Text: "none" } ? null : section.Number(key, node, value => value >= low && value <= high, expected),
            static value => value is { } given ? Show.Number(given) : "none",
            expected);
    }

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public static ValueKind<ulong> Whole(ulong low, ulong high) => new(
        (section, key, node) => section.Whole(key, node, low, high),
        static value => value.ToString(CultureInfo.InvariantCulture),
        $"a whole number from {low} to {high}");

    /// <summary>As <see cref="Whole"/>, for numbers that fit an <see cref="int"/>.</summary>
    public static ValueKind<int> Count(int low, int high)
    {
        ValueKind<ulong> whole = Whole((ulong)low, (ulong)high);
        return new((section, key, node) => (int)whole.Read(section, key, node), static value => value.ToString(CultureInfo.InvariantCulture), whole.Expected);
    }

    /// <summary>One word of several.</summary>
    public static ValueKind<T> Choice<T>(IReadOnlyDictionary<string, T> choices)
        where T : notnull => new(
            (section, key, node) => section.Choice(key, node, choices),
            value => choices.First(pair => pair.Value.Equals(value)).Key,
            string.Join(" or ", choices.Keys));

    /// <summary>A list of different values, <paramref name="fewest"/> or more.</summary>
    public static ValueKind<IReadOnlyList<T>> List<T>(ValueKind<T> item, string expected, int fewest = 1) => new(
        (section, key, node) => section.List(key, node, one => item.Read(section, key, one), expected, fewest),
        values => "[" + string.Join(", ", values.Select(item.Write)) + "]",
        expected);

    /// <summary>A list of different values, or one alone; written as a list.</summary>
    public static ValueKind<IReadOnlyList<T>> OneOrMore<T>(ValueKind<T> item, string expected)
    {
        ValueKind<IReadOnlyList<T>> list = List(item, expected);
        return list with { Read = (section, key, node) => node is YamlScalar ? [item.Read(section, key, node)] : list.Read(section, key, node) };
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
