namespace Umbriel.Cli.Output;

/// <summary>Numbers as tables show them.</summary>
internal static class Show
{
    /// <summary>Seven significant digits: enough to compare, few enough to read.</summary>
    public static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "inf" : value.ToString("G7");

    /// <summary>As <see cref="Number(double)"/>; a dash for none.</summary>
    public static string Number(double? value) => value is { } number ? Number(number) : "-";
}
