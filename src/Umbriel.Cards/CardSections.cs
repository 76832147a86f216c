using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.Yaml;

namespace Umbriel.Cards;

/// <summary>The <c>fit</c>, <c>scan</c> and <c>response</c> sections.</summary>
internal static class CardSections
{
    private const double Threshold = 2.0 * PhysicalConstants.MassElectron;

    public static FitSettings Fit(SectionReader card)
    {
        FitSettings standard = new();
        if (card.Section("fit", ["variable", "covariance", "correlation", "signalCovariance", "systematics", "statistic"]) is not { } fit)
        {
            return standard;
        }

        return new FitSettings
        {
            Variable = fit.Choice("variable", standard.Variable, CardChoices.Variables),
            Covariance = fit.Choice("covariance", standard.Covariance, CardChoices.Covariances),
            Correlation = fit.Number("correlation", standard.Correlation, value => value is > -1.0 and < 1.0, "a correlation between -1 and 1"),
            SignalCovariance = fit.Flag("signalCovariance", standard.SignalCovariance),
            Systematics = fit.List("systematics", standard.Systematics, node => fit.Choice("systematics", node, CardChoices.Systematics), "a list of " + string.Join(", ", CardChoices.Systematics.Keys) + ", or [] for none", fewest: 0),
            Statistic = fit.Choice("statistic", standard.Statistic, CardChoices.Statistics),
        };
    }

    public static ScanSettings Scan(SectionReader card)
    {
        ScanSettings standard = new();
        if (card.Section("scan", ["scenarios", "delta", "mzprime", "mass", "coupling"]) is not { } scan)
        {
            return standard;
        }

        string zMass = $"Z' masses in GeV above 2 m_e = {Threshold} and at most 50";
        ScanSettings settings = new()
        {
            Scenarios = scan.List("scenarios", standard.Scenarios, node => scan.Choice("scenarios", node, CardChoices.Scenarios), "a list of single, dual"),
            Delta = scan.Number("delta", standard.Delta, value => value is > 0.0 and <= 1e6, "a mass splitting (m5 - m4)/m4 above 0"),
            MZPrime = scan.List("mzprime", standard.MZPrime, node => scan.Number("mzprime", node, value => value is > Threshold and <= 50.0, zMass), "a list of " + zMass),
            Mass = Grid(scan, "mass", standard.Mass, 50.0, 10_000),
            Coupling = Grid(scan, "coupling", standard.Coupling, 1.0, 100_000),
        };
        CheckThreshold(scan, settings);
        return settings;
    }

    public static MiniBooNESettings MiniBooNE(SectionReader card)
    {
        MiniBooNESettings standard = new();
        if (card.Section("miniboone", ["release", "mode", "efficiency", "ringCut", "clipped", "regimes"]) is not { } section)
        {
            return standard;
        }

        return new MiniBooNESettings
        {
            Releases = OneOrMore(section, "release", standard.Releases, CardChoices.Releases, "2020, 2018 or a list of them"),
            Modes = OneOrMore(section, "mode", standard.Modes, CardChoices.Modes, "fhc, rhc, combined or a list of them"),
            Efficiency = section.Choice("efficiency", standard.Efficiency, CardChoices.Efficiencies),
            RingCut = section.Choice("ringCut", standard.RingCut, CardChoices.RingCuts),
            Clipped = section.Choice("clipped", standard.Clipped, CardChoices.Clipped),
            Regimes = OneOrMore(section, "regimes", standard.Regimes, CardChoices.Regimes, "a list of coherent, p-el, n-el"),
        };
    }

    /// <summary>A list of words, or one alone.</summary>
    private static IReadOnlyList<T> OneOrMore<T>(SectionReader section, string key, IReadOnlyList<T> standard, IReadOnlyDictionary<string, T> choices, string expected) =>
        section.Map.Find(key) is { Value: YamlScalar scalar }
            ? [section.Choice(key, scalar, choices)]
            : section.List(key, standard, node => section.Choice(key, node, choices), expected);

    public static ResponseSettings Response(SectionReader card)
    {
        if (card.Section("response", ["mixture", "tables"]) is not { } response)
        {
            return new ResponseSettings();
        }

        IReadOnlyList<string> mixtures = response.Map.Find("mixture") switch
        {
            null => [],
            { Value: YamlScalar scalar } => [Mixture(response, scalar)],
            _ => response.List("mixture", [], node => Mixture(response, node), "a mixture's name or a list of names"),
        };
        return new ResponseSettings { Mixtures = mixtures, Tables = response.Text("tables", null) };
    }

    private static string Mixture(SectionReader response, YamlNode node) =>
        node is YamlScalar { IsNull: false } scalar && scalar.Text.Length <= 64 && scalar.Text.Length > 0 && scalar.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? scalar.Text
            : throw response.Error("mixture", node, "a mixture's name (letters, digits, - and _) or a list of names");

    private static ScanGrid Grid(SectionReader scan, string key, ScanGrid standard, double highest, ulong mostPoints)
    {
        if (scan.Section(key, ["low", "high", "points"]) is not { } grid)
        {
            return standard;
        }

        Predicate<double> inRange = value => value > 0.0 && value <= highest;
        string expected = $"a number above 0 and at most {highest}";
        double low = grid.Number("low", standard.Low, inRange, expected);
        double high = grid.Number("high", standard.High, inRange, expected);
        if (low >= high)
        {
            throw new UserErrorException($"{grid.File}:{grid.Map.Line}", scan.Name(key), $"low {low} and high {high}", "low below high");
        }

        return new ScanGrid(low, high, (int)grid.Whole("points", (ulong)standard.Points, 2, mostPoints));
    }

    /// <summary>
    /// e+e- must be kinematically open at the lightest mass of the scan. In the dual scenario the gap is
    /// m5 − m4 = m5 Δ/(1 + Δ), m5 being the mass that is scanned.
    /// </summary>
    private static void CheckThreshold(SectionReader scan, ScanSettings settings)
    {
        foreach (Scenario scenario in settings.Scenarios)
        {
            double gap = scenario == Scenario.Single ? settings.Mass.Low : settings.Mass.Low * settings.Delta / (1.0 + settings.Delta);
            if (gap <= Threshold)
            {
                int line = (scan.Map.Find("mass") ?? scan.Map.Find("delta") ?? scan.Map.Entries[0]).Line;
                throw new UserErrorException($"{scan.File}:{line}", scan.Name("mass"), $"a gap of {gap} GeV at the lightest mass ({CardChoices.Word(CardChoices.Scenarios, scenario)})", $"a gap above 2 m_e = {Threshold}");
            }
        }
    }
}
