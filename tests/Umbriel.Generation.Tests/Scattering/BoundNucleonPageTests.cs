using System.Globalization;
using System.Text;
using Umbriel.Core;
using Umbriel.Core.Events;
using Umbriel.DarkSector;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Scattering;

/// <summary>Composes validation/bound-nucleons.md; writes it when UMBRIEL_WRITE_PAGES is set, otherwise checks that it holds the same numbers.</summary>
public sealed class BoundNucleonPageTests
{
    private const int Events = 40_000;

    private static readonly double[] Thresholds = [0.010, 0.020, 0.040];

    private static readonly (string Name, DarkSectorParameters Model)[] Models =
    [
        ("single, m4 = 0.106, mZ' = 0.03 (the letter's example)", Points.Key with { ZInterference = true }),
        ("single, m4 = 0.1, mZ' = 0.2", Points.Key with { M4 = 0.1, MZPrime = 0.2, Umu4 = 1e-3, ZInterference = true }),
        ("single, m4 = 0.15, mZ' = 1.25", Points.SingleOffShell with { ZInterference = true, Umu4 = 1e-2 }),
        ("single, m4 = 0.4, mZ' = 1.25", Points.SingleOffShell with { M4 = 0.4, ZInterference = true, Umu4 = 1e-2 }),
        ("dual, m4 = 0.1, m5 = 0.2, mZ' = 0.03", Points.DualOnShell with { ZInterference = true }),
        ("dual, m4 = 0.1, m5 = 0.25, mZ' = 1.25", Points.DualOffShell with { MZPrime = 1.25, ZInterference = true, Umu5 = 1e-2 }),
    ];

    [Fact]
    [Trait("Category", "Validation")]
    public void The_page_is_what_the_code_gives()
    {
        string path = Repository.PathOf("validation/bound-nucleons.md");
        string page = Compose();
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page);
        }

        PageComparison.ShouldAgree(File.ReadAllText(path), page, 0.05, 0.003);
    }

    private static string Compose()
    {
        StringBuilder page = new();
        page.Append("""
            # Upscattering off bound nucleons

            What `nuclearResponse: fermi-gas` changes in `p-el` and `n-el` on argon: a local Fermi gas with a removal energy of
            29.5 MeV and Pauli's principle (docs/physics.md (19a), (19b)), then the cascade of the struck nucleon. MicroBooNE's flux
            of ν_μ and ν̄_μ, scatters in the TPC, Z exchange included. Written by the test `BoundNucleonPageTests`:
            `UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Generation.Tests`; without the variable the same
            test compares this page with the code.

            ## Rates

            Scatters in the TPC with `fermi-gas` over those with `free` nucleons; for comparison, `free` with `pauliBlocking`; and
            what the incoherent regimes are of all (coherent, p-el and n-el), with free and with bound nucleons.

            | model (GeV) | p-el | n-el | p-el, Pauli blocking alone | n-el, Pauli blocking alone | incoherent share, free | incoherent share, bound |
            |---|---|---|---|---|---|---|

            """);
        foreach ((string name, DarkSectorParameters model) in Models)
        {
            double coherent = Scatters(model, ScatteringRegime.Coherent, Free);
            (double p, double n) = (Scatters(model, ScatteringRegime.ProtonElastic, Free), Scatters(model, ScatteringRegime.NeutronElastic, Free));
            (double boundP, double boundN) = (Scatters(model, ScatteringRegime.ProtonElastic, Bound), Scatters(model, ScatteringRegime.NeutronElastic, Bound));
            GenerationSettings blocked = Free with { PauliBlocking = true };
            (double blockedP, double blockedN) = (Scatters(model, ScatteringRegime.ProtonElastic, blocked), Scatters(model, ScatteringRegime.NeutronElastic, blocked));
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {boundP / p:F3} | {boundN / n:F3} | {blockedP / p:F3} | {blockedN / n:F3} | {(p + n) / (p + n + coherent):F3} | {(boundP + boundN) / (boundP + boundN + coherent):F3} |\n");
        }

        page.Append("""

            A light Z' scatters at |q| below the Fermi momentum, where few nucleons can go: nine tenths of what free protons would
            add is not there. A heavy one scatters at several hundred MeV and loses a quarter: blocking, and removal energy at the
            lower end. Blocking in a gas at rest of one Fermi momentum (`pauliBlocking`) has the size for light Z', and misses the
            removal energy and the surface for heavy ones.

            ## Protons

            Share of the incoherent events with a proton above a kinetic energy, in percent: before the cascade (the struck proton), after it,
            and with nucleons free and at rest.

            | model (GeV) | regime | free: 10 MeV | 20 | 40 | before: 10 | 20 | 40 | after: 10 | 20 | 40 |
            |---|---|---|---|---|---|---|---|---|---|---|

            """);
        foreach ((string name, DarkSectorParameters model) in Models)
        {
            foreach (ScatteringRegime regime in new[] { ScatteringRegime.ProtonElastic, ScatteringRegime.NeutronElastic })
            {
                double[] free = Shares(model, Free with { Regimes = [regime] }, (batch, i) => regime == ScatteringRegime.ProtonElastic ? batch.NeutrinoEnergy[i] - batch.DarkNeutrino[i].E : 0.0);
                GenerationSettings bound = Bound with { Regimes = [regime] };
                double[] before = Shares(model, bound, (batch, i) => batch.Breakup[i] is { StruckPdg: 2212 } breakup ? breakup.Leaving.E - PhysicalConstants.MassProton : 0.0);
                double[] after = Shares(model, bound, (batch, i) => batch.Breakup[i] is { } breakup ? Fastest(breakup) : 0.0);
                page.Append(CultureInfo.InvariantCulture, $"| {name} | {(regime == ScatteringRegime.ProtonElastic ? "p-el" : "n-el")} | {Row(free)} | {Row(before)} | {Row(after)} |\n");
            }
        }

        page.Append("""

            A struck nucleon that leaves has more than the Fermi momentum, up to 36 MeV in argon's centre: with a light Z' the nucleus lifts
            the protons' energies, with a heavy one it hardly matters to them. The cascade stops some and makes others: struck neutrons
            knock out protons, and slow protons come from the remnant.

            """);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static GenerationSettings Free => new(Points.Site) { Seed = 3 };

    private static GenerationSettings Bound => Free with { NuclearResponse = NuclearResponse.FermiGas };

    private static double Scatters(DarkSectorParameters model, ScatteringRegime regime, GenerationSettings settings) =>
        new RateCalculator(model, settings, Points.Beam).Scatters(EventOrigin.Tpc, regime, Helicity.Both);

    private static double[] Shares(DarkSectorParameters model, GenerationSettings settings, Func<TruthEventBatch, int, double> kinetic)
    {
        TruthEventBatch batch = Points.Run(model, settings, EventOrigin.Tpc, Events);
        double all = batch.Weight.Sum();
        return [.. Thresholds.Select(threshold => Enumerable.Range(0, batch.Count).Sum(i => kinetic(batch, i) > threshold ? batch.Weight[i] : 0.0) / all)];
    }

    private static double Fastest(NuclearBreakup breakup) =>
        breakup.Particles.Where(particle => particle.Pdg == 2212).Select(particle => particle.Momentum.E - PhysicalConstants.MassProton).DefaultIfEmpty(0.0).Max();

    private static string Row(double[] shares) => string.Join(" | ", shares.Select(share => (100.0 * share).ToString("F1", CultureInfo.InvariantCulture)));
}
