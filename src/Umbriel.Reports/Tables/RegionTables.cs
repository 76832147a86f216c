using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Text;
using Umbriel.Inference;
using Umbriel.Scan;

namespace Umbriel.Reports.Tables;

/// <summary>MiniBooNE's preferred regions as tables, one per scenario.</summary>
internal static class RegionTables
{
    private sealed record Row(double MZPrime, double Level, double Mass, CouplingInterval Interval);

    /// <summary>Tables of the scenarios where something is preferred.</summary>
    public static IEnumerable<HepDataEntry> Entries(SearchInputs inputs, SearchResult result)
    {
        foreach (IGrouping<Scenario, PreferredPlane<MiniBooNEAnalysis>> group in result.Comparisons.Select(c => c.Preferred).GroupBy(p => p.Scenario))
        {
            Row[] rows = [.. group.SelectMany(Rows)];
            if (rows.Length == 0)
            {
                continue;
            }

            MiniBooNEFit fit = group.First().Analysis.Fit;
            string data = $"{MiniBooNEDataReleases.Name(fit.Release.Which)} data, {BeamModes.Name(fit.Mode)}";
            HepDataQualifier[] qualifiers = [new("data", $"MiniBooNE, {data}"), .. RecordText.Plane(inputs.Card, group.Key).Where(q => q.Name != "exposure")];
            string name = Scenarios.Name(group.Key);
            HepDataTable table = new(
                "umbriel search",
                [Points("$m_{Z'}$", "GeV", row => row.MZPrime), Points("C.L.", "%", row => 100.0 * row.Level), Points(RecordText.MassName(group.Key), "GeV", row => row.Mass)],
                [Edge("Lower edge of", row => row.Interval.U2Low), Edge("Upper edge of", row => row.Interval.U2High)]);
            yield return new HepDataEntry(
                $"regions_{name}.yaml",
                $"MiniBooNE's preferred regions, {name}",
                $"limits_{name}.pdf",
                $"Intervals of {RecordText.CouplingName(group.Key)} that MiniBooNE ({data}) prefers at each mass, against the best fit of the same Z' mass (Wilks, two parameters); an interval that leaves the scan ends at its border, and a level at which having no signal is allowed has none. By Umbriel {CodeVersion.Release}.",
                table,
                RecordText.Keywords(group.Key, "CL", "Preferred region", "MiniBooNE"),
                $"limits_{name}");

            HepDataIndependent Points(string title, string units, Func<Row, double> value) => new(title, units, [.. rows.Select(row => new HepDataBin(value(row), value(row)))]);
            HepDataDependent Edge(string title, Func<Row, double> value) => new($"{title} {RecordText.CouplingName(group.Key)}", "", qualifiers, [.. rows.Select(row => new HepDataValue(value(row)))]);
        }
    }

    private static IEnumerable<Row> Rows(PreferredPlane<MiniBooNEAnalysis> plane) =>
        from level in RegionLevels.All
        where plane.ChiSquare.Prefers(level)
        from i in Enumerable.Range(0, plane.ChiSquare.Masses.Count)
        from interval in plane.ChiSquare.Intervals(i, level)
        select new Row(plane.MZPrime, level.Probability, plane.ChiSquare.Masses.Values[i], interval);
}
