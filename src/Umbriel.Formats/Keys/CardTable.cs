using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Yaml;

namespace Umbriel.Formats.Keys;

/// <summary>
/// The keys of a section (or of a whole card) in the order of the canonical text: the one place that says what each key
/// is called, how it is read and written, what it is where it is absent, and what it means. A derived class adds one row a
/// key in its constructor.
/// </summary>
public abstract class CardTable<TRecord>
{
    private readonly List<CardKey<TRecord>> keys = [];
    private readonly List<string> names = [];

    /// <summary>All keys of the section.</summary>
    public IReadOnlyCollection<string> Names => names;

    /// <summary>Reads the section into <paramref name="start"/>, the record of a section that gives none of the keys.</summary>
    /// <exception cref="UserErrorException">A value that is not accepted, alone or beside the others.</exception>
    public TRecord Read(SectionReader section, TRecord start)
    {
        TRecord record = start;
        foreach (CardKey<TRecord> key in keys.Where(static key => !key.ReadsLast).Concat(keys.Where(static key => key.ReadsLast)))
        {
            record = key.Read(section, record);
        }

        Check(section, record);
        return record;
    }

    /// <summary>Appends the canonical lines of every key.</summary>
    public void Write(StringBuilder text, string indent, TRecord record)
    {
        foreach (CardKey<TRecord> key in keys)
        {
            key.Write(text, indent, record);
        }
    }

    /// <summary>The canonical text of a whole card.</summary>
    public string Write(TRecord record)
    {
        StringBuilder text = new();
        Write(text, "", record);
        return text.ToString();
    }

    /// <summary>The documentation of every key; <paramref name="prefix"/> is the section with its dot, or empty.</summary>
    public IEnumerable<KeyRow> Describe(string prefix, TRecord defaults) => keys.SelectMany(key => key.Describe(prefix, defaults));

    /// <summary>Checks what no key can check alone.</summary>
    /// <exception cref="UserErrorException">Values that do not go together.</exception>
    protected virtual void Check(SectionReader section, TRecord record)
    {
    }

    /// <summary>Adds a row.</summary>
    protected void Add(CardKey<TRecord> key)
    {
        keys.Add(key);
        names.AddRange(key.Names);
    }

    /// <summary>Adds a key with a value; see <see cref="ValueKey{TRecord, T}"/>.</summary>
    protected void Key<T>(
        string name,
        ValueKind<T> kind,
        Func<TRecord, T> get,
        Func<TRecord, T, TRecord> set,
        string meaning,
        string example,
        string? standard = null,
        string? values = null,
        string? missing = null,
        Func<TRecord, T>? absent = null,
        Predicate<TRecord>? written = null,
        KeyCondition<TRecord>? condition = null,
        string? alongside = null,
        bool canonical = true) =>
        Add(new ValueKey<TRecord, T>(name, kind, get, set, meaning, example)
        {
            Default = standard,
            Values = values,
            Missing = missing,
            Absent = absent,
            Written = written,
            Condition = condition,
            Alongside = alongside,
            IsCanonical = canonical,
        });

    /// <summary>Adds a section; see <see cref="SectionKey{TRecord, TPart}"/>.</summary>
    protected void Section<TPart>(string name, CardTable<TPart> table, Func<TRecord, TPart> get, Func<TRecord, TPart, TRecord> set, string? missing = null) =>
        Add(new SectionKey<TRecord, TPart>(name, table, get, set) { Missing = missing });

    /// <summary>Adds keys of a part of the record that stand beside the record's own.</summary>
    protected void Group<TPart>(CardTable<TPart> table, Func<TRecord, TPart> get, Func<TRecord, TPart, TRecord> set) =>
        Add(new GroupKey<TRecord, TPart>(table, get, set));
}
