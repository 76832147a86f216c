using Umbriel.Figures;

namespace Umbriel.Reports;

/// <summary>Symbols and numbers of reports, in <see cref="MarkedText"/>.</summary>
internal static class Symbols
{
    public const string ZPrimeMass = "*m*_{*Z*′}";
    public const string Mixing = "|*U*|^{2}";
    public const string MixingMu4 = "|*U*_{*μ*4}|^{2}";
    public const string MixingMu5 = "|*U*_{*μ*5}|^{2}";
    public const string Vertex = "(*g*_{D} |*V*|)^{2}";
    public const string ChiSquare = "*χ*^{2}";
    public const string DeltaChiSquare = "Δ*χ*^{2}";
    public const string AlphaD = "*α*_{D}";
    public const string Pair = "e^{+}e^{−}";

    /// <summary>A limit or best fit on |U|², three digits; a word where there is none.</summary>
    public static string Coupling(double? u2, string none) => u2 is { } value ? MarkedNumber.Of(value, 3, padded: true) : none;
}
