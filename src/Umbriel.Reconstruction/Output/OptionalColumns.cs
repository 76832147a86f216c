using Umbriel.Formats.Hdf5;

namespace Umbriel.Reconstruction.Output;

/// <summary>Columns of values that may be missing: NaN (0 for whole numbers), and 0 in a column of flags <c>has_…</c> beside them.</summary>
internal static class OptionalColumns
{
    public static Hdf5Table<TRow> Optional<TRow>(this Hdf5Table<TRow> rows, string name, string units, string description, Func<TRow, double?> value) => rows
        .Column($"has_{name}", "", $"1 if {name} is known", r => (byte)(value(r) is null ? 0 : 1))
        .Column(name, units, description, r => value(r) ?? double.NaN);

    public static Hdf5Table<TRow> OptionalIndex<TRow>(this Hdf5Table<TRow> rows, string name, string description, Func<TRow, int?> value) => rows
        .Column($"has_{name}", "", $"1 if {name} is known", r => (byte)(value(r) is null ? 0 : 1))
        .Column(name, "", description, r => value(r) ?? 0);
}
