using Umbriel.DarkSector;
using Umbriel.Experiments;
using Umbriel.Inference;

namespace Umbriel.Scan;

/// <summary>What one analysis prefers in one plane.</summary>
/// <typeparam name="TAnalysis">The kind of analysis.</typeparam>
/// <param name="Plane">The plane.</param>
/// <param name="Analysis">The analysis.</param>
/// <param name="Signal">Its signal.</param>
/// <param name="ChiSquare">χ² over the plane of mass and |U|².</param>
public sealed record PreferredPlane<TAnalysis>(ScanPlane Plane, TAnalysis Analysis, PlaneSignal Signal, ChiSquarePlane ChiSquare)
    where TAnalysis : IAnalysis
{
    /// <summary>Single or dual.</summary>
    public Scenario Scenario => Plane.Scenario;

    /// <summary>Z' mass, GeV.</summary>
    public double MZPrime => Plane.MZPrime;
}
