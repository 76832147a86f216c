using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Umbriel.Core;

/// <summary>
/// A record of settings as text in which nothing is left out: every public property by name, nested records and lists in
/// full, numbers in shortest round-trip form. Two records have the same text if and only if their properties are equal,
/// so the text can name what was computed from them: a property that is added to a record is in it without further ado.
/// </summary>
public static class StableText
{
    /// <summary>The text.</summary>
    /// <param name="value">A record of numbers, text, enumerations, lists, tuples and records of those; null for none.</param>
    /// <exception cref="ArgumentException">It holds something that has no public property to tell it by, such as a function.</exception>
    public static string Of(object? value)
    {
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string word:
                text.Append('"').Append(word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                break;
            case double number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case float number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case Enum or bool or IFormattable when value.GetType().IsPrimitive || value is Enum or decimal:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                Items(text, items);
                break;
            default:
                Properties(text, value);
                break;
        }
    }

    private static void Items(StringBuilder text, IEnumerable items)
    {
        text.Append('[');
        int length = text.Length;
        foreach (object? item in items)
        {
            text.Append(text.Length > length ? ", " : "");
            Append(text, item);
        }

        text.Append(']');
    }

    private static void Properties(StringBuilder text, object record)
    {
        Type type = record.GetType();
        PropertyInfo[] properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).OrderBy(p => p.Name, StringComparer.Ordinal)];
        FieldInfo[] fields = type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal) ? type.GetFields() : [];
        if (properties.Length + fields.Length == 0 || record is Delegate)
        {
            throw new ArgumentException($"{type.Name} has no public property to tell it by", nameof(record));
        }

        text.Append(type.Name).Append('{');
        foreach ((string name, object? value) in properties.Select(p => (p.Name, p.GetValue(record))).Concat(fields.Select(f => (f.Name, f.GetValue(record)))))
        {
            text.Append(name).Append(": ");
            Append(text, value);
            text.Append("; ");
        }

        text.Append('}');
    }
}
