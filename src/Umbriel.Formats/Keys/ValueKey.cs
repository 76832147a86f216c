using System.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Formats.Keys;

/// <summary>A key with one value.</summary>
/// <param name="name">The key.</param>
/// <param name="kind">What its value is.</param>
/// <param name="get">The record's value.</param>
/// <param name="set">The record with another value.</param>
/// <param name="meaning">What the value means (Markdown).</param>
/// <param name="example">A value other than the default, as YAML.</param>
public sealed class ValueKey<TRecord, T>(
    string name, ValueKind<T> kind, Func<TRecord, T> get, Func<TRecord, T, TRecord> set, string meaning, string example) : CardKey<TRecord>
{
    /// <summary>Words for the default (Markdown); null to show the default record's value.</summary>
    public string? Default { get; init; }

    /// <summary>What may be written, where it differs from what the kind says; null for the kind's words.</summary>
    public string? Values { get; init; }

    /// <summary>What is expected, for the error about a key that must be there; null for a key that may be absent.</summary>
    public string? Missing { get; init; }

    /// <summary>The value of an absent key from the record read so far; null to leave the record as it is.</summary>
    public Func<TRecord, T>? Absent { get; init; }

    /// <summary>Whether the record's value belongs in the canonical text; null for always.</summary>
    public Predicate<TRecord>? Written { get; init; }

    /// <summary>Whether the key has a meaning beside those read before it; null for always.</summary>
    public KeyCondition<TRecord>? Condition { get; init; }

    /// <summary>Keys that the example needs beside itself, as a YAML mapping.</summary>
    public string? Alongside { get; init; }

    /// <summary>Whether the value shows in the canonical text.</summary>
    public bool IsCanonical { get; init; } = true;

    /// <inheritdoc/>
    public override IEnumerable<string> Names => [name];

    /// <inheritdoc/>
    public override TRecord Read(SectionReader section, TRecord record)
    {
        YamlEntry? entry = section.Map.Find(name);
        if (Condition is { } condition && !condition.Holds(record))
        {
            return entry is null ? record : throw section.ErrorAt(entry.Value.Line, name, condition.Found, condition.Expected);
        }

        return entry is { } given ? set(record, kind.Read(section, name, given.Value))
            : Missing is not null ? throw section.Missing(name, Missing)
            : Absent is not null ? set(record, Absent(record))
            : record;
    }

    /// <inheritdoc/>
    public override void Write(StringBuilder text, string indent, TRecord record)
    {
        if (IsCanonical && Written?.Invoke(record) != false && Condition?.Holds(record) != false)
        {
            Line(text, indent, name, kind.Write(get(record)));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyRow> Describe(string prefix, TRecord defaults)
    {
        string standard = Default ?? (Missing is null ? KeyPage.Value(kind.Write(get(defaults))) : "required");
        yield return new KeyRow(prefix + name, standard, Values ?? kind.Expected, meaning, example) { Alongside = Alongside, IsCanonical = IsCanonical };
    }
}

/// <summary>When a key has a meaning, and what is said where it is given all the same.</summary>
/// <param name="Holds">Whether it has, from the record read so far.</param>
/// <param name="Found">What the key then is.</param>
/// <param name="Expected">What should stand there instead.</param>
public sealed record KeyCondition<TRecord>(Predicate<TRecord> Holds, string Found, string Expected);
