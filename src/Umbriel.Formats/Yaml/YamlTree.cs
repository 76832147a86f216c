using Umbriel.Core;
using Umbriel.Formats.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Umbriel.Formats.Yaml;

/// <summary>
/// Reads YAML into <see cref="YamlNode"/>s. Only what cards and HEPData tables need: anchors, aliases and tags are
/// refused, so that no document is larger than its file, and nesting is bounded.
/// </summary>
public sealed class YamlTree
{
    private const int MaximumDepth = 16;

    private readonly string file;
    private readonly Parser parser;
    private ParsingEvent? current;

    private YamlTree(string file, string text)
    {
        this.file = file;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>All documents of a file.</summary>
    public static IReadOnlyList<YamlNode> ReadAll(string file, string text)
    {
        YamlTree tree = new(file, text);
        List<YamlNode> documents = [];
        tree.Next();
        tree.Next();
        while (tree.current is DocumentStart)
        {
            tree.Next();
            documents.Add(tree.Node(0));
            tree.Next();
            tree.Next();
        }

        return documents;
    }

    /// <summary>The one document of a file.</summary>
    public static YamlNode ReadOne(string file, string text)
    {
        IReadOnlyList<YamlNode> documents = ReadAll(file, text);
        return documents.Count switch
        {
            0 => throw new UserErrorException(file, null, "an empty file", "keys and values in YAML"),
            1 => documents[0],
            _ => throw new UserErrorException($"{file}:{documents[1].Line}", null, $"{documents.Count} YAML documents", "one"),
        };
    }

    private YamlNode Node(int depth)
    {
        int line = LineOf(current!.Start);
        if (depth > MaximumDepth)
        {
            throw new UserErrorException($"{file}:{line}", null, $"values nested deeper than {MaximumDepth} levels", "a flatter structure");
        }

        if (current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            throw new UserErrorException($"{file}:{line}", null, "a YAML anchor or alias", "values written out where they are used");
        }

        if (current is NodeEvent { Tag: { IsEmpty: false } tag })
        {
            throw new UserErrorException($"{file}:{line}", null, $"the YAML tag {Show.Quoted(tag.IsNonSpecific ? "!" : tag.Value)}", "values without tags");
        }

        switch (current)
        {
            case Scalar scalar:
                return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, line);
            case SequenceStart:
                List<YamlNode> items = [];
                Next();
                while (current is not SequenceEnd)
                {
                    items.Add(Node(depth + 1));
                    Next();
                }

                return new YamlList(items, line);
            case MappingStart:
                return new YamlMap(Entries(depth), line);
            default:
                throw new UserErrorException($"{file}:{line}", null, "an unfinished document", "complete YAML");
        }
    }

    private List<YamlEntry> Entries(int depth)
    {
        List<YamlEntry> entries = [];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        Next();
        while (current is not MappingEnd)
        {
            if (Node(depth + 1) is not YamlScalar key)
            {
                throw new UserErrorException($"{file}:{LineOf(current!.Start)}", null, "a key that is not a word", "key: value");
            }

            if (!seen.TryAdd(key.Text, key.Line))
            {
                throw new UserErrorException($"{file}:{key.Line}", Clip(key.Text), $"the key a second time (first on line {seen[key.Text]})", "each key once");
            }

            Next();
            entries.Add(new YamlEntry(key.Text, key.Line, Node(depth + 1)));
            Next();
        }

        return entries;
    }

    private void Next()
    {
        try
        {
            current = parser.MoveNext() ? parser.Current : null;
        }
        catch (YamlException e)
        {
            throw new UserErrorException($"{file}:{LineOf(e.Start)}: not readable as YAML ({e.Message.Trim()})", e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The scanner's own slips on damaged text (for example an escape beyond Unicode).
            throw new UserErrorException($"{file}: not readable as YAML ({e.Message})", e);
        }
    }

    private static int LineOf(Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);

    private static string Clip(string key) => key.Length <= 40 ? key : key[..37] + "...";
}
