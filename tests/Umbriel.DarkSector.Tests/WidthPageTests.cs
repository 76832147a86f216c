using System.Text;
using Umbriel.Core;

namespace Umbriel.DarkSector.Tests;

/// <summary>Composes validation/widths.md; writes it when UMBRIEL_WRITE_PAGES is set, otherwise checks that it holds the same numbers.</summary>
public sealed class WidthPageTests
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "validation", "widths.md");

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
            # Widths against DarkNews 0.4.9

            Reference: `validation/reference/darknews/decays.csv` (origin and known errors in the README there), every row,
            `emCoupling: darknews`, `BRee: unity`. Written by the test `WidthPageTests`:
            `UMBRIEL_WRITE_PAGES=1 dotnet run --project tests/Umbriel.DarkSector.Tests`; without the variable the same test
            compares this page with the code.

            Deviations are Umbriel/DarkNews − 1 with pure Z' exchange (column `Gamma_KinMixOnly_GeV`, equal to
            `Gamma_parent_GeV` on shell). "total_width()" is DarkNews's method of that name over Umbriel: on shell it lacks
            m_N²/m_Z'², which is not reproduced. "with Z" is the full width over the pure one, minus one: Umbriel's sign
            (docs/physics-signs.md) and DarkNews's.

            | point | regime | Γ (GeV) | cτ (cm) | Γ deviation | total_width() | Γ(Z'→ee) deviation | with Z | with Z, DarkNews |
            |---|---|---|---|---|---|---|---|---|

            """);
        foreach (DarkNewsDecay row in DarkNewsDecay.Read())
        {
            DecayWidths widths = DecayWidths.Compute(row.Parameters);
            double full = DecayWidths.Compute(row.Parameters with { ZInterference = true }).GammaParent_GeV;
            page.Append($"| {row.Point} | {(row.IsOnShell ? "on shell" : "off shell")} | {widths.GammaParent_GeV:0.00000e+0} | {widths.CtauParentCm:0.0000e+0} ");
            page.Append($"| {(widths.GammaParent_GeV / row.GammaZPrimeOnly) - 1.0:0.0e+0} | {row.GammaWrongMethod / widths.GammaParent_GeV:0.0000} ");
            page.Append($"| {(widths.GammaZPrimeEE_GeV / row.GammaEE) - 1.0:0.0e+0} | {Percent((full / widths.GammaParent_GeV) - 1.0)} | {Percent((row.GammaParent / row.GammaZPrimeOnly) - 1.0)} |\n");
        }

        page.Append("""

            ## All channels (`BRee: model`)

            Single, Dirac, α_D = 0.25, ε = 8e-4, |U_μ4|² = 1e-8, with Z exchange. Hadrons follow a simple R(s) (good to 10% at
            the resonances, 30% between 1 and 1.5 GeV). Branching ratio to e+e− of the whole chain.

            | m_4 (GeV) | m_Z' (GeV) | BR(ee) | other channels of N4 | channels of the Z' |
            |---|---|---|---|---|

            """);
        foreach ((double m4, double mediator) in new[] { (0.106, 0.03), (0.15, 0.1), (0.35, 0.3), (0.15, 1.25), (0.3, 1.25), (0.45, 1.25) })
        {
            DecayWidths widths = DecayWidths.Compute(new DarkSectorParameters
            {
                Scenario = Scenario.Single,
                M4 = m4,
                MZPrime = mediator,
                Umu4 = 1e-4,
                GD = Math.Sqrt(4.0 * Math.PI * 0.25),
                BRee = BranchingRatioConvention.Model,
            });
            string Share(IEnumerable<DecayChannel> channels, double total) => string.Join(", ", channels.Select(c => $"{c.Name} {c.Width / total:0.000e+0}"));
            page.Append($"| {m4} | {mediator} | {widths.BrEE:0.0000} | {Share(widths.ParentChannels.Skip(1), widths.GammaParent_GeV)} | {Share(widths.ZPrimeChannels, widths.GammaZPrime_GeV)} |\n");
        }

        Threshold(page);
        return page.ToString();
    }

    private static void Threshold(StringBuilder page)
    {
        page.Append("""

            ## Where m_N − m_n passes m_Z'

            Dirac, α_D = 0.25, ε = 8e-4, `BRee: unity`, m_Z' = 30 MeV, |U|² = 1e-6; dual: m_4 = 70 MeV. Version 0.1.0 had the
            three-body width up to the threshold and the two-body width of a real Z' alone from the
            next floating-point number on, which begins at zero. The width is now the integral over the Breit-Wigner line of
            the Z' and does not fall where a channel opens (test `ThresholdTests`); far from the threshold it is what it was.

            | scenario | m_N − m_n − m_Z' (GeV) | Γ (GeV) | Γ in 0.1.0 (GeV) |
            |---|---|---|---|

            """);
        foreach (DarkSectorParameters at in (DarkSectorParameters[])
        [
            new() { Scenario = Scenario.Single, M4 = 0.03, MZPrime = 0.03, Umu4 = 1e-3, GD = Math.Sqrt(Math.PI) },
            new() { Scenario = Scenario.Dual, M4 = 0.07, M5 = 0.1, MZPrime = 0.03, Umu5 = 1e-3, GD = Math.Sqrt(Math.PI) },
        ])
        {
            foreach (double distance in new[] { -1e-3, -1e-6, -1e-9, 1e-17, 1e-12, 1e-10, 1e-8, 1e-7, 2.8e-7, 1e-6, 1e-5, 1e-4, 1e-3 })
            {
                DarkSectorParameters point = at.Scenario == Scenario.Single ? at with { M4 = Above(0.03) } : at with { M5 = Above(0.1) };
                double width = DecayWidths.Compute(point).GammaParent_GeV;
                double before = distance < 0.0
                    ? width
                    : TwoBodyWidth.OfVector(point.ParentMass, point.DaughterMass, 0.03, Couplings.From(point).DecayVertex, HnlType.Dirac);
                page.Append($"| {Scenarios.Name(at.Scenario)} | {(distance == 1e-17 ? "one step" : $"{distance:0.0e+0}")} | {width:0.0000e+0} | {before:0.0000e+0} |\n");

                // One step of floating-point numbers for the least of the distances.
                double Above(double mass) => distance == 1e-17 ? Math.BitIncrement(mass) : mass + distance;
            }
        }
    }

    // Below 1e-9 only rounding is left.
    private static string Percent(double value) => Math.Abs(value) < 1e-9 ? "0" : $"{100.0 * value:0.0000}%";
}
