using System.Globalization;
using System.Text;
using Umbriel.Backgrounds.Resonances;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Resonances;

public sealed class FreeNucleonTests
{
    private static readonly ResonanceTable Table = ResonanceTable.Load();
    private static readonly InelasticParameters Parameters = new();

    // 1e-38 cm², the factor 0.877 of the tune included: an independent throw-away calculation (statistical error below 1%,
    // three digits) with massless amplitudes inside the muon's kinematic limits and its own branching fractions.
    [Theory]
    [InlineData(true, false, 0.6, 0.142)]
    [InlineData(true, false, 1.0, 0.474)]
    [InlineData(true, false, 1.5, 0.670)]
    [InlineData(true, false, 2.0, 0.750)]
    [InlineData(false, false, 0.6, 0.016)]
    [InlineData(false, false, 1.0, 0.071)]
    [InlineData(false, false, 1.5, 0.166)]
    [InlineData(false, false, 2.0, 0.242)]
    [InlineData(false, true, 0.6, 0.032)]
    [InlineData(false, true, 1.0, 0.114)]
    [InlineData(false, true, 1.5, 0.195)]
    [InlineData(false, true, 2.0, 0.246)]
    public void One_pion_has_the_cross_section_of_an_independent_calculation(bool onProton, bool neutral, double energy, double expected)
    {
        Nucleon nucleon = onProton ? Nucleon.Proton : Nucleon.Neutron;
        double massless = Massless(DesignTable(), nucleon, neutral, energy);
        massless.ShouldBe(expected * 1e-38, (0.025 * expected * 1e-38) + 0.5e-41, "the same options");

        // The muon's mass takes 7% at 0.6 GeV, 3% at 1 GeV (pion pole, helicity), ours has other branching fractions.
        double full = OnePion.Resonant(Table, Parameters, WeakCurrent.Charged, 14, nucleon, neutral, energy);
        full.ShouldBe(expected * 1e-38, (energy < 1.0 ? 0.085 : 0.05) * expected * 1e-38, "the defaults");
    }

    [Theory]
    [InlineData(WeakCurrent.Neutral, 14, true)]
    [InlineData(WeakCurrent.Neutral, 14, false)]
    [InlineData(WeakCurrent.Neutral, -14, true)]
    [InlineData(WeakCurrent.Neutral, -12, false)]
    [InlineData(WeakCurrent.Charged, 12, false)]
    [InlineData(WeakCurrent.Charged, -12, false)]
    public void For_massless_leptons_it_is_Rein_and_Sehgal_s_formula(WeakCurrent current, int neutrino, bool onProton)
    {
        Nucleon nucleon = onProton ? Nucleon.Proton : Nucleon.Neutron;
        ResonanceCrossSection crossSection = new(Table, Parameters);
        double[] each = new double[ResonanceTable.Count];
        foreach ((double energy, double w, double q2) in new[] { (0.7, 1.2, 0.1), (1.0, 1.232, 0.5), (2.0, 1.52, 0.8), (3.0, 1.7, 0.3), (5.0, 1.9, 2.0) })
        {
            crossSection.Differential(current, neutrino, nucleon, energy, w, q2, each);
            for (int i = 0; i < ResonanceTable.Count; i++)
            {
                double slow = ReinSehgalFormula.One(Table.States[i], Parameters, current, neutrino, nucleon, energy, w, q2);

                // The electron's mass leaves a few 1e-6.
                each[i].ShouldBe(slow, ((1e-12 + (current == WeakCurrent.Charged ? 2e-5 : 0.0)) * slow) + 1e-60, $"{Table.States[i].Model.Resonance}, {energy} GeV");
            }
        }
    }

    [Fact]
    public void Without_the_isoscalar_part_neutral_currents_are_rotated_charged_ones()
    {
        // sin²θ_W = 0: σ(CC, n) = σ(NC) of isospin 3/2 and 4 σ(NC) of isospin 1/2; σ(CC, p) = 3 σ(NC) of isospin 3/2.
        InelasticParameters pure = Parameters with { SinSquaredWeakAngle = 0.0, Vud = 1.0, ResonanceScaleCharged = 1.0 };
        ResonanceCrossSection crossSection = new(Table, pure);
        double[] neutral = new double[ResonanceTable.Count];
        double[] charged = new double[ResonanceTable.Count];
        double[] doubly = new double[ResonanceTable.Count];
        crossSection.Differential(WeakCurrent.Neutral, 12, Nucleon.Neutron, 2.0, 1.6, 0.5, neutral);
        crossSection.Differential(WeakCurrent.Charged, 12, Nucleon.Neutron, 2.0, 1.6, 0.5, charged);
        crossSection.Differential(WeakCurrent.Charged, 12, Nucleon.Proton, 2.0, 1.6, 0.5, doubly);
        for (int i = 0; i < ResonanceTable.Count; i++)
        {
            bool delta = QuarkModelState.All[i].TwoIsospin == 3;
            charged[i].ShouldBe((delta ? 1.0 : 4.0) * neutral[i], 1e-4 * neutral[i]);

            // The nucleons' masses differ by 0.14%, and W − M enters at high powers.
            doubly[i].ShouldBe((delta ? 3.0 : 0.0) * neutral[i], (0.05 * neutral[i]) + 1e-60);
        }
    }

    [Fact]
    public void It_vanishes_outside_of_phase_space_and_above_the_joining_mass()
    {
        ResonanceCrossSection crossSection = new(Table, Parameters);
        crossSection.Differential(WeakCurrent.Charged, 14, Nucleon.Proton, 2.0, 1.0, 0.5).ShouldBe(0.0);
        crossSection.Differential(WeakCurrent.Charged, 14, Nucleon.Proton, 2.0, 1.077, 0.5).ShouldBe(0.0);
        crossSection.Differential(WeakCurrent.Neutral, 14, Nucleon.Proton, 2.0, 1.077, 0.5).ShouldBeGreaterThan(0.0);
        crossSection.Differential(WeakCurrent.Charged, 14, Nucleon.Proton, 2.0, 1.93, 0.5).ShouldBe(0.0);
        crossSection.Differential(WeakCurrent.Charged, 14, Nucleon.Proton, 0.5, 1.3, 0.1).ShouldBe(0.0);
        crossSection.Differential(WeakCurrent.Charged, 14, Nucleon.Proton, 1.0, 1.2, 2.0).ShouldBe(0.0);
    }

    /// <summary>Masses and branching fractions to Nπ of the independent calculation; it had no P11(1710).</summary>
    internal static ResonanceTable DesignTable()
    {
        double[] pions = [0.994, 0.45, 0.60, 0.70, 0.12, 0.40, 0.25, 0.15, 0.65, 0.175, 0.11, 0.675, 0.22, 0.12, 0.12, 0.40, 1e-9];
        double[] masses = [1.232, 1.535, 1.515, 1.65, 1.7, 1.675, 1.63, 1.7, 1.43, 1.6, 1.72, 1.68, 1.91, 1.92, 1.905, 1.95, 1.71];
        StringBuilder csv = new("pdg,mass,width,npi,neta,deltapi,nrho,npipi,strange,ngamma\n");
        foreach (ResonanceState state in Table.States)
        {
            int i = (int)state.Model.Resonance;
            csv.Append(CultureInfo.InvariantCulture, $"{state.Pdg},{masses[i]},{state.Width},{pions[i]},0,{1.0 - pions[i]},0,0,0,0\n");
        }

        using TemporaryFolder folder = new();
        return ResonanceTable.Load(folder.Write("resonances.csv", csv.ToString()));
    }

    private static double Massless(ResonanceTable table, Nucleon nucleon, bool neutral, double energy)
    {
        ResonanceDecay decay = new(table, Parameters);
        int charge = NeutrinoScattering.HadronCharge(WeakCurrent.Charged, 14, nucleon);
        double[] shares = new double[ResonanceDecay.Modes];
        return InelasticIntegral.Of(Density, WeakCurrent.Charged, 14, nucleon, energy, 0.0, Parameters.JoiningMass);

        double Density(double w, double q2)
        {
            double sum = 0.0;
            foreach (ResonanceState state in table.States)
            {
                decay.Shares(state.Model.Resonance, charge, w, shares);
                double neutralShare = ResonanceDecay.NeutralPionShare(state.Model.TwoIsospin, charge, w);
                sum += ReinSehgalFormula.One(state, Parameters, WeakCurrent.Charged, 14, nucleon, energy, w, q2)
                    * shares[(int)ResonanceDecayMode.NucleonPion] * (neutral ? neutralShare : 1.0 - neutralShare);
            }

            return sum;
        }
    }
}
