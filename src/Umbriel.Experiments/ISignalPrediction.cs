using Umbriel.DarkSector;
using Umbriel.Response;

namespace Umbriel.Experiments;

/// <summary>Expected selected events of a model in one beam. Safe to use from several threads.</summary>
public interface ISignalPrediction
{
    /// <summary>What is predicted, for progress.</summary>
    string Title { get; }

    /// <summary>Stable text that names all that a curve depends on besides the point and the couplings: settings, statistics, content of the files read.</summary>
    string Identity { get; }

    /// <summary>Expected events per bin as a function of |U|².</summary>
    /// <param name="point">The model; its mixing is left open.</param>
    /// <param name="lowU2">Smallest |U|², above 0.</param>
    /// <param name="highU2">Largest |U|².</param>
    YieldCurve Curve(DarkSectorParameters point, double lowU2, double highU2);
}
