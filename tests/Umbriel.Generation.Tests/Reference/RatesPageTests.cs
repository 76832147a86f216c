using System.Text;
using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.DarkSector;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Reference;

/// <summary>
/// Rates against DarkNews 0.4.9 (validation/reference/darknews/rates.csv and rates_deterministic.csv), and validation/rates.md:
/// written when UMBRIEL_WRITE_PAGES is set, otherwise checked to hold the same numbers.
/// </summary>
public sealed class RatesPageTests
{
    private const int Events = 200_000;
    private static readonly IReadOnlyList<DarkNewsRate> Rows = DarkNewsRate.Read();

    private static readonly ScatteringRegime[] Both = [ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic];

    [Fact]
    public void All_rows_are_read()
    {
        Rows.Count.ShouldBe(27);
        Rows.ShouldAllBe(r => r.Channels.Count == (r.Experiment == "microboone_dirt" ? 9 : 5));
    }

    [Fact]
    public void Deterministic_channels_agree()
    {
        // DarkNews's own quadrature of flux × σ without the rise of the flux upstream: argon only, where there is none.
        foreach (DarkNewsRate row in Rows.Where(r => r.Experiment != "microboone_dirt"))
        {
            foreach ((string channel, double events) in row.Channels.Where(c => c.Key != "total"))
            {
                // 0.5% is the requirement. Flipping off a spin-0 nucleus differs from DarkNews's spin ½ (validation/xsec.md) in
                // a part that is below 1e-3 of the total. At 1.25 GeV DarkNews's own interference on protons is 0.5%.
                (ScatteringRegime regime, Helicity helicity) = Channel(channel);
                if (row.Parameters.HnlType == HnlType.Majorana && regime == ScatteringRegime.Coherent && helicity == Helicity.Flipping)
                {
                    // DarkNews's Majorana interference is not projected on helicities (design/darknews-conventions.md P3).
                    continue;
                }

                double tolerance = regime == ScatteringRegime.ProtonElastic && row.Parameters.MZPrime > 0.4 ? 0.01 : 0.005;
                double slack = regime == ScatteringRegime.Coherent && helicity == Helicity.Flipping ? 1e-4 * row.Channels["total"] : 0.0;
                (Argon(row, regime, helicity) - BelowTheirStart(row, regime, helicity)).ShouldBe(events, (tolerance * events) + slack, $"{row.Point} {row.Experiment} {channel}");
            }
        }
    }

    [Fact]
    public void Scatters_on_argon_agree_within_half_a_per_cent()
    {
        foreach (DarkNewsRate row in Rows.Where(r => r.Experiment != "microboone_dirt"))
        {
            Scatters(row).ShouldBe(row.Rate.Value, 0.005 * row.Rate.Value, $"{row.Point} {row.Experiment}");
        }
    }

    [Fact]
    public void Scatters_on_soil_agree_within_three_per_cent()
    {
        // Or three of DarkNews's standard errors (5 or 6 seeds, typically 0.5 to 1%).
        foreach (DarkNewsRate row in Rows.Where(r => r.Experiment == "microboone_dirt"))
        {
            Scatters(row).ShouldBe(row.Rate.Value, Math.Max(0.03 * row.Rate.Value, 3.0 * row.Rate.Error), row.Point);
        }
    }

    [Fact]
    [Trait("Category", "Validation")]
    public void The_page_is_what_the_code_gives_and_decays_in_the_TPC_agree()
    {
        string path = Path.Combine(Repository.Root, "validation", "rates.md");
        (string page, List<string> failures) = Compose();
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page);
        }

        failures.ShouldBeEmpty();
        PageComparison.ShouldAgree(File.ReadAllText(path), page);
    }

    private static (string Page, List<string> Failures) Compose()
    {
        StringBuilder page = new();
        page.Append($"""
            # Rates against DarkNews 0.4.9

            Reference: `validation/reference/darknews/rates.csv` and `rates_deterministic.csv` (origin and known errors in the
            README there), every MicroBooNE row. Umbriel runs with DarkNews's assumptions: its masses and volumes
            (`geometry: darknews`), muon neutrinos only, coherent + p-el, isotropic Z', `emCoupling: darknews`, BR(e+e−) = 1, Z
            exchange on nuclei but not on protons, where DarkNews's is wrong (validation/xsec.md). Written by the test
            `RatesPageTests`: `UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Generation.Tests`; without the
            variable the same test compares this page with the code.

            ## Upscatterings

            N_T POT ∫ φ σ dE; on the soil with the rise of the flux towards the target. DarkNews's `microboone` is all argon of the
            vessel and contains the TPC: compared with Tpc + Cryostat. Quadrature is DarkNews's own deterministic total, without
            the rise of the flux (not comparable on soil). The pull is in DarkNews's errors (5 or 6 seeds); on argon these are of the
            order 5e-4 and DarkNews's Monte Carlo and quadrature differ by as much.

            | point | region | Umbriel | DarkNews | ± | ratio | pull | ratio to quadrature |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (DarkNewsRate row in Rows)
        {
            double mine = Scatters(row);
            string quadrature = row.Experiment == "microboone_dirt" ? "–" : $"{mine / row.Channels["total"]:0.0000}";
            page.Append($"| {row.Point} | {Region(row)} | {mine:0.0000e+0} | {row.Rate.Value:0.0000e+0} | {row.Rate.Error:0.0e+0} | {mine / row.Rate.Value:0.0000} | {(mine - row.Rate.Value) / row.Rate.Error:0.0} | {quadrature} |\n");
        }

        page.Append($"""

            ## Pairs born in the TPC

            Sum of weights of `EventSource`, {Events} events per region and regime, against DarkNews's `exp_dec_in_tpc` (its
            vertices and momenta, weighted afterwards with the analytic probability to decay in the box of the TPC). A region's
            share of the pairs can be exponentially small where N is prompt; rows without a sum above 1e-12 are left out. Prompt
            points: the `microboone` rows have a binomial error (which vertices lie in the TPC), 0.4%.

            P05's width contains Z exchange with the opposite sign in DarkNews (docs/physics-signs.md): its row is Umbriel at
            DarkNews's lifetime, i.e. multiplied by cτ/cτ_DarkNews, given in the last column.

            Soil: the beam's lines diverge between the scatter and the TPC, docs/physics.md (34). Required: 0.5% in TPC and
            vessel, 3% in the soil, or three standard errors.

            | point | region | Umbriel | ± | DarkNews | ± | ratio | pull | cτ/cτ_DarkNews |
            |---|---|---|---|---|---|---|---|---|

            """);
        List<string> failures = [];
        foreach (DarkNewsRate row in Rows.Where(r => r.DecaysInTpc.Value > 1e-12))
        {
            double lifetime = DecayWidths.Compute(row.Parameters).CtauParentCm / row.Ctau;
            bool soil = row.Experiment == "microboone_dirt";
            double scale = row.Point.StartsWith("P05", StringComparison.Ordinal) ? lifetime : 1.0;
            AddRow(Region(row), Pairs(row), soil ? 0.03 : 0.005);

            void AddRow(string region, (double Sum, double Error) pairs, double limit)
            {
                (double Value, double Error) mine = (pairs.Sum * scale, pairs.Error * scale);
                double pull = Statistics.Pull(mine, row.DecaysInTpc);
                double ratio = mine.Value / row.DecaysInTpc.Value;
                page.Append($"| {row.Point} | {region} | {mine.Value:0.000e+0} | {mine.Error:0.0e+0} | {row.DecaysInTpc.Value:0.000e+0} | {row.DecaysInTpc.Error:0.0e+0} | {ratio:0.0000} | {pull:0.0} | {lifetime:0.0000} |\n");
                if (Math.Abs(ratio - 1.0) > limit && Math.Abs(pull) > 3.0)
                {
                    failures.Add($"{row.Point} {region}: ratio {ratio:0.0000}, pull {pull:0.0}");
                }
            }
        }

        return (page.ToString(), failures);
    }

    private static (double Sum, double Error) Pairs(DarkNewsRate row)
    {
        EventOrigin[] origins = row.Experiment switch
        {
            "microboone_tpc" => [EventOrigin.Tpc],
            "microboone" => [EventOrigin.Tpc, EventOrigin.Cryostat],
            _ => [EventOrigin.Soil],
        };
        double sum = 0.0;
        double variance = 0.0;
        foreach (EventOrigin origin in origins)
        {
            foreach (ScatteringRegime regime in Both)
            {
                // Lifetime with Z exchange, as DarkNews has it; scattering on protons without.
                EventSource source = new(row.ParametersFor(regime), row.Settings(regime), Points.Beam, origin);
                if (source.IsEmpty)
                {
                    continue;
                }

                (double part, double error) = Statistics.SumOf(EventGenerator.Generate(source, 0, Events, Events, Environment.ProcessorCount).Weight);
                double lifetime = DecayWidths.Compute(row.ParametersFor(regime)).CtauParentCm / DecayWidths.Compute(row.Parameters).CtauParentCm;
                double longLived = row.Point.StartsWith("P05", StringComparison.Ordinal) ? lifetime : 1.0;
                sum += part * longLived;
                variance += error * error * longLived * longLived;
            }
        }

        return (sum, Math.Sqrt(variance));
    }

    private static double Scatters(DarkNewsRate row) => row.Experiment switch
    {
        "microboone_dirt" => Both.Sum(r => Region(row, r, Helicity.Both, EventOrigin.Soil)),
        _ => Both.Sum(r => Argon(row, r, Helicity.Both)),
    };

    private static double Argon(DarkNewsRate row, ScatteringRegime regime, Helicity helicity) =>
        Region(row, regime, helicity, EventOrigin.Tpc) + (row.Experiment == "microboone" ? Region(row, regime, helicity, EventOrigin.Cryostat) : 0.0);

    private static double Region(DarkNewsRate row, ScatteringRegime regime, Helicity helicity, EventOrigin origin) =>
        new RateCalculator(row.ParametersFor(regime), row.Settings(regime), Points.Beam).Scatters(origin, regime, helicity);

    /// <summary>What DarkNews leaves out: it starts 5% above threshold (design/darknews-conventions.md P13).</summary>
    private static double BelowTheirStart(DarkNewsRate row, ScatteringRegime regime, Helicity helicity)
    {
        UpscatteringCrossSection crossSection = new(row.ParametersFor(regime), Target.Ar40, regime);
        DetectorGeometry geometry = Points.Site.Geometry(GeometryConvention.DarkNews);
        double mass = row.Experiment == "microboone" ? geometry.VesselMass : geometry.ActiveMass;
        double missing = AdaptiveQuadrature.Integrate(
            e => Points.Beam.Flux.Evaluate(14, e) * crossSection.Total(e, helicity), crossSection.Threshold, 1.05 * crossSection.Threshold, 1e-6);
        return row.Pot * mass * PhysicalConstants.TonneInGeV / Target.Ar40.Mass * missing;
    }

    private static (ScatteringRegime Regime, Helicity Helicity) Channel(string name) => (
        name.Contains("/coherent/", StringComparison.Ordinal) ? ScatteringRegime.Coherent : ScatteringRegime.ProtonElastic,
        name.EndsWith("/flipping", StringComparison.Ordinal) ? Helicity.Flipping : Helicity.Conserving);

    private static string Region(DarkNewsRate row) => row.Experiment switch
    {
        "microboone_tpc" => "TPC",
        "microboone" => "vessel",
        _ => "soil",
    };
}
