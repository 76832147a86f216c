namespace Umbriel.Formats.Yaml;

/// <summary>A node of a YAML document with the line it starts on (counted from 1), or <see cref="YamlPlace.CommandLine"/>.</summary>
public abstract record YamlNode(int Line)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }
}

/// <summary>A scalar; <see cref="Plain"/> tells an unquoted one.</summary>
public sealed record YamlScalar(string Text, bool Plain, int Line) : YamlNode(Line)
{
    /// <summary>Whether nothing was written (or <c>null</c>, <c>~</c>).</summary>
    public bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : Umbriel.Formats.Text.Show.Quoted(Text);
}

/// <summary>A sequence.</summary>
public sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>One key and its value.</summary>
public readonly record struct YamlEntry(string Key, int Line, YamlNode Value);

/// <summary>A mapping, in written order, without duplicates.</summary>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line) : YamlNode(Line)
{
    /// <inheritdoc/>
    public override string Kind => "a section of keys";

    /// <summary>The entry of that key, or null.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (YamlEntry entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry;
            }
        }

        return null;
    }
}
