using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

/// <summary>One row of validation/reference/darknews/xsec.csv (DarkNews 0.4.9, see the README there), cm² per nucleus, g_D = 1.</summary>
internal sealed record DarkNewsCrossSection(
    string Benchmark, Target Target, ScatteringRegime Regime, Helicity Helicity, double Energy, double ZPrime, double Interference, double NeutralCurrent)
{
    public bool IsDual => Benchmark.StartsWith("dual", StringComparison.Ordinal);

    /// <summary>The benchmark's model: masses from its name, couplings from the README (g_D = 1, ε = 8e-4, U = 1e-4).</summary>
    public DarkSectorParameters Parameters(bool zInterference)
    {
        string[] words = Benchmark.Split('_');
        double m4 = double.Parse(words[2]);
        double mediator = double.Parse(words[^1]);
        return IsDual
            ? new DarkSectorParameters
            {
                Scenario = Scenario.Dual,
                M4 = m4,
                M5 = double.Parse(words[4]),
                MZPrime = mediator,
                Umu5 = 1e-4,
                UD4 = Math.Sqrt(0.5),
                UD5 = Math.Sqrt(0.5),
                GD = 1.0,
                ZInterference = zInterference,
            }
            : new DarkSectorParameters
            {
                Scenario = Scenario.Single,
                M4 = m4,
                MZPrime = mediator,
                Umu4 = 1e-4,
                UD4 = 1.0,
                GD = 1.0,
                ZInterference = zInterference,
            };
    }

    public UpscatteringCrossSection CrossSection(bool zInterference, NuclearCurrent nucleus = NuclearCurrent.DiracParticle) =>
        new(Parameters(zInterference), Target, Regime, nucleus: nucleus);

    public static IReadOnlyList<DarkNewsCrossSection> Read()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "validation", "reference", "darknews", "xsec.csv"));
        return [.. lines.Skip(1).Select(Parse)];
    }

    private static DarkNewsCrossSection Parse(string line)
    {
        string[] cells = line.Split(',');
        return new DarkNewsCrossSection(
            cells[0],
            Target.Find(cells[1])!,
            cells[2] switch { "coherent" => ScatteringRegime.Coherent, "p-el" => ScatteringRegime.ProtonElastic, _ => ScatteringRegime.NeutronElastic },
            cells[3] == "HC" ? Helicity.Conserving : Helicity.Flipping,
            double.Parse(cells[4]),
            double.Parse(cells[9]),
            double.Parse(cells[10]),
            double.Parse(cells[11]));
    }
}
