using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Text;
using Umbriel.Inference;
using Umbriel.Scan;
using Umbriel.Systematics;

namespace Umbriel.Reports.Tables;

/// <summary>The tables of a search's HEPData files: limits, MiniBooNE's regions, spectra and their covariance.</summary>
internal static class SearchTables
{
    /// <summary>All of them; a table without rows is left out.</summary>
    /// <param name="inputs">The search's inputs.</param>
    /// <param name="result">What it found.</param>
    public static HepDataEntry[] Entries(SearchInputs inputs, SearchResult result) =>
    [
        .. Limits(inputs, inputs.Card.Fit.BackgroundScaling, result.Planes, ""),
        .. Limits(inputs, result.Alternative.Scaling, result.Alternative.Planes, "_" + BackgroundScalings.Name(result.Alternative.Scaling)),
        .. RegionTables.Entries(inputs, result),
        .. SpectrumTables.Entries(inputs, result),
    ];

    /// <summary>One table per scenario: masses of the card's scan as the independent variable, two columns per Z' mass, '-' where nothing is excluded.</summary>
    private static IEnumerable<HepDataEntry> Limits(SearchInputs inputs, BackgroundScaling scaling, IReadOnlyList<PlaneResult> planes, string suffix) =>
        planes.GroupBy(p => p.Scenario).Select(group =>
        {
            double[] masses = ScanPoints.Masses(inputs.Card).Values.ToArray();
            bool single = group.Key == Scenario.Single;
            string name = Scenarios.Name(group.Key);
            string error = scaling == BackgroundScaling.Fixed ? "error fixed" : "error growing";
            HepDataTable table = new(
                "umbriel search",
                [new HepDataIndependent(RecordText.MassName(group.Key), "GeV", [.. masses.Select(m => new HepDataBin(m, m))])],
                [.. group.SelectMany(plane => Columns(inputs, scaling, plane, masses))]);
            return new HepDataEntry(
                $"limits_{name}{suffix}.yaml",
                $"Limits, {name}, {error}",
                $"limits_{name}.pdf",
                $"95% C.L. upper limits on {RecordText.CouplingName(group.Key)} from {RecordText.Data(inputs.Card)}, for {(single ? "a single dark neutrino" : $"two dark neutrinos with Delta = {inputs.Card.Scan.Delta:G4}")}. Where a signal is added, the background's error {RecordText.Scaling(scaling)}. By Umbriel {CodeVersion.Release}.",
                table,
                RecordText.Keywords(group.Key, "CL", "Upper limit", "Exclusion"),
                $"limits_{name}");
        });

    private static IEnumerable<HepDataDependent> Columns(SearchInputs inputs, BackgroundScaling scaling, PlaneResult plane, double[] masses)
    {
        MassLimit[] limits = [.. plane.Limits.Limits.Where(l => masses.Contains(l.Mass))];
        HepDataQualifier[] qualifiers =
        [
            new("$m_{Z'}$", Show.Brief(plane.MZPrime), "GeV"),
            new("C.L.", "95", "%"),
            new("interval", $"Delta chi2 < {ConfidenceLevel.LetterThreshold}, Wilks, two parameters"),
            .. RecordText.Plane(inputs.Card, plane.Scenario),
            .. RecordText.Fit(inputs.Card.Fit, scaling),
        ];
        string name = RecordText.CouplingName(plane.Scenario);
        yield return new HepDataDependent($"Observed {name}", "", qualifiers, [.. limits.Select(l => new HepDataValue(l.ObservedU2 ?? double.NaN))]);
        yield return new HepDataDependent($"Expected {name}", "", qualifiers, [.. limits.Select(l => new HepDataValue(l.ExpectedU2 ?? double.NaN))]);
    }
}
