using Umbriel.Core;

namespace Umbriel.Figures;

/// <summary>An ordered list of points; a closed region when a figure fills it.</summary>
/// <param name="X">Abscissas, in the unit of the axis they are drawn on.</param>
/// <param name="Y">Ordinates, as many as <paramref name="X"/>.</param>
public sealed record Curve(IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Number of points.</summary>
    public int Count => X.Count;

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
