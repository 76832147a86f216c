using System.Collections;
using System.Reflection;
using Umbriel.Core;

namespace Umbriel.Tests;

/// <summary>Compares records property by property, through records within them and lists of records.</summary>
internal static class RecordDifference
{
    /// <summary>Paths of the properties that differ, as in <c>Scan.Mass.Low</c> or <c>Planes[0].Noise</c>.</summary>
    public static string[] Between(object a, object b)
    {
        Dictionary<string, string> before = Leaves(a);
        Dictionary<string, string> after = Leaves(b);
        return [.. before.Keys.Union(after.Keys).Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Paths of all properties that a record keeps; computed ones are left out.</summary>
    public static string[] Paths(object record) => [.. Leaves(record).Keys];

    private static Dictionary<string, string> Leaves(object record)
    {
        Dictionary<string, string> leaves = new(StringComparer.Ordinal);
        Walk(leaves, "", record);
        return leaves;
    }

    private static void Walk(Dictionary<string, string> leaves, string path, object? value)
    {
        PropertyInfo[] kept = value is null or string or IEnumerable or IContentNamed ? [] : [.. value.GetType().GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)];
        if (value is IEnumerable and not string && ((IEnumerable)value).Cast<object>().ToArray() is [not string and not ValueType, ..] records)
        {
            for (int i = 0; i < records.Length; i++)
            {
                Walk(leaves, $"{path}[{i}]", records[i]);
            }
        }
        else if (kept.Length == 0)
        {
            leaves[path] = Text(value);
        }
        else
        {
            foreach (PropertyInfo property in kept)
            {
                Walk(leaves, path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.GetValue(value));
            }
        }
    }

    private static string Text(object? value) => value switch
    {
        IContentNamed content => content.ContentName,
        null => "null",
        double number => number.ToString("R"),
        string text => $"\"{text}\"",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Text)) + "]",
        _ => value.ToString()!,
    };
}
