using System.Text;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

/// <summary>Composes validation/xsec.md; writes it when UMBRIEL_WRITE_PAGES is set, otherwise checks that it holds the same numbers.</summary>
public sealed class CrossSectionPageTests
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "validation", "xsec.md");

    [Fact]
    public void The_page_is_what_the_code_gives()
    {
        string page = Compose();
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(Path, page);
        }

        PageComparison.ShouldAgree(File.ReadAllText(Path), page);
    }

    private static string Compose()
    {
        StringBuilder page = new();
        page.Append("""
            # Cross sections against DarkNews 0.4.9

            Reference: `validation/reference/darknews/xsec.csv` (origin and known errors in the README there), every row,
            g_D = 1, ε = 8e-4, |U| = 1e-4, `emCoupling: darknews`. Written by the test `CrossSectionPageTests`:
            `UMBRIEL_WRITE_PAGES=1 dotnet run --project tests/Umbriel.Generation.Tests`; without the variable the same test
            compares this page with the code.

            ## Pure Z' exchange

            Largest |σ/σ_DarkNews − 1| over E = 0.3, 0.8, 1.5, 3 GeV. "Dirac" treats the nucleus as the spin-½ particle that
            DarkNews takes it for; "spin 0" is what these nuclei are and what Umbriel uses. The last column is the spin-0
            difference relative to the helicity-summed cross section: the only sizeable differences are in a part that
            carries 1e-3 to 1e-7 of the total. For p-el both are the same nucleon.

            | benchmark | target | regime | helicity | Dirac | spin 0 | spin 0, of the total |
            |---|---|---|---|---|---|---|

            """);
        IReadOnlyList<DarkNewsCrossSection> rows = DarkNewsCrossSection.Read();
        foreach (var block in rows.Where(r => r.Regime != ScatteringRegime.NeutronElastic).GroupBy(r => (r.Benchmark, r.Target, r.Regime, r.Helicity)))
        {
            double dirac = block.Max(r => Math.Abs((Total(r, false, NuclearCurrent.DiracParticle) / r.ZPrime) - 1.0));
            double spinZero = block.Max(r => Math.Abs((Total(r, false, NuclearCurrent.SpinZero) / r.ZPrime) - 1.0));
            double share = block.Max(r => Math.Abs(Total(r, false, NuclearCurrent.SpinZero) - r.ZPrime)
                / r.CrossSection(false, NuclearCurrent.SpinZero).Total(r.Energy, Helicity.Both));
            page.Append($"| {block.Key.Benchmark} | {block.Key.Target} | {Name(block.Key.Regime)} | {block.Key.Helicity} | {dirac:0.0e+0} | {spinZero:0.0e+0} | {share:0.0e+0} |\n");
        }

        page.Append("""

            What is left in the Dirac column at m_Z' = 1.25 GeV, 1.3e-4, is DarkNews's coupling of the Z' to neutrons through
            exact Z-Z' mixing (N d_n / Z d_p), which is not in the letter's Lagrangian.

            ## Interference with Standard Model Z exchange

            (σ − σ_Z' − σ_Z)/σ_Z' at 0.8 GeV, both helicities, and its ratio to DarkNews's column. The sign is derived in
            docs/physics-signs.md. For p-el DarkNews counts the weak charge twice (a factor 0.053 in its vector term) and mixes
            it into the axial term: no agreement is expected.

            | benchmark | target | regime | Umbriel | DarkNews | ratio |
            |---|---|---|---|---|---|

            """);
        foreach (var block in rows.Where(r => r.Regime != ScatteringRegime.NeutronElastic && r.Energy == 0.8).GroupBy(r => (r.Benchmark, r.Target, r.Regime)))
        {
            double pure = block.Sum(r => Total(r, false, NuclearCurrent.DiracParticle));
            double weak = block.Sum(r => ZOnly(r));
            double mine = block.Sum(r => Total(r, true, NuclearCurrent.DiracParticle)) - pure - weak;
            double theirs = block.Sum(r => r.Interference);
            page.Append($"| {block.Key.Benchmark} | {block.Key.Target} | {Name(block.Key.Regime)} | {mine / pure:0.000e+0} | {theirs / pure:0.000e+0} | {mine / theirs:0.000} |\n");
        }

        page.Append("""

            ## Choices that DarkNews does not make, argon, single, E = 0.8 GeV

            Coherent cross section relative to Fourier-Bessel; neutron-elastic (magnetic) relative to coherent + proton-elastic;
            effect of Pauli blocking on proton-elastic.

            | m_4 (GeV) | m_Z' (GeV) | Helm | Fermi | n-el share | Pauli blocking |
            |---|---|---|---|---|---|

            """);
        foreach ((double m4, double mediator) in new[] { (0.1, 0.03), (0.106, 0.03), (0.15, 0.2), (0.15, 1.25), (0.4, 1.25) })
        {
            DarkSectorParameters point = new() { Scenario = Scenario.Single, M4 = m4, MZPrime = mediator, Umu4 = 1e-4, ZInterference = false };
            double Argon(ScatteringRegime regime, FormFactorModel model = FormFactorModel.FourierBessel, bool pauli = false) =>
                new UpscatteringCrossSection(point, Target.Ar40, regime, model, pauli).Total(0.8, Helicity.Both);
            double coherent = Argon(ScatteringRegime.Coherent);
            double proton = Argon(ScatteringRegime.ProtonElastic);
            double neutron = Argon(ScatteringRegime.NeutronElastic);
            page.Append($"| {m4} | {mediator} | {Argon(ScatteringRegime.Coherent, FormFactorModel.Helm) / coherent:0.0000} | {Argon(ScatteringRegime.Coherent, FormFactorModel.Fermi) / coherent:0.0000} | {neutron / (coherent + proton):0.0000} | {(Argon(ScatteringRegime.ProtonElastic, pauli: true) / proton) - 1.0:0.000} |\n");
        }

        return page.ToString();
    }

    private static double Total(DarkNewsCrossSection row, bool z, NuclearCurrent nucleus) => row.CrossSection(z, nucleus).Total(row.Energy, row.Helicity);

    private static double ZOnly(DarkNewsCrossSection row) => new UpscatteringCrossSection(
        row.Parameters(true) with { Epsilon = 0.0 }, row.Target, row.Regime, nucleus: NuclearCurrent.DiracParticle).Total(row.Energy, row.Helicity);

    private static string Name(ScatteringRegime regime) => regime switch
    {
        ScatteringRegime.Coherent => "coherent",
        ScatteringRegime.ProtonElastic => "p-el",
        _ => "n-el",
    };
}
