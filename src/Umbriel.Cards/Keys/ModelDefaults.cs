using Umbriel.DarkSector;

namespace Umbriel.Cards.Keys;

/// <summary>What a parameter is where it is not given.</summary>
/// <param name="Mass">m4, GeV; null where it must be given.</param>
/// <param name="MZPrime">Z' mass, GeV; null where it must be given.</param>
/// <param name="Epsilon">Kinetic mixing.</param>
/// <param name="GD">Dark gauge coupling.</param>
/// <param name="Umu4">|U_μ4| by scenario.</param>
/// <param name="Umu5">|U_μ5| in the dual scenario.</param>
/// <param name="DarkMixing">|U_Di|; null for the letter's simplified regime.</param>
internal sealed record ModelDefaults(
    double? Mass, double? MZPrime, double Epsilon, double GD, Func<Scenario, double> Umu4, double Umu5, double? DarkMixing)
{
    /// <summary>Whether |U_D4|² + |U_D5|² ≤ 1 is demanded; DarkNews's own default is 2.</summary>
    public bool UnitaryDarkMixing { get; init; } = DarkMixing is null;

    /// <summary>The letter's: ε = 8e-4, g_D = 2 (validation/closure.md) and its example |U|² = 2e-10.</summary>
    public static readonly ModelDefaults Letter = new(
        null, null, 8e-4, DarkSectorParameters.DefaultGD, scenario => scenario == Scenario.Single ? Math.Sqrt(2e-10) : 0.0, Math.Sqrt(2e-10), null);

    /// <summary>DarkNews 0.4.9's three-portal model.</summary>
    public static readonly ModelDefaults DarkNews = new(0.150, 1.25, 1e-3, 1.0, _ => 1e-3, 0.0, 1.0);
}
