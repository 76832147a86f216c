using System.Reflection;

namespace Umbriel.Core;

/// <summary>The browser bundles that npm fetches when Umbriel is built, embedded in a room; a build without npm goes on without them.</summary>
/// <param name="assembly">The room.</param>
/// <param name="names">The bundles' resources.</param>
public sealed class WebCode(Assembly assembly, params IReadOnlyList<string> names)
{
    /// <summary>What the user does about missing bundles.</summary>
    public const string Remedy = "Umbriel was built without npm; install nodejs and npm, remove the folder artifacts/cli and start umbriel again with a network";

    /// <summary>Whether all bundles are there.</summary>
    public bool IsComplete { get; } = names.All(assembly.GetManifestResourceNames().Contains);

    /// <summary>The bundles' resources.</summary>
    public IReadOnlyList<string> Names => names;
}
