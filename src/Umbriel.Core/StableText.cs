using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Umbriel.Core;

/// <summary>
/// A record of settings as text in which nothing is left out: all that it keeps by name, nested records and lists in full,
/// numbers in shortest round-trip form, values of <see cref="IContentNamed"/> by their content. Two records have the same
/// text if and only if they keep the same, so the text can name what was computed from them: a property that is added to a
/// record is in it without further ado. Computed properties are left out.
/// </summary>
public static class StableText
{
    /// <summary>The text.</summary>
    /// <param name="value">A record of numbers, text, enumerations, lists, tuples and records of those; null for none.</param>
    /// <exception cref="ArgumentException">It keeps something that is no public property, such as a function.</exception>
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
            case IContentNamed content:
                text.Append(value.GetType().Name).Append('(').Append(content.ContentName).Append(')');
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
        FieldInfo[] fields = [.. Fields(type).OrderBy(field => field.Name, StringComparer.Ordinal)];
        if (record is Delegate || fields.Length == 0)
        {
            throw new ArgumentException($"{type.Name} has no public property to tell it by", nameof(record));
        }

        text.Append(type.Name).Append('{');
        foreach (FieldInfo field in fields)
        {
            text.Append(PropertyOf(type, field) ?? throw new ArgumentException($"{type.Name} keeps {field.Name}, which is no public property", nameof(record))).Append(": ");
            Append(text, field.GetValue(record));
            text.Append("; ");
        }

        text.Append('}');
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(Fields(type.BaseType));

    /// <summary>Name of the public field, or of the public property that the compiler keeps in the field.</summary>
    private static string? PropertyOf(Type type, FieldInfo field) =>
        field.IsPublic ? field.Name
        : field.Name is ['<', .. var rest] && rest.IndexOf('>', StringComparison.Ordinal) is > 0 and int end && type.GetProperty(rest[..end])?.GetMethod is { IsPublic: true } ? rest[..end]
        : null;
}
