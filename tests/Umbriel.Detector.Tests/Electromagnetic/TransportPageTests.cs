using System.Globalization;
using System.Text;
using Umbriel.Core;
using Umbriel.Detector.Electromagnetic;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>
/// validation/transport-em.md: written when UMBRIEL_WRITE_PAGES is set, otherwise checked to hold the same numbers; its showers
/// are held against published parametrisations.
/// </summary>
[Trait("Category", "Validation")]
public sealed class TransportPageTests
{
    private const double X0 = LiquidArgon.RadiationLength / LiquidArgon.Density;
    private const double CriticalEnergy = 32.84e-3;

    // PDG 2024 Atomic and Nuclear Properties, liquid argon: 9.043 cm.
    private const double MoliereRadius = 9.043;

    // Pairs over XCOM's on this page in 0.1.0.
    private static readonly Dictionary<double, double> OldPairs = new()
    {
        [1.25] = 1.225,
        [1.5] = 1.010,
        [2] = 0.978,
        [3] = 1.002,
        [5] = 1.011,
        [10] = 1.002,
        [20] = 0.998,
        [40] = 0.993,
        [60] = 0.991,
        [80] = 0.991,
        [100] = 0.992,
        [150] = 0.994,
        [200] = 0.997,
        [500] = 1.007,
        [1000] = 1.014,
        [2000] = 1.015,
        [5000] = 1.009,
    };

    [Fact]
    public void Showers_agree_and_the_page_is_written()
    {
        string path = Path.Combine(Repository.Root, "validation", "transport-em.md");
        StringBuilder page = new();
        page.Append("""
            # Electromagnetic transport against published tables

            Written by the test `TransportPageTests` (`UMBRIEL_WRITE_PAGES=1 dotnet run -c Release --project tests/Umbriel.Detector.Tests`).
            References: `reference/nist/` (NIST XCOM and ESTAR, origin there), `reference/egsnrc/` (EGSnrc), Review of Particle Physics 2024 (PDG), G. Grindhammer and
            S. Peters, hep-ex/0001020 (parametrised showers in homogeneous media). Cuts are the defaults: δ-rays 0.3 MeV, photons 0.1 MeV, electrons
            followed to 0.15 MeV, photons to 20 keV, steps up to 3 mm.

            """);
        Photons(page);
        Electrons(page);
        page.Append(CultureInfo.InvariantCulture, $"""

            Critical energy (Rossi: the collision loss in one X0), electrons {StoppingPowerTests.Critical(positron: false):F2} MeV (PDG 32.84), positrons {StoppingPowerTests.Critical(positron: true):F2} MeV (PDG 31.91).
            Mean free path to pairs at 10 GeV {1.0 / (PhotonCrossSections.Pair(10.0) * Argon.AtomsPerGram * LiquidArgon.RadiationLength):F4} X0 (limit 9/7 = 1.2857).

            """);
        List<string> failures = [];
        Longitudinal(page, failures);
        Lateral(page, failures);
        Penetration(page, failures);
        Egs(page);
        if (Environment.GetEnvironmentVariable("UMBRIEL_WRITE_PAGES") is { Length: > 0 })
        {
            File.WriteAllText(path, page.ToString());
        }

        failures.ShouldBeEmpty();
        PageComparison.ShouldAgree(File.ReadAllText(path), page.ToString(), relative: 0.06, absolute: 0.005);
    }

    private static void Photons(StringBuilder page)
    {
        NistTable table = NistTable.Photons;
        page.Append("\n## Photons\n\nCross sections per atom over XCOM's, and the total attenuation without coherent scattering (requirement 5% from 1 MeV).\nPairs are XCOM's table; in 0.1.0 they were Geant4's polynomials, whose ratio stands beside.\n\n| MeV | Compton | photoelectric | pairs | 0.1.0 | total |\n|---|---|---|---|---|---|\n");
        foreach (double[] row in table.Rows)
        {
            double energy = row[0] * 1e-3;
            double pairs = row[table["pair_nuclear"]] + row[table["pair_electron"]];
            double compton = PhotonCrossSections.Compton(energy) * 1e24;
            double photo = PhotonCrossSections.Photoelectric(energy) * 1e24;
            double pair = PhotonCrossSections.Pair(energy) * 1e24;
            double total = row[table["incoherent"]] + row[table["photoelectric"]] + pairs;
            string before = OldPairs.TryGetValue(row[0], out double old) ? old.ToString("F3", CultureInfo.InvariantCulture) : "-";
            page.Append(CultureInfo.InvariantCulture, $"| {row[0]} | {compton / row[table["incoherent"]]:F3} | {photo / row[table["photoelectric"]]:F3} | {(pairs > 0.0 ? (pair / pairs).ToString("F3") : "-")} | {before} | {(compton + photo + pair) / total:F3} |\n");
        }
    }

    private static void Electrons(StringBuilder page)
    {
        NistTable table = NistTable.Electrons;
        page.Append("\n## Electrons\n\nFull losses over ESTAR's with the density effect of ESTAR's gas (requirement 3%), and the collision loss of the liquid, MeV cm²/g.\n\n| MeV | collision | radiative | total | liquid |\n|---|---|---|---|---|\n");
        foreach (double[] row in table.Rows)
        {
            double kinetic = row[0] * 1e-3;
            double collision = 1e3 * CollisionLoss.Restricted(kinetic, kinetic, positron: false, row[table["density_effect"]]);
            double liquid = 1e3 * CollisionLoss.Restricted(kinetic, kinetic, positron: false, CollisionLoss.DensityEffect(kinetic));
            double radiative = 1e3 * Bremsstrahlung.Loss(kinetic, kinetic, positron: false);
            double c = row[table["collision_MeV_cm2_g"]];
            double r = row[table["radiative_MeV_cm2_g"]];
            page.Append(CultureInfo.InvariantCulture, $"| {row[0]} | {collision / c:F4} | {radiative / r:F3} | {(collision + radiative) / (c + r):F4} | {liquid:F3} |\n");
        }
    }

    private static void Longitudinal(StringBuilder page, List<string> failures)
    {
        page.Append("""

            ## Longitudinal profile

            Depth of the maximum in X0 = 14.00 cm, from a least-squares fit of a gamma distribution to bins of 1/4 X0, between the PDG's
            ln(E/E_c) ∓ 0.5 with Rossi's E_c = 32.84 MeV (fits to EGS4; requirement 10%) and Rossi's approximation B, 1.01 [ln(E/E_c) − 1 (photons: ½)]; for electrons
            also Grindhammer and Peters' ln(E/E_c') − 0.858 with E_c' = 29.1 MeV and the mean depth that their shape gives.

            The 10% are met from 2 GeV for electrons and from 1 GeV for photons. Below, the PDG's formula is no fit to argon (1 GeV electrons: 13% apart, 12% in 0.1.0), and EGSnrc misses it alike: 0.826 of the
            PDG's depth at 0.5 GeV, 0.894 at 1, 0.933 at 2 GeV for electrons, 0.848, 0.886, 0.905 for photons. The limit is the rule's, not the transport's: it has one slope and one
            offset for all media and energies, while Grindhammer and Peters, who fitted the dependence on Z, are 4% from the simulation there and published
            formulas differ among each other by 19%. The fit is not the cause: without the first two X0, which the PDG leaves out, the 1 GeV maximum moves by 0.04 X0; nor are
            cuts or steps (mean depth 4.34 X0; steps of 0.5 mm 4.40; all cuts three to six times lower 4.28; ± 0.05). Attenuation of photons and losses
            of electrons, above, are right to 1.5%, which moves the maximum by 0.05 X0.

            | particle | GeV | b | fit | PDG | fit / PDG | Rossi B | Grindhammer-Peters | mean depth | Grindhammer-Peters |
            |---|---|---|---|---|---|---|---|---|---|

            """);
        foreach (ParticleKind kind in new[] { ParticleKind.Electron, ParticleKind.Photon })
        {
            foreach (double energy in new[] { 0.5, 1.0, 2.0, 5.0, 10.0 })
            {
                (double[] depth, _) = Showers.Profile(kind, energy, (int)(500.0 / energy), 0.25 * X0, 0.1);
                (double b, double maximum) = GammaProfile.Fit(depth, 0.25);
                bool electron = kind == ParticleKind.Electron;
                double log = Math.Log(energy / CriticalEnergy);
                double pdg = log + (electron ? -0.5 : 0.5);
                double rossi = 1.01 * (log - (electron ? 1.0 : 0.5));
                double mean = depth.Select((e, i) => e * (i + 0.5) * 0.25).Sum() / depth.Sum();
                double petersLog = Math.Log(energy / 29.1e-3);
                double peters = petersLog - 0.858;
                double shape = 0.21 + ((0.492 + (2.38 / 18.0)) * petersLog);
                double petersMean = peters * shape / (shape - 1.0);
                page.Append(CultureInfo.InvariantCulture, $"| {kind} | {energy} | {b:F3} | {maximum:F2} | {pdg:F2} | {maximum / pdg:F3} | {rossi:F2} | {(electron ? peters.ToString("F2") : "-")} | {mean:F2} | {(electron ? petersMean.ToString("F2") : "-")} |\n");

                // 10% is the requirement where the PDG's formula can meet it (see the text); a fit's error is 1 to 3%. Grindhammer and Peters fitted 1 GeV upwards.
                bool pdgHolds = energy >= (electron ? 2.0 : 1.0);
                if ((pdgHolds && Math.Abs((maximum / pdg) - 1.0) > 0.10)
                    || maximum < rossi || maximum > 1.05 * pdg
                    || (electron && energy >= 1.0 && (Math.Abs((maximum / peters) - 1.0) > 0.06 || Math.Abs((mean / petersMean) - 1.0) > 0.07)))
                {
                    failures.Add($"{kind} {energy} GeV: {maximum:F2} X0, PDG {pdg:F2}, Grindhammer-Peters {peters:F2}; mean {mean:F2}, {petersMean:F2}");
                }
            }
        }
    }

    private static void Lateral(StringBuilder page, List<string> failures)
    {
        (_, double[] radius) = Showers.Profile(ParticleKind.Electron, 2.0, 250, 1.0, 0.1);
        double total = radius.Sum();
        double Within(double r) => radius.Take((int)Math.Round(10.0 * r)).Sum() / total;
        double scattering = MoliereFromScattering();
        page.Append(CultureInfo.InvariantCulture, $"""

            ## Lateral profile

            The Molière radius is X0 E_s/E_c with E_s = 21.2 MeV, the space angle of scattering per √X0 times pβ: 9.04 cm (PDG). From the scattering power of
            the transport, E_s = pβ √(2 X0/λ), λ the transport mean free path at E_c, it is {scattering:F2} cm.

            Part of the energy of 2 GeV electrons within a cylinder, and Grindhammer and Peters' two-component profile averaged over their longitudinal one:

            | cm | simulated | Grindhammer-Peters |
            |---|---|---|

            """);
        if (Math.Abs((scattering / MoliereRadius) - 1.0) > 0.05)
        {
            failures.Add($"Molière radius {scattering:F2} cm");
        }

        foreach (double r in new[] { 2.0, 5.0, MoliereRadius, 2.0 * MoliereRadius, 3.5 * MoliereRadius })
        {
            double published = LateralParametrisation.Within(2.0, r);
            page.Append(CultureInfo.InvariantCulture, $"| {r:F2} | {Within(r):F3} | {published:F3} |\n");
            if (Math.Abs(Within(r) - published) > 0.05)
            {
                failures.Add($"within {r} cm: {Within(r):F3}, Grindhammer-Peters {published:F3}");
            }
        }

        page.Append(CultureInfo.InvariantCulture, $"""

            90% are within {NinetyPerCent(radius):F1} cm, at any energy from 0.5 to 10 GeV within 3%; EGSnrc has 0.825 to 0.836 within 9.04 cm and 90% within 14.6 to 14.9 cm, so that it misses the rule alike. The rule "90% within one Molière radius" was found in media of higher Z (G. Bathow et al., Nucl. Phys. B 20 (1970) 592: aluminium, copper, lead). Photons
            of some MeV, near the minimum of attenuation, leave the core by their free path: at 5 MeV 26 cm = 2.8 R_M in argon, at most 1.3 R_M in lead, so that the shape does
            not scale with R_M. With such photons absorbed where they are born (a cut on the photons followed, 1 GeV electrons) the rule holds:

            | photons absorbed below, MeV | within 9.04 cm | radius of 90%, cm |
            |---|---|---|

            """);
        foreach (double cut in new[] { 0.02, 1.0, 2.0, 5.0 })
        {
            (_, double[] part) = Showers.Profile(new ElectromagneticTransport(new ElectromagneticCuts(Photon: 1e-3 * cut)), ParticleKind.Electron, 1.0, 400, 1.0, 0.1);
            double within = part.Take(90).Sum() / part.Sum();
            page.Append(CultureInfo.InvariantCulture, $"| {cut} | {within:F3} | {NinetyPerCent(part):F1} |\n");

            // The rule, "about 90%": 2% beside a statistical error of 0.3%.
            if (cut == 5.0 && Math.Abs(within - 0.9) > 0.02)
            {
                failures.Add($"within the Molière radius without photons below 5 MeV: {within:F3}");
            }
        }
    }

    /// <summary>X0 E_s/E_c, cm, with E_s = pβ √(2 X0/λ): ⟨θ²⟩ per length is 2/λ.</summary>
    private static double MoliereFromScattering()
    {
        double pBeta = CriticalEnergy * (CriticalEnergy + (2.0 * PhysicalConstants.MassElectron)) / (CriticalEnergy + PhysicalConstants.MassElectron);
        return X0 * pBeta / CriticalEnergy * Math.Sqrt(2.0 * LiquidArgon.RadiationLength * CoulombScattering.InverseTransportPath(CriticalEnergy));
    }

    private static double NinetyPerCent(double[] radius)
    {
        double total = radius.Sum();
        int bins = 0;
        for (double sum = 0.0; sum < 0.9 * total; bins++)
        {
            sum += radius[bins];
        }

        return 0.1 * bins;
    }

    private static void Egs(StringBuilder page)
    {
        page.Append("""

            ## EGSnrc

            Ratios to EGSnrc (`reference/egsnrc/`, where its limits and the tolerances stand) of 8000, 4000 and 2000 showers of 0.1, 0.5 and 1 GeV, errors 0.3 to 1.5% of both; those of 0.1.0 in brackets. `EgsComparisonTests` holds
            them, the median dE/dx and the numbers of secondaries.

            | primary | MeV | maximum | depth of 50% | of 90% | radius of 50% | of 80% | of 90% | within 9.04 cm |
            |---|---|---|---|---|---|---|---|---|

            """);
        foreach (ParticleKind kind in new[] { ParticleKind.Electron, ParticleKind.Photon })
        {
            foreach ((int energy, int showers) in ((int, int)[])[(100, 8000), (500, 4000), (1000, 2000)])
            {
                string primary = kind == ParticleKind.Electron ? "e-" : "gamma";
                EgsShower shower = new(kind, 1e-3 * energy, showers);
                string[] cells =
                [
                    Cell("tmax_cm", shower.Maximum), Cell("z50", shower.Depth(0.5)), Cell("z90", shower.Depth(0.9)), Cell("r50", shower.Radius(0.5)), Cell("r80", shower.Radius(0.8)),
                    Cell("r90", shower.Radius(0.9)), Cell("in_9.04", shower.WithinMoliereRadius),
                ];
                page.Append(CultureInfo.InvariantCulture, $"| {kind} | {energy} | {string.Join(" | ", cells)} |\n");

                string Cell(string observable, double value)
                {
                    string[] row = [primary, energy.ToString(CultureInfo.InvariantCulture), observable];
                    double egs = EgsTable.Value("showers.csv", "egsnrc", row);
                    return FormattableString.Invariant($"{value / egs:F3} ({EgsTable.Value("showers.csv", "umbriel_0.1.0", row) / egs:F3})");
                }
            }
        }
    }

    private static void Penetration(StringBuilder page, List<string> failures)
    {
        page.Append("""

            ## Slow electrons

            Extrapolated range (steps as usual) and backscattered number (steps of 0.1 mm) of electrons that enter half of space, beside the fits of T. Tabata, R. Ito and S. Okabe to
            measurements with Z = 6 to 92: Nucl. Instrum. Meth. 103 (1972) 85 (4.6% rms above 1 MeV) and 94 (1971) 509 (about 6%). They see loss, scattering and steps together. With the usual steps, up to 0.6
            transport mean free paths, a surface sends back half as many again below 2 MeV; inside the liquid this moves energy by less than a millimetre.

            | MeV | range, g/cm² | published | backscattered | published |
            |---|---|---|---|---|

            """);
        foreach (double energy in new[] { 1.0, 2.0, 5.0, 10.0, 20.0 })
        {
            (double range, _) = SlowElectrons.Enter(Showers.Default, 1e-3 * energy, 8000);
            (_, double back) = SlowElectrons.Enter(new ElectromagneticTransport(new ElectromagneticCuts(MaximumStep: 0.01)), 1e-3 * energy, energy < 3.0 ? 8000 : 3000);
            double publishedRange = SlowElectrons.ExtrapolatedRange(1e-3 * energy);
            double publishedBack = SlowElectrons.Backscattered(1e-3 * energy);
            page.Append(CultureInfo.InvariantCulture, $"| {energy} | {range:F3} | {publishedRange:F3} | {back:F3} | {publishedBack:F3} |\n");
            if (Math.Abs((range / publishedRange) - 1.0) > 0.046 || Math.Abs(back - publishedBack) > (0.10 * publishedBack) + 0.006)
            {
                failures.Add($"{energy} MeV: range {range:F3} for {publishedRange:F3}, backscattered {back:F3} for {publishedBack:F3}");
            }
        }
    }
}
