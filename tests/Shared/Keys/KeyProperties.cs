using Umbriel.Formats.Keys;

namespace Umbriel.Tests;

/// <summary>What must hold for every row of a table of keys.</summary>
internal sealed class KeyProperties<TCard>(string card, Func<string, TCard> parse, Func<TCard, string> canonical, string[] notKeys)
    where TCard : notnull
{
    /// <summary>Properties of keys that have another name, by key.</summary>
    public Dictionary<string, string[]> Properties { get; init; } = [];

    /// <summary>Keys that cannot change alone: what comes with the example, and the properties that follow.</summary>
    public Dictionary<string, (string Together, string[] Properties)> Together { get; init; } = [];

    /// <summary>
    /// A card with the row's example differs in the key's own property and in nothing else; its canonical text tells it
    /// from the card without, and reads back to the same record.
    /// </summary>
    public void ShouldHoldFor(KeyRow row)
    {
        (string Together, string[] Properties) more = Together.GetValueOrDefault(row.Name, (null!, []));
        (string without, string with) = ExampleCard.Of(card, row, more.Together);
        (TCard before, TCard after) = (parse(without), parse(with));

        Differences(before, after).ShouldBe([.. Expected(row, before, after), .. more.Properties], ignoreOrder: true, with);
        if (row.IsCanonical)
        {
            canonical(after).ShouldNotBe(canonical(before));
        }
        else
        {
            canonical(after).ShouldBe(canonical(before));
        }

        TCard again = parse(canonical(after));
        Differences(after, again).Except(["Title"]).ShouldBeEmpty(canonical(after));
        canonical(again).ShouldBe(canonical(after));
    }

    /// <summary>Every property of the record is one that some key sets, or is named as none.</summary>
    public void ShouldCoverTheRecord(IEnumerable<KeyRow> rows)
    {
        HashSet<string> set = [.. notKeys];
        TCard? any = default;
        foreach (KeyRow row in rows)
        {
            (string without, string with) = ExampleCard.Of(card, row, Together.GetValueOrDefault(row.Name).Together);
            any = parse(without);
            set.UnionWith(RecordDifference.Between(any, parse(with)).Select(FirstOfList));
        }

        RecordDifference.Paths(any!).Select(FirstOfList).Except(set).ShouldBeEmpty("properties without a key");
    }

    private string[] Differences(TCard a, TCard b) => [.. RecordDifference.Between(a, b).Except(notKeys)];

    /// <summary>The property named as the key, whatever its capitals, in the section named as the key's.</summary>
    private string[] Expected(KeyRow row, TCard before, TCard after)
    {
        if (Properties.TryGetValue(row.Name, out string[]? named))
        {
            return named;
        }

        string name = "." + row.Name.Replace("[]", "[0]", StringComparison.Ordinal);
        return [.. RecordDifference.Between(before, after).Where(path => ("." + path).EndsWith(name, StringComparison.OrdinalIgnoreCase))
            .DefaultIfEmpty($"a property named {row.Name}")];
    }

    private static string FirstOfList(string path) => path.Replace("[1]", "[0]", StringComparison.Ordinal).Replace("[2]", "[0]", StringComparison.Ordinal);
}
