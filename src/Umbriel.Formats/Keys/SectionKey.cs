using System.Text;
using Umbriel.Formats.Yaml;

namespace Umbriel.Formats.Keys;

/// <summary>A key whose value is a section of keys.</summary>
/// <param name="name">The key.</param>
/// <param name="table">The section's keys.</param>
/// <param name="get">The record's part that the section fills.</param>
/// <param name="set">The record with another part.</param>
public sealed class SectionKey<TRecord, TPart>(string name, CardTable<TPart> table, Func<TRecord, TPart> get, Func<TRecord, TPart, TRecord> set) : CardKey<TRecord>
{
    /// <summary>What is expected, for the error about a section that must be there; null for one that may be absent.</summary>
    public string? Missing { get; init; }

    /// <summary>The part of an absent section from the record read so far; null to leave the record as it is.</summary>
    public Func<TRecord, TPart>? Absent { get; init; }

    /// <summary>Words for the default of every key of a section that may be absent; null for the keys' own.</summary>
    public string? Default { get; init; }

    /// <summary>Words before the meaning of each of the keys; null for none.</summary>
    public string? Meaning { get; init; }

    /// <summary>Whether the canonical text has the section on one line, in braces.</summary>
    public bool OnOneLine { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> Names => [name];

    /// <inheritdoc/>
    public override TRecord Read(SectionReader section, TRecord record) =>
        section.Section(name, table.Names) is { } given ? set(record, table.Read(given, get(record)))
        : Missing is not null ? throw section.Missing(name, Missing)
        : Absent is not null ? set(record, Absent(record))
        : record;

    /// <inheritdoc/>
    public override void Write(StringBuilder text, string indent, TRecord record)
    {
        StringBuilder lines = new();
        table.Write(lines, OnOneLine ? "" : indent + "  ", get(record));
        if (lines.Length == 0)
        {
            return;
        }

        if (OnOneLine)
        {
            Line(text, indent, name, "{" + lines.ToString().TrimEnd('\n').Replace("\n", ", ", StringComparison.Ordinal) + "}");
        }
        else
        {
            text.Append(indent).Append(name).Append(":\n").Append(lines);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyRow> Describe(string prefix, TRecord defaults) =>
        table.Describe($"{prefix}{name}.", get(defaults)).Select(row => row with { Default = Default ?? row.Default, Meaning = Meaning is null ? row.Meaning : $"{Meaning}: {row.Meaning}" });
}

/// <summary>Keys of a part of the record that stand beside the record's own.</summary>
/// <param name="table">The part's keys.</param>
/// <param name="get">The record's part.</param>
/// <param name="set">The record with another part.</param>
public sealed class GroupKey<TRecord, TPart>(CardTable<TPart> table, Func<TRecord, TPart> get, Func<TRecord, TPart, TRecord> set) : CardKey<TRecord>
{
    /// <inheritdoc/>
    public override IEnumerable<string> Names => table.Names;

    /// <inheritdoc/>
    public override TRecord Read(SectionReader section, TRecord record) => set(record, table.Read(section, get(record)));

    /// <inheritdoc/>
    public override void Write(StringBuilder text, string indent, TRecord record) => table.Write(text, indent, get(record));

    /// <inheritdoc/>
    public override IEnumerable<KeyRow> Describe(string prefix, TRecord defaults) => table.Describe(prefix, get(defaults));
}
