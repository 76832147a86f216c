using Umbriel.Backgrounds.Resonances;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Resonances;

/// <summary>Resonance production on 18 free protons and 22 free neutrons, averaged over the Booster beam's ν_μ at MicroBooNE.</summary>
public sealed class FluxAverageTests
{
    // 1e-38 cm²: the independent calculation of the design on argon (local Fermi gas, no Pauli blocking). It multiplied
    // resonances by constant fractions: 0.006 of the Δ(1232), 0.42 of the S11(1535) also below the threshold of the η.
    // Ours is on free nucleons and 2 to 6% larger: in argon the removal energy of 29.5 MeV takes E_b (E + M)/M, some 50 MeV, from
    // the neutrino's energy in the nucleon's rest frame.
    [Theory]
    [InlineData(WeakCurrent.Charged, ResonanceDecayMode.NucleonPion, 7.93, 0.05)]
    [InlineData(WeakCurrent.Neutral, ResonanceDecayMode.NucleonPhoton, 0.0181, 0.08)]
    [InlineData(WeakCurrent.Neutral, ResonanceDecayMode.NucleonEta, 0.080, 0.08)]
    public void Channels_have_the_sizes_of_an_independent_calculation(WeakCurrent current, ResonanceDecayMode mode, double expected, double tolerance)
    {
        ResonanceTable table = FreeNucleonTests.DesignTable();
        double average = Average(table, current, (resonance, _, _) => (mode, resonance) switch
        {
            (ResonanceDecayMode.NucleonPhoton, Resonance.P33At1232) => 0.006,
            (ResonanceDecayMode.NucleonEta, Resonance.S11At1535) => 0.42,
            (ResonanceDecayMode.NucleonPion, _) => table[resonance].Branching[0],
            _ => 0.0,
        });
        average.ShouldBe(expected, tolerance * expected);
    }

    [Fact]
    public void What_depends_on_W_is_larger_for_photons_and_smaller_for_the_eta()
    {
        ResonanceTable table = ResonanceTable.Load();
        ResonanceDecay decay = new(table, new InelasticParameters());
        double[] shares = new double[ResonanceDecay.Modes];
        double Share(Resonance resonance, int charge, double w, ResonanceDecayMode mode)
        {
            decay.Shares(resonance, charge, w, shares);
            return shares[(int)mode];
        }

        // Γ_γ/Γ of the Δ falls from 4% at 1.1 to 0.6% at 1.232 GeV, and where it is made most W is below 1.232.
        double photons = Average(table, WeakCurrent.Neutral, (r, charge, w) => Share(r, charge, w, ResonanceDecayMode.NucleonPhoton));
        double constant = Average(table, WeakCurrent.Neutral, (r, _, _) => r == Resonance.P33At1232 ? 0.006 : 0.0);
        (photons / constant).ShouldBeInRange(1.0, 1.2);

        // 0.4 of the S11(1535), and next to nothing of the others, above 1.486 GeV only.
        double eta = Average(table, WeakCurrent.Neutral, (r, charge, w) => Share(r, charge, w, ResonanceDecayMode.NucleonEta));
        eta.ShouldBeInRange(0.03, 0.06);
    }

    private static double Average(ResonanceTable table, WeakCurrent current, Func<Resonance, int, double, double> share)
    {
        InelasticParameters parameters = new();
        ResonanceCrossSection crossSection = new(table, parameters);
        NeutrinoFlux flux = NeutrinoFlux.Load(UmbrielHome.DataPath("flux", "bnb_microboone_fhc.csv"));
        double[] each = new double[ResonanceTable.Count];
        double sum = 0.0;
        double norm = 0.0;
        foreach (double energy in flux.Energies)
        {
            double weight = flux.Evaluate(14, energy);
            norm += weight;
            if (weight == 0.0 || energy is < 0.2 or > 5.0)
            {
                continue;
            }

            foreach ((Nucleon nucleon, int count) in new[] { (Nucleon.Proton, 18), (Nucleon.Neutron, 22) })
            {
                int charge = NeutrinoScattering.HadronCharge(current, 14, nucleon);
                sum += weight * count * InelasticIntegral.Of(Density, current, 14, nucleon, energy, 0.0, parameters.JoiningMass);

                double Density(double w, double q2)
                {
                    crossSection.Differential(current, 14, nucleon, energy, w, q2, each);
                    double part = 0.0;
                    for (int i = 0; i < each.Length; i++)
                    {
                        part += each[i] > 0.0 ? each[i] * share((Resonance)i, charge, w) : 0.0;
                    }

                    return part;
                }
            }
        }

        return sum / norm * 1e38;
    }
}
