using System.Runtime.InteropServices;

namespace Umbriel.Learning;

/// <summary>Rows of named features in single precision. What is missing is null on the way in and NaN within, which is what XGBoost takes for missing.</summary>
public sealed class FeatureTable
{
    private readonly List<float> values = [];

    /// <summary>An empty table.</summary>
    /// <param name="names">Name of each feature, none twice.</param>
    public FeatureTable(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0 || names.Distinct(StringComparer.Ordinal).Count() != names.Count || names.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("Features need names, each its own.", nameof(names));
        }

        Names = [.. names];
    }

    /// <summary>Name of each feature.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of rows.</summary>
    public int Count => values.Count / Names.Count;

    /// <summary>A row; NaN is missing. Valid until a row is added.</summary>
    public ReadOnlySpan<float> Row(int row) => CollectionsMarshal.AsSpan(values).Slice(row * Names.Count, Names.Count);

    /// <summary>Adds a row.</summary>
    /// <param name="row">A finite value per feature, or null.</param>
    public void Add(ReadOnlySpan<double?> row)
    {
        int first = values.Count;
        CollectionsMarshal.SetCount(values, first + Names.Count);
        try
        {
            Convert(row, CollectionsMarshal.AsSpan(values)[first..]);
        }
        catch
        {
            CollectionsMarshal.SetCount(values, first);
            throw;
        }
    }

    /// <summary>The rows one after the other.</summary>
    internal float[] ToArray() => [.. values];

    /// <summary>Null becomes NaN.</summary>
    internal static void Convert(ReadOnlySpan<double?> from, Span<float> to)
    {
        if (from.Length != to.Length)
        {
            throw new ArgumentException($"Found {from.Length} values; expected {to.Length}.", nameof(from));
        }

        for (int i = 0; i < from.Length; i++)
        {
            float value = (float)(from[i] ?? 0.0);
            if (!float.IsFinite(value))
            {
                throw new ArgumentException($"Feature {i} is {from[i]}.", nameof(from));
            }

            to[i] = from[i] is null ? float.NaN : value;
        }
    }
}
