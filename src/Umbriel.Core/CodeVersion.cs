using System.Reflection;
using System.Runtime.InteropServices;

namespace Umbriel.Core;

/// <summary>Which Umbriel this is, to the bit: what manifests record and caches are keyed on.</summary>
public static class CodeVersion
{
    private const string Rooms = "Umbriel.";

    /// <summary>The release, as in CHANGELOG.md.</summary>
    public static string Release { get; } = typeof(CodeVersion).Assembly.GetName().Version!.ToString(3);

    /// <summary>
    /// Hash over the compiler's content identifiers (MVIDs) of every Umbriel library beside the program, and of the program.
    /// Builds are deterministic, so the same sources give the same identity on any machine.
    /// </summary>
    public static string Identity { get; } = Hash(
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => name!.StartsWith(Rooms, StringComparison.Ordinal))
            .Append(Assembly.GetEntryAssembly()?.GetName().Name)
            .OfType<string>());

    /// <summary>Release and identity, as manifests record them.</summary>
    public static string Full => $"{Release}+{Identity[..16]}";

    /// <summary>The runtime that executes it.</summary>
    public static string Runtime => $"{RuntimeInformation.FrameworkDescription} {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>
    /// Identity of a library and of all Umbriel libraries that it refers to, directly or not: what its results depend on.
    /// A change elsewhere, as in the colour of a figure, leaves it as it is.
    /// </summary>
    public static string IdentityOf(Assembly library)
    {
        ArgumentNullException.ThrowIfNull(library);
        Dictionary<string, Assembly> found = new(StringComparer.Ordinal) { [library.GetName().Name!] = library };
        Queue<Assembly> open = new([library]);
        while (open.TryDequeue(out Assembly? next))
        {
            foreach (AssemblyName name in next.GetReferencedAssemblies().Where(name => name.Name!.StartsWith(Rooms, StringComparison.Ordinal) && !found.ContainsKey(name.Name)))
            {
                Assembly referred = Assembly.Load(name);
                found.Add(name.Name!, referred);
                open.Enqueue(referred);
            }
        }

        return Hash(found.Keys);
    }

    private static string Hash(IEnumerable<string> names) => ContentHash.OfParts(
        names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name, Assembly.Load(name).ManifestModule.ModuleVersionId.ToString("N"))));
}
