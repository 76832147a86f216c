using Umbriel.Core;

namespace Umbriel.Figures;

/// <summary>An ordered list of points; a closed region when a figure fills it.</summary>
/// <param name="X">Abscissas, in the unit of the axis they are drawn on.</param>
/// <param name="Y">Ordinates, as many as <paramref name="X"/>.</param>
public sealed record Curve(IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Number of points.</summary>
    public int Count => X.Count;

    /// <summary>
    /// The points between two abscissas and the nearest ones beyond, for a curve whose abscissas do not fall; empty where
    /// the curve lies beyond.
    /// </summary>
    internal Curve Within(double low, double high)
    {
        int from = 0, to = Count;
        while (from + 1 < Count && X[from + 1] < low)
        {
            from++;
        }

        while (to > from + 1 && X[to - 2] > high)
        {
            to--;
        }

        return to - from < 2 ? new Curve([], []) : new Curve([.. X.Take(to).Skip(from)], [.. Y.Take(to).Skip(from)]);
    }

    /// <summary>Throws unless the lengths agree and every coordinate is finite and, for logarithmic axes, positive.</summary>
    internal void Require(string figure, string what)
    {
        FigureChecks.SameLength(figure, what, X.Count, Y.Count);
        FigureChecks.Positive(figure, what, X);
        FigureChecks.Positive(figure, what, Y);
    }
}

/// <summary>One point of the mass-coupling plane.</summary>
/// <param name="MassGeV">Dark-neutrino mass (GeV).</param>
/// <param name="Coupling">|U|², dimensionless.</param>
public sealed record PlanePoint(double MassGeV, double Coupling);
