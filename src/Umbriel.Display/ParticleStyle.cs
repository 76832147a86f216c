namespace Umbriel.Display;

/// <summary>How a kind of particle is named and coloured.</summary>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Colour">Its colour, #rrggbb.</param>
/// <param name="Charged">Whether it ionises along its way.</param>
public sealed record ParticleStyle(string Symbol, string Colour, bool Charged)
{
    private static readonly ParticleStyle[] Known =
    [
        new("e⁻", "#0b62c4", true), new("e⁺", "#d1242f", true), new("γ", "#b08000", false),
        new("μ⁻", "#0a7d4f", true), new("μ⁺", "#4aa02c", true), new("π⁻", "#8a3ffc", true), new("π⁺", "#c2379a", true), new("π⁰", "#8f6b00", false),
        new("K⁻", "#5b3a8e", true), new("K⁺", "#7a2f6b", true), new("p", "#e36209", true), new("n", "#7a7a7a", false),
        new("other", "#444444", false),
    ];

    private static readonly int[] Codes = [11, -11, 22, 13, -13, -211, 211, 111, -321, 321, 2212, 2112];

    /// <summary>Every style; the last stands for particles without one of their own.</summary>
    public static IReadOnlyList<ParticleStyle> All => Known;

    /// <summary>Index in <see cref="All"/> of a PDG code.</summary>
    public static int IndexOf(int pdg) => Array.IndexOf(Codes, pdg) is var i && i >= 0 ? i : Known.Length - 1;

    /// <summary>Style of a PDG code.</summary>
    public static ParticleStyle Of(int pdg) => Known[IndexOf(pdg)];

    /// <summary>Symbol of a PDG code, or the code where there is none.</summary>
    public static string SymbolOf(int pdg) => IndexOf(pdg) == Known.Length - 1 ? $"PDG {pdg}" : Of(pdg).Symbol;
}
