namespace Umbriel.DarkSector.Tests;

/// <summary>One row of validation/reference/darknews/decays.csv (DarkNews 0.4.9, see the README there), GeV and cm.</summary>
internal sealed record DarkNewsDecay(
    string Point,
    DarkSectorParameters Parameters,
    bool IsOnShell,
    double VertexProduction,
    double VertexDecay,
    double Charge,
    double GammaParent,
    double GammaZPrimeOnly,
    double GammaWrongMethod,
    double CtauParent,
    double GammaEE,
    double CtauZPrime,
    double GammaMuMu)
{
    public static IReadOnlyList<DarkNewsDecay> Read()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "validation", "reference", "darknews", "decays.csv"));
        string[] header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => Parse(header, line.Split(',')))];
    }

    private static DarkNewsDecay Parse(string[] header, string[] cells)
    {
        string Text(string column) => cells[Array.IndexOf(header, column)];
        double Number(string column) => Text(column) is { Length: > 0 } text ? double.Parse(text) : double.NaN;
        double? Optional(string column) => Text(column) is { Length: > 0 } text ? double.Parse(text) : null;
        bool dual = Number("m_daughter_GeV") > 0.0;
        DarkSectorParameters parameters = new()
        {
            Scenario = dual ? Scenario.Dual : Scenario.Single,
            HnlType = Text("HNLtype") == "dirac" ? HnlType.Dirac : HnlType.Majorana,
            M4 = Number(dual ? "m_daughter_GeV" : "m_parent_GeV"),
            M5 = dual ? Number("m_parent_GeV") : null,
            MZPrime = Number("mzprime_GeV"),
            Epsilon = Number("epsilon"),
            GD = Number("gD"),
            Umu4 = Number("Umu4"),
            Umu5 = Number("Umu5"),
            UD4 = Optional("UD4"),
            UD5 = Optional("UD5"),
            ZInterference = false,
        };
        return new DarkNewsDecay(
            $"{Text("point")} {Text("gD_setting")} {Text("HNLtype")}",
            parameters,
            Text("mode").StartsWith("on-shell", StringComparison.Ordinal),
            Number("V_production"),
            Number("V_decay"),
            Number("deV"),
            Number("Gamma_parent_GeV"),
            Number("Gamma_KinMixOnly_GeV"),
            Number("Gamma_total_width_method_GeV"),
            Number("ctau_parent_cm"),
            Number("Gamma_zprime_ee_GeV"),
            Number("ctau_zprime_eeonly_cm"),
            Number("Gamma_zprime_mumu_GeV"));
    }
}
