using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Figures;
using Umbriel.Inference;
using Umbriel.Scan;

namespace Umbriel.Reports.MiniBooNE;

/// <summary>MiniBooNE's regions and spectra as plain data.</summary>
internal static class MiniBooNEFigures
{
    /// <summary>One figure a scenario of the regions of one data set.</summary>
    public static LimitFigureData[] Regions(Card card, MiniBooNEInputs inputs, IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> planes) =>
    [
        .. planes.GroupBy(p => (p.Scenario, p.Analysis.Fit)).Select(group => SearchFigures.Plane(
            card,
            group.Key.Scenario,
            $"regions_{Scenarios.Name(group.Key.Scenario)}_{DataSet(group.Key.Fit)}",
            [],
            [.. group.Select(Region)],
            $", {DataSetTitle(group.Key.Fit)}{NoPreference(group)}")),
    ];

    /// <summary>The region of a plane, with its best fit unless that is cut by the scan; empty where there is no preference.</summary>
    public static PreferredRegion Region(PreferredPlane<MiniBooNEAnalysis> plane)
    {
        ChiSquarePlane chiSquare = plane.ChiSquare;
        return chiSquare.Prefers(RegionLevels.Drawn)
            ? new PreferredRegion(
                plane.MZPrime,
                SearchFigures.Curves(chiSquare.Region(RegionLevels.Drawn)),
                chiSquare is { BestFit: { Mass: { } mass } best, BestFitEdges: PlaneEdges.None } ? new PlanePoint(mass, best.U2) : null)
            : new PreferredRegion(plane.MZPrime, []);
    }

    /// <summary>What a figure's note adds about Z' masses at which MiniBooNE prefers nothing.</summary>
    public static string NoPreference(IEnumerable<PreferredPlane<MiniBooNEAnalysis>> planes) =>
        SearchFigures.Absent($"MiniBooNE: {PlaneFlags.NoPreference}", [.. planes.Select(p => (p.MZPrime, p.ChiSquare.Prefers(RegionLevels.Drawn)))]);

    /// <summary>Release and polarity for file names.</summary>
    public static string DataSet(MiniBooNEFit fit) => $"{MiniBooNEDataReleases.Name(fit.Release.Which)}_{BeamModes.Name(fit.Mode)}";

    /// <summary>Release and polarity for readers.</summary>
    public static string DataSetTitle(MiniBooNEFit fit)
    {
        string mode = fit.Mode switch { BeamMode.Fhc => "neutrino mode", BeamMode.Rhc => "antineutrino mode", _ => "both modes" };
        return $"MiniBooNE {MiniBooNEDataReleases.Name(fit.Release.Which)}, {mode}";
    }
}
