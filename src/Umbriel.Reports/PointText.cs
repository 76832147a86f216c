using System.Globalization;
using Umbriel.DarkSector;
using Umbriel.Figures;

namespace Umbriel.Reports;

/// <summary>Model points and exposures in the words of figures (<see cref="MarkedText"/>).</summary>
internal static class PointText
{
    /// <summary>Masses of a point, MeV.</summary>
    public static string Masses(DarkSectorParameters point)
    {
        string dark = point.Scenario == Scenario.Single ? $"*m*_{{4}} = {1e3 * point.M4:G5} MeV" : $"*m*_{{4}}, *m*_{{5}} = {1e3 * point.M4:G5}, {1e3 * point.M5:G5} MeV";
        return $"{dark}, *m*_{{Z′}} = {1e3 * point.MZPrime:G5} MeV";
    }

    /// <summary>Masses and |U|² of a point, on two lines.</summary>
    public static string Title(DarkSectorParameters point) =>
        $"{Masses(point)},\n|*U*_{{*μ*{(point.Scenario == Scenario.Single ? 4 : 5)}}}|^{{2}} = {Power(point.MixingSquared, "F1")}";

    /// <summary>Protons on target.</summary>
    public static string Exposure(double pot) => $"{Power(pot, "G3")} POT";

    /// <summary>Marked text as it reads in a line of a page.</summary>
    public static string Plain(string marked) => MarkedText.ToPlain(marked.Replace('\n', ' '));

    private static string Power(double value, string format)
    {
        if (value == 0.0)
        {
            return "0";
        }

        double exponent = Math.Floor(Math.Log10(value) + 1e-9);
        return string.Create(CultureInfo.InvariantCulture, $"{(value / Math.Pow(10.0, exponent)).ToString(format, CultureInfo.InvariantCulture)}×10^{{{(exponent < 0.0 ? "−" : "")}{Math.Abs(exponent)}}}");
    }
}
