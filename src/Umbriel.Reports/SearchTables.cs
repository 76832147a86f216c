using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.HepData;
using Umbriel.Inference;
using Umbriel.Scan;

namespace Umbriel.Reports;

/// <summary>The limits as rows and as HEPData tables.</summary>
internal static class SearchTables
{
    /// <summary>One HEPData table per scenario: masses of the card's scan as the independent variable, two columns per Z' mass, '-' where nothing is excluded.</summary>
    public static HepDataEntry[] Entries(SearchInputs inputs, SearchResult result) =>
    [
        .. result.Planes.GroupBy(p => p.Scenario).Select(group =>
        {
            PlaneResult[] planes = [.. group];
            double[] masses = ScanPoints.Masses(inputs.Card).Values.ToArray();
            bool single = group.Key == Scenario.Single;
            HepDataTable table = new(
                "umbriel search",
                [new HepDataIndependent(single ? "$m_4$" : "$m_5$", "GeV", [.. masses.Select(m => new HepDataBin(m, m))])],
                [.. planes.SelectMany(p => Columns(p, masses))]);
            return new HepDataEntry(
                $"limits_{Scenarios.Name(group.Key)}.yaml",
                single ? "Limits, single dark neutrino" : $"Limits, dual dark neutrinos, Delta = {inputs.Card.Scan.Delta:R}",
                single ? "limits_single.pdf" : "limits_dual.pdf",
                $"95% C.L. upper limits on {(single ? "|U_mu4|^2" : "|U_mu5|^2")} from arXiv:2502.10900's data, by Umbriel {CodeVersion.Release}.",
                table);
        }),
    ];

    private static IEnumerable<HepDataDependent> Columns(PlaneResult plane, double[] masses)
    {
        MassLimit[] limits = [.. plane.Limits.Limits.Where(l => masses.Contains(l.Mass))];
        KeyValuePair<string, string>[] qualifiers = [KeyValuePair.Create("$m_{Z'}$", $"{plane.MZPrime:R} GeV"), KeyValuePair.Create("C.L.", "95%")];
        string name = plane.Scenario == Scenario.Single ? "$|U_{\\mu4}|^2$" : "$|U_{\\mu5}|^2$";
        yield return new HepDataDependent($"Observed {name}", "", qualifiers, [.. limits.Select(l => new HepDataValue(l.ObservedU2 ?? double.NaN))]);
        yield return new HepDataDependent($"Expected {name}", "", qualifiers, [.. limits.Select(l => new HepDataValue(l.ExpectedU2 ?? double.NaN))]);
    }
}
