using Umbriel.DarkSector;
using Umbriel.Figures;

namespace Umbriel.Reports;

/// <summary>Model points and exposures in the words of figures and reports (<see cref="MarkedText"/>).</summary>
internal static class PointText
{
    /// <summary>Masses of a point, MeV.</summary>
    public static string Masses(DarkSectorParameters point)
    {
        string dark = point.Scenario == Scenario.Single
            ? $"*m*_{{4}} = {Mass(point.M4)} MeV"
            : $"*m*_{{4}}, *m*_{{5}} = {Mass(point.M4)}, {Mass(point.M5!.Value)} MeV";
        return $"{dark}, *m*_{{*Z*′}} = {Mass(point.MZPrime)} MeV";
    }

    /// <summary>Masses and |U|² of a point, on two lines.</summary>
    public static string Title(DarkSectorParameters point) =>
        $"{Masses(point)},\n|*U*_{{*μ*{(point.Scenario == Scenario.Single ? 4 : 5)}}}|^{{2}} = {MarkedNumber.Of(point.MixingSquared, 2, padded: true)}";

    /// <summary>The same on one line.</summary>
    public static string Line(DarkSectorParameters point) => Title(point).Replace('\n', ' ');

    /// <summary>Protons on target.</summary>
    public static string Exposure(double pot) => $"{MarkedNumber.Of(pot, 4)} POT";

    // MeV from GeV.
    private static string Mass(double gev) => MarkedNumber.Of(1e3 * gev, 5);
}
