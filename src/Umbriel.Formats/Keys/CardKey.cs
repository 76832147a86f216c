using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Yaml;

namespace Umbriel.Formats.Keys;

/// <summary>One row of a <see cref="CardTable{TRecord}"/>: a key, a section of keys, or several keys that are read together.</summary>
public abstract class CardKey<TRecord>
{
    /// <summary>The keys, as written in the section.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>Whether it is read after the rows that follow it, because what it accepts depends on them.</summary>
    public virtual bool ReadsLast => false;

    /// <summary>The record with what the section says; unchanged where it says nothing.</summary>
    /// <exception cref="UserErrorException">What is written is not accepted, or what must be written is absent.</exception>
    public abstract TRecord Read(SectionReader section, TRecord record);

    /// <summary>Appends the canonical lines, each with <paramref name="indent"/> before it and an end of line after it; none for a row that has no say in the canonical text.</summary>
    public abstract void Write(StringBuilder text, string indent, TRecord record);

    /// <summary>The keys' documentation.</summary>
    /// <param name="prefix">Section before the names, with its dot; empty for the card itself.</param>
    /// <param name="defaults">The record of a card that gives none of the keys.</param>
    public abstract IEnumerable<KeyRow> Describe(string prefix, TRecord defaults);

    /// <summary>Appends one canonical line.</summary>
    protected static void Line(StringBuilder text, string indent, string name, string value) =>
        text.Append(indent).Append(name).Append(": ").Append(value).Append('\n');
}
