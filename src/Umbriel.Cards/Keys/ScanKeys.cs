using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Yaml;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Cards.Keys;

/// <summary>The <c>scan</c> section.</summary>
internal sealed class ScanKeys : CardTable<ScanSettings>
{
    private static readonly ValueKind<Scenario> OneScenario = Choice(CardChoices.Scenarios);

    public ScanKeys()
    {
        string zMass = $"Z' masses in GeV above 2 m_e = {PhysicalConstants.ElectronPairThreshold} and at most 50";
        Key("scenarios", List(OneScenario, "a list of single, dual"), scan => scan.Scenarios, (scan, value) => scan with { Scenarios = value },
            "what `search` covers", example: "[dual]");
        Key("delta", Number(value => value is > 0.0 and <= 1e6, "a mass splitting (m5 - m4)/m4 above 0"), scan => scan.Delta, (scan, value) => scan with { Delta = value },
            "Δ = (m5 − m4)/m4 of the dual scenario", example: "0.5");
        Key("mzprime", List(Number(value => value is > PhysicalConstants.ElectronPairThreshold and <= 50.0, zMass), "a list of " + zMass), scan => scan.MZPrime, (scan, value) => scan with { MZPrime = value },
            "Z' masses, GeV; the default is the letter's six", example: "[0.06, 1.25]");
        Grid("mass", new GridKeys(50.0, 10_000, "GeV"), scan => scan.Mass, (scan, value) => scan with { Mass = value },
            "mass of the upscattered dark neutrino, logarithmic");
        Grid("coupling", new GridKeys(1.0, 100_000, ""), scan => scan.Coupling, (scan, value) => scan with { Coupling = value },
            "|U|², logarithmic");
    }

    /// <summary>
    /// e+e- must be kinematically open at the lightest mass of the scan. In the dual scenario the gap is
    /// m5 − m4 = m5 Δ/(1 + Δ), m5 being the mass that is scanned.
    /// </summary>
    protected override void Check(SectionReader section, ScanSettings record)
    {
        foreach (Scenario scenario in record.Scenarios)
        {
            double gap = scenario == Scenario.Single ? record.Mass.Low : record.Mass.Low * record.Delta / (1.0 + record.Delta);
            if (gap <= PhysicalConstants.ElectronPairThreshold)
            {
                int line = (section.Map.Find("mass") ?? section.Map.Find("delta") ?? section.Map.Entries[0]).Line;
                throw section.ErrorAt(line, "mass", $"a gap of {gap} GeV at the lightest mass ({OneScenario.Write(scenario)})", $"a gap above 2 m_e = {PhysicalConstants.ElectronPairThreshold}");
            }
        }
    }

    private void Grid(string name, GridKeys table, Func<ScanSettings, ScanGrid> get, Func<ScanSettings, ScanGrid, ScanSettings> set, string meaning) =>
        Add(new SectionKey<ScanSettings, ScanGrid>(name, table, get, set) { OnOneLine = true, Meaning = meaning });
}

/// <summary>A logarithmic grid of a scan.</summary>
internal sealed class GridKeys : CardTable<ScanGrid>
{
    public GridKeys(double highest, int mostPoints, string unit)
    {
        ValueKind<double> value = Number(value => value > 0.0 && value <= highest, $"a number above 0 and at most {highest}");
        string inUnit = unit.Length == 0 ? "" : ", " + unit;
        Key("low", value, grid => grid.Low, (grid, low) => grid with { Low = low }, "first value" + inUnit, example: "0.02");
        Key("high", value, grid => grid.High, (grid, high) => grid with { High = high }, "last value" + inUnit, example: "0.5");
        Key("points", Count(2, mostPoints), grid => grid.Points, (grid, points) => grid with { Points = points }, "number of values, both ends included", example: "7");
    }

    /// <inheritdoc/>
    protected override void Check(SectionReader section, ScanGrid record)
    {
        if (record.Low >= record.High)
        {
            throw YamlPlace.Error(section.File, Math.Min(section.Map.Line, section.Map.Entries.Min(entry => entry.Line)), section.Path, $"low {record.Low} and high {record.High}", "low below high");
        }
    }
}
