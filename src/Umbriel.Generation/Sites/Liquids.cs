using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sites;

/// <summary>The liquids that a site can be filled with: nuclides with their share of the mass.</summary>
internal static class Liquids
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<(Target Target, double MassFraction)>> ByName =
        new Dictionary<string, IReadOnlyList<(Target Target, double MassFraction)>>(StringComparer.Ordinal)
        {
            ["argon"] = [(Target.Ar40, 1.0)],

            // CH₂.
            ["mineral-oil"] = [(Target.C12, 12.0 / 14.0), (Target.H1, 2.0 / 14.0)],
        };
}
