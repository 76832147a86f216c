using System.Reflection;
using System.Runtime.InteropServices;
using Umbriel.Core;

namespace Umbriel.Cli;

/// <summary>Which Umbriel this is, to the bit: what manifests record and the point cache is keyed on.</summary>
internal static class CodeVersion
{
    /// <summary>The release, as in CHANGELOG.md.</summary>
    public static string Release { get; } = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    /// <summary>
    /// Hash over the compiler's content identifiers (MVIDs) of every Umbriel library beside the program. Builds are
    /// deterministic, so the same sources give the same identity on any machine.
    /// </summary>
    public static string Identity { get; } = ContentHash.OfParts(Identifiers());

    /// <summary>Release and identity, as manifests record them.</summary>
    public static string Full => $"{Release}+{Identity[..16]}";

    /// <summary>The runtime that executes it.</summary>
    public static string Runtime => $"{RuntimeInformation.FrameworkDescription} {RuntimeInformation.RuntimeIdentifier}";

    private static IEnumerable<KeyValuePair<string, string>> Identifiers() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => name!.StartsWith("Umbriel.", StringComparison.Ordinal))
            .Append(Assembly.GetExecutingAssembly().GetName().Name)
            .Order(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name!, Assembly.Load(name!).ManifestModule.ModuleVersionId.ToString("N")));
}
