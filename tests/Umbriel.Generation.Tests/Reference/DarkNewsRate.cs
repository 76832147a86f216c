using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Generation.Tests.Reference;

/// <summary>
/// One point and region of validation/reference/darknews/rates.csv with its rows of rates_deterministic.csv (DarkNews
/// 0.4.9; origin and known errors in the README there).
/// </summary>
internal sealed record DarkNewsRate(
    string Point, string Experiment, double Pot, double Ctau, (double Value, double Error) Rate, (double Value, double Error) DecaysInTpc, IReadOnlyDictionary<string, double> Channels, DarkSectorParameters Parameters)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "validation", "reference", "darknews");

    /// <summary>Exposure and geometry as DarkNews has them: muon neutrinos only, isotropic Z', free nucleons.</summary>
    public GenerationSettings Settings(params ScatteringRegime[] regimes) => new(Points.Site)
    {
        Pot = Pot,
        Regimes = regimes,
        NeutrinoFlavours = [14],
        ZPolarisation = ZPrimePolarisation.Isotropic,
        Geometry = GeometryConvention.DarkNews,
    };

    /// <summary>
    /// The model with the interference DarkNews effectively has: right on nuclei, absent on protons up to a twentieth
    /// (validation/xsec.md).
    /// </summary>
    public DarkSectorParameters ParametersFor(ScatteringRegime regime) => Parameters with { ZInterference = regime == ScatteringRegime.Coherent };

    public static IReadOnlyList<DarkNewsRate> Read()
    {
        ILookup<string, (string Channel, double Events)> channels = File.ReadLines(Path.Combine(Folder, "rates_deterministic.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToLookup(c => $"{c[0]},{c[1]}", c => (c[2], double.Parse(c[3])));
        string[] lines = File.ReadAllLines(Path.Combine(Folder, "rates.csv"));
        string[] header = lines[0].Split(',');
        return [.. lines.Skip(1).Where(l => !l.Contains(",miniboone_fhc,", StringComparison.Ordinal)).Select(line => Parse(Cells(line), header, channels))];
    }

    private static DarkNewsRate Parse(string[] cells, string[] header, ILookup<string, (string Channel, double Events)> channels)
    {
        string Text(string name) => cells[Array.IndexOf(header, name)];
        double Number(string name) => double.Parse(Text(name));
        bool dual = Text("m5").Length > 0;
        DarkSectorParameters parameters = new()
        {
            Scenario = dual ? Scenario.Dual : Scenario.Single,
            HnlType = Text("HNLtype") == "majorana" ? HnlType.Majorana : HnlType.Dirac,
            M4 = Number("m4"),
            M5 = dual ? Number("m5") : null,
            MZPrime = Number("mzprime"),
            Umu4 = Number("Umu4"),
            Umu5 = dual ? Number("Umu5") : 0.0,
            UD4 = Number("UD4"),
            UD5 = dual ? Number("UD5") : null,
            Epsilon = Number("epsilon"),
            GD = Number("gD"),
        };
        return new DarkNewsRate(
            Text("point"),
            Text("experiment"),
            Number("POT"),
            Number("ctau0_cm_mc"),
            (Number("rate"), Number("rate_err")),
            (Number("exp_dec_in_tpc"), Number("exp_dec_in_tpc_err")),
            channels[$"{Text("point")},{Text("experiment")}"].ToDictionary(c => c.Channel, c => c.Events),
            parameters);
    }

    /// <summary>Cells of a line whose second one may be quoted.</summary>
    private static string[] Cells(string line)
    {
        int open = line.IndexOf('"', StringComparison.Ordinal);
        int close = line.LastIndexOf('"');
        return open < 0 ? line.Split(',') : (line[..open] + "x" + line[(close + 1)..]).Split(',');
    }
}
