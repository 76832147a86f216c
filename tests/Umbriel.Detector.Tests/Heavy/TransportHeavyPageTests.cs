using System.Globalization;
using System.Text;
using Umbriel.Core;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy;
using Umbriel.Detector.Sources;
using Umbriel.Detector.Tests.Sources;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>validation/transport-heavy.md: written when UMBRIEL_WRITE_PAGES is set, otherwise checked to be what the code gives.</summary>
public sealed class TransportHeavyPageTests
{
    [Fact]
    [Trait("Category", "Validation")]
    public void The_page_is_what_the_code_gives()
    {
        string path = Path.Combine(Repository.Root, "validation", "transport-heavy.md");
        string page = Compose();
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page);
        }

        File.ReadAllText(path).ShouldBe(page);
    }

    private static string Compose()
    {
        StringBuilder page = new();
        page.Append("""
            # Muons, pions, kaons, protons, neutrons in liquid argon

            `HeavyParticleTransport` against tables and formulas not made here. Reference tables: `reference/detector/README-heavy.md`.
            Written by the test `TransportHeavyPageTests`: `UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project
            tests/Umbriel.Detector.Tests`; without the variable the same test compares this page with the code.

            ## Muons: loss and range (Groom, Mokhov, Striganov 2001)

            Required: 3%. Groom's ranges leave out 0.0145 g/cm² at low energy (0.0028 at 1 MeV, where PSTAR's protons of the same
            velocity, scaled by the mass, have 0.0173): the 1.5% at 10 MeV.

            | T, MeV | dE/dx, MeV cm²/g | Groom | ratio | range, g/cm² | Groom | ratio |
            |---|---|---|---|---|---|---|

            """);
        Table(page, "muon_liquid_argon.csv", ParticleKind.MuonMinus, 2, 3);
        page.Append("""

            ## Protons: loss and range (NIST PSTAR, argon gas)

            Required: 3%. From 1.5 GeV the density effect of the liquid, which the gas has not, shows.

            | T, MeV | dE/dx, MeV cm²/g | PSTAR | ratio | range, g/cm² | PSTAR | ratio |
            |---|---|---|---|---|---|---|

            """);
        Table(page, "proton_argon_pstar.csv", ParticleKind.Proton, 1, 2);
        page.Append("""

            ## Most probable loss of muons (Landau-Vavilov, PDG 2024 (34.12))

            60000 tracks each; δ-rays above 0.3 MeV are electrons of their own and count. Required: 3%.

            | T, GeV | thickness, cm | simulated, MeV | formula | ratio |
            |---|---|---|---|---|

            """);
        foreach ((double energy, double thickness) in ((double, double)[])[(0.3, 0.3), (1.0, 0.3), (4.0, 0.3), (0.3, 1.0), (1.0, 1.0), (1.0, 3.0), (4.0, 3.0)])
        {
            double expected = LandauVavilovTests.Expected(energy, thickness);
            double measured = LandauVavilovTests.Measured(energy, thickness, 60_000);
            Line(page, $"| {energy} | {thickness} | {1e3 * measured:0.000} | {1e3 * expected:0.000} | {measured / expected:0.000} |");
        }

        page.Append("""

            ## Multiple scattering of muons (Highland, PDG 2024 (34.16), good to 11%; Lynch and Dahl 1991, good to 2%)

            Half of the width of the central 68.3% of the projected angle, 8000 tracks (0.8%).

            | T, GeV | thickness, cm | simulated, mrad | Highland | ratio | Lynch-Dahl | ratio |
            |---|---|---|---|---|---|---|

            """);
        foreach ((double energy, double thickness) in ((double, double)[])[(2.0, 1.0), (2.0, 3.0), (2.0, 14.0), (2.0, 50.0), (0.5, 5.0), (0.5, 14.0), (0.2, 5.0)])
        {
            double expected = MultipleScatteringTests.Highland(energy, thickness);
            double formula = MultipleScatteringTests.LynchDahl(energy, thickness);
            double measured = MultipleScatteringTests.Measured(energy, thickness, 8000, Math.Min(0.3, 0.05 * thickness));
            Line(page, $"| {energy} | {thickness} | {1e3 * measured:0.000} | {1e3 * expected:0.000} | {measured / expected:0.000} | {1e3 * formula:0.000} | {measured / formula:0.000} |");
        }

        page.Append("""

            The formulas are for a constant momentum: at 0.2 GeV and at 50 cm the particle slows down and scatters more.

            ## Pions and muons at rest

            20000 each; means with their statistical error, PDG 2024 beside them.

            """);
        AtRest(page);
        page.Append("""

            ## Hadrons in argon

            `IntranuclearCascade` follows every hadron through the density of argon; the tables of `HadronicCrossSections` say how often one reacts and, for pions, whether one is absorbed or exchanges charge.
            Data: `reference/hadrons/` (origin there). Version 0.1.0 had no geometry: a hadron collided again with a fixed probability, and pions from outside never did. Its numbers
            stand beside (`0.1.0`). Tests: `HadronDataTests`, `CascadeAgainstNuWroTests`, `ReactionConservationTests`.

            """);
        HadronPage.Write(page);
        page.Append("""

            ## Approximations

            - Muons' radiative losses are a mean, deposited along the track: right below 5 GeV (0.5% of the loss), too smooth for
              cosmic muons above 100 GeV.
            - No difference between particle and antiparticle in the loss above 2 MeV of a proton's (Barkas effect, ≲ 1%), no binding of
              electrons in the fluctuation.
            - Muons decay isotropically (no polarisation), bound μ− like free ones; Λ and π0 decay at once, π0 only to two photons.
            - Hadrons: cross sections as stated in `HadronicCrossSections` (pions on calcium ± 10%, absorption ± 15%, charge exchange
              ± 30%, neutrons ± 15%, kaons ± 30%). Reactions conserve energy, charge and nucleons exactly, momentum in each collision: the
              nucleus takes the rest, its recoil is left out. Separation energies are booked as lost, captures as released.
            - Inside the nucleus: no Coulomb force, no refraction at the well's edge, no formation time, no more than two new pions from a
              collision, kaons meet one nucleon.
            - Neutrons: resonances are averaged; below 10 keV not followed (`NeutronCapture` captures them on the spot instead).

            ## Sources checked

            Looked up in public files: the density effect (0.1956, 3, 0.2, 3, 5.2146) in LArSoft's `detectorproperties.fcl`; J. Letaw's cross section,
            45 A^0.7 [1 + 0.016 sin(5.3 − 2.63 ln A)] [1 − 0.62 e^(−T/200) sin(10.9 T^−0.28)], in several codes that cite it; M. Guan's five parameters, 3.64 and 1.29
            (some codes: 3.63698, 1.29685) in codes that cite arXiv:1509.06176; free N N and π N cross sections in Geant4's `G4CascadePPChannel` and its sisters. Not found: mean lives of μ− in argon (537 to 617 ns), the
            pion tables on calcium, the charge distribution of argon.

            ## Cosmic muons (PDG 2024, section 30.3.1)


            """);
        CosmicMuons plate = new(new CosmicMuonSettings { MinimumEnergy = 0.2 }, new Box(0.0, 100.0, 0.0, 1e-6, 0.0, 100.0));
        CosmicMuons tpc = new(new CosmicMuonSettings(), new Box(-128.175, 128.175, -116.5, 116.5, 0.0, 1036.8));
        Line(page, $"Vertical intensity above 1 GeV total energy: {CosmicMuonsTests.Vertical():0.0} m⁻² s⁻¹ sr⁻¹ (70, newer measurements 10 to 15% lower).");
        Line(page, $"Through a horizontal plate, above 0.2 GeV: {plate.Rate * 60.0 / 1e4:0.00} cm⁻² min⁻¹ (about 1: the parametrisation is low below 1 GeV).");
        Line(page, $"Through MicroBooNE's active volume: {tpc.Rate:0} s⁻¹, {tpc.MeanInWindow:0.0} in 4.8 ms.");
        return page.ToString();
    }

    private static void Table(StringBuilder page, string name, ParticleKind kind, int lossColumn, int rangeColumn)
    {
        RangeTable table = HeavyParticleTransport.UnrestrictedTable(kind);
        foreach (double[] row in ReferenceTable.Read(name))
        {
            double loss = 1e3 * HeavyParticleTransport.MassStoppingPower(kind, 1e-3 * row[0]);
            double range = table.Range(1e-3 * row[0]);
            Line(page, $"| {row[0]} | {loss:G4} | {row[lossColumn]} | {loss / row[lossColumn]:0.000} | {range:G4} | {row[rangeColumn]} | {range / row[rangeColumn]:0.000} |");
        }
    }

    private static void AtRest(StringBuilder page)
    {
        const int events = 20_000;
        HeavyParticleTransport transport = new(new HeavyTransportSettings());
        SimulatedEvent simulated = new();
        List<double> muon = [];
        List<double> pionLife = [];
        List<double> muonLife = [];
        List<double> michel = [];
        int captured = 0;
        for (ulong i = 0; i < events; i++)
        {
            HeavyRun.Event(transport, simulated, HeavyRun.AlongZ(ParticleKind.PionPlus, 0.0), i, HeavyRun.Huge);
            if (simulated.Particles.Count == 3)
            {
                (ParticleState second, ParticleState third) = (simulated.Particles[1].Start, simulated.Particles[2].Start);
                muon.Add(1e3 * second.Energy);
                pionLife.Add(second.Time);
                muonLife.Add(third.Time - second.Time);
                michel.Add(1e3 * (third.Energy + PhysicalConstants.MassElectron));
            }

            HeavyRun.Event(transport, simulated, HeavyRun.AlongZ(ParticleKind.MuonMinus, 0.0), i, HeavyRun.Huge);
            captured += simulated.Particles.Any(static p => p is { Parent: 0, Process: CreationProcess.Decay }) ? 0 : 1;
        }

        // Five standard errors: false alarms below 1e-6 each.
        pionLife.Average().ShouldBe(26.033, 5.0 * 26.033 / Math.Sqrt(events));
        muonLife.Average().ShouldBe(2196.98, 5.0 * 2196.98 / Math.Sqrt(events));
        michel.Average().ShouldBe(36.98, 5.0 * 10.3 / Math.Sqrt(events));
        muon.Average().ShouldBe(4.1198, 1e-3);
        michel.Max().ShouldBeInRange(52.0, 52.83);
        page.Append("\n| | simulated | expected |\n|---|---|---|\n");
        Line(page, $"| μ+ of π+, kinetic energy, MeV | {muon.Average():0.0000} | 4.1198 = (m_π − m_μ)²/2m_π |");
        Line(page, $"| mean life of π+, ns | {pionLife.Average():0.0} ± {26.033 / Math.Sqrt(events):0.0} | 26.033 |");
        Line(page, $"| mean life of μ+, ns | {muonLife.Average():0} ± {2196.98 / Math.Sqrt(events):0} | 2197.0 |");
        Line(page, $"| e+ of μ+, mean total energy, MeV | {michel.Average():0.00} ± {10.3 / Math.Sqrt(events):0.00} | 36.98 = 7/10 × 52.83 (without radiative corrections) |");
        Line(page, $"| its largest energy, MeV | {michel.Max():0.00} | 52.83 |");
        Line(page, $"| μ− captured | {(double)captured / events:0.000} ± 0.003 | 0.743 for 570 ns (see `HeavyTransportSettings`) |");
    }

    private static void Line(StringBuilder page, FormattableString line) => page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
