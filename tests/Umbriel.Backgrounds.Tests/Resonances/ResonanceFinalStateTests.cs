using Umbriel.Backgrounds.Resonances;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Tests.Resonances;

public sealed class ResonanceFinalStateTests
{
    private static readonly ResonanceTable Table = ResonanceTable.Load();
    private static readonly InelasticParameters Parameters = new();

    [Theory]
    [InlineData(WeakCurrent.Charged, 14, true)]
    [InlineData(WeakCurrent.Charged, 14, false)]
    [InlineData(WeakCurrent.Charged, -14, true)]
    [InlineData(WeakCurrent.Charged, -14, false)]
    [InlineData(WeakCurrent.Neutral, 14, true)]
    [InlineData(WeakCurrent.Neutral, -14, false)]
    public void Everything_is_conserved(WeakCurrent current, int neutrino, bool onProton)
    {
        Nucleon nucleon = onProton ? Nucleon.Proton : Nucleon.Neutron;
        ResonanceFinalState state = new(Table, Parameters with { RadiativeFactor = 20.0, EtaFactor = 2.0 });
        Hadron[] hadrons = new Hadron[Hadron.Most];
        for (ulong i = 0; i < 20000; i++)
        {
            RandomStream random = new(1, RandomStage.Generation, i);
            double w = 1.08 + ((1.927 - 1.08) * random.NextDouble());
            ResonanceOutcome outcome = state.Sample(current, neutrino, nucleon, 3.0, w, 0.1 + random.NextDouble(), ref random, hadrons);
            Conservation.Check(hadrons.AsSpan(0, outcome.Count), w, NeutrinoScattering.HadronCharge(current, neutrino, nucleon));
        }
    }

    [Fact]
    public void Resonances_and_decays_come_in_their_shares()
    {
        // χ² of 17 resonances and of pion charges; each fails by chance once in 1e5 (χ² below 45 for 16, 21 for 1 degrees).
        const double W = 1.6;
        const double Q2 = 0.5;
        const int Events = 100000;
        ResonanceFinalState state = new(Table, Parameters);
        double[] each = new double[ResonanceTable.Count];
        double total = new ResonanceCrossSection(Table, Parameters).Differential(WeakCurrent.Neutral, 14, Nucleon.Neutron, 2.0, W, Q2, each);
        int[] found = new int[ResonanceTable.Count];
        int pions = 0;
        int neutral = 0;
        Hadron[] hadrons = new Hadron[Hadron.Most];
        for (ulong i = 0; i < Events; i++)
        {
            RandomStream random = new(2, RandomStage.Generation, i);
            ResonanceOutcome outcome = state.Sample(WeakCurrent.Neutral, 14, Nucleon.Neutron, 2.0, W, Q2, ref random, hadrons);
            found[(int)outcome.Resonance]++;
            if (outcome.Mode == ResonanceDecayMode.NucleonPion && outcome.Resonance == Resonance.P33At1232)
            {
                pions++;
                neutral += hadrons[1].Pdg == 111 ? 1 : 0;
            }
        }

        double chi2 = 0.0;
        for (int i = 0; i < found.Length; i++)
        {
            double expected = Events * each[i] / total;
            chi2 += expected > 0.0 ? (found[i] - expected) * (found[i] - expected) / expected : found[i];
        }

        chi2.ShouldBeLessThan(45.0);
        double off = neutral - (2.0 / 3.0 * pions);
        (off * off / (2.0 / 9.0 * pions)).ShouldBeLessThan(21.0);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.4)]
    [InlineData(1.0)]
    public void The_Delta_decays_about_the_momentum_transfer(double isotropy)
    {
        // 20 bins; χ² above 60 once in 1e5.
        ResonanceFinalState state = new(Table, Parameters with { DeltaPionIsotropy = isotropy });
        Hadron[] hadrons = new Hadron[Hadron.Most];
        double[] bins = new double[20];
        int events = 0;
        for (ulong i = 0; i < 60000; i++)
        {
            RandomStream random = new(3, RandomStage.Generation, i);
            ResonanceOutcome outcome = state.Sample(WeakCurrent.Charged, 14, Nucleon.Proton, 1.0, 1.232, 0.2, ref random, hadrons);
            if (outcome is { Resonance: Resonance.P33At1232, Mode: ResonanceDecayMode.NucleonPion })
            {
                bins[(int)(10.0 * (hadrons[1].Momentum.CosTheta + 1.0))]++;
                events++;
            }
        }

        events.ShouldBeGreaterThan(50000);
        double chi2 = 0.0;
        for (int b = 0; b < bins.Length; b++)
        {
            // The mean of 1 − (1 − x)(1/2) P₂ over a bin.
            double low = -1.0 + (0.1 * b);
            double high = low + 0.1;
            double mean = 1.0 - ((1.0 - isotropy) * 0.5 * ((((high * high * high) - (low * low * low)) / 0.2) - 0.5));
            double expected = events / 20.0 * mean;
            chi2 += (bins[b] - expected) * (bins[b] - expected) / expected;
        }

        chi2.ShouldBeLessThan(60.0);
    }

    [Fact]
    public void The_radiative_Delta_has_its_fraction_energy_and_knobs()
    {
        // 0.6% at the mass (PDG: 0.55 to 0.65%); W = 1.232 gives a photon of (W² − M²)/2W.
        Span<double> shares = stackalloc double[ResonanceDecay.Modes];
        new ResonanceDecay(Table, Parameters).Shares(Resonance.P33At1232, 1, 1.232, shares);
        shares[(int)ResonanceDecayMode.NucleonPhoton].ShouldBe(0.006, 1e-6);
        new ResonanceDecay(Table, Parameters).Shares(Resonance.P33At1232, 1, 1.10, shares);
        shares[(int)ResonanceDecayMode.NucleonPhoton].ShouldBeInRange(0.02, 0.06, "p_π³ falls faster than E_γ³");
        new ResonanceDecay(Table, Parameters).Shares(Resonance.P33At1232, 2, 1.232, shares);
        shares[(int)ResonanceDecayMode.NucleonPhoton].ShouldBe(0.0);

        new ResonanceDecay(Table, Parameters with { RadiativeFactor = 1.5 }).Shares(Resonance.P33At1232, 0, 1.232, shares);
        shares[(int)ResonanceDecayMode.NucleonPhoton].ShouldBe(0.009, 1e-6);
        shares[(int)ResonanceDecayMode.NucleonPion].ShouldBe(0.991, 1e-6);
        new ResonanceDecay(Table, Parameters with { EtaFactor = 0.5 }).Shares(Resonance.S11At1535, 1, 1.6, shares);
        shares[(int)ResonanceDecayMode.NucleonEta].ShouldBe(0.2, 1e-6);
        shares[(int)ResonanceDecayMode.NucleonPion].ShouldBe(0.5 * 0.8 / 0.6, 1e-6);
        new ResonanceDecay(Table, Parameters).Shares(Resonance.S11At1535, 1, 1.45, shares);
        shares[(int)ResonanceDecayMode.NucleonEta].ShouldBe(0.0, "below 1.486 GeV");
    }

    [Fact]
    public void Photon_angles_follow_their_density()
    {
        // Mean of cos² is 1/3 (1 − x) + 3/5 x; five standard deviations (0.3/√n at most).
        double sum = 0.0;
        RandomStream random = new(4, RandomStage.Generation, 0);
        for (int i = 0; i < 40000; i++)
        {
            double cosine = DeltaDecayAngle.SamplePhoton(0.5, ref random);
            sum += cosine * cosine;
        }

        (sum / 40000.0).ShouldBe((0.5 / 3.0) + 0.3, 0.0075);
        DeltaDecayAngle.PhotonDensity(1.0, 1.0).ShouldBe(3.0);
        DeltaDecayAngle.PhotonDensity(0.3, 0.0).ShouldBe(1.0);
    }

    [Theory]
    [InlineData(1, 1, 2, 0.5)]
    [InlineData(1, 1, 1, 0.33333333)]
    [InlineData(1, 0, -1, 0.5)]
    [InlineData(3, 2, 2, 0.6)]
    [InlineData(3, 1, 2, 0.4)]
    [InlineData(3, 1, 1, 0.06666667)]
    [InlineData(3, 0, 1, 0.53333333)]
    [InlineData(3, -1, 0, 0.4)]
    public void Delta_and_pion_have_Clebsch_Gordan_shares(int twoIsospin, int charge, int delta, double expected)
    {
        // ⟨3/2 m 1 m'|I M⟩² of the PDG's table.
        int found = 0;
        for (int i = 0; i < 3000; i++)
        {
            found += TwoPionDecay.DeltaCharge(twoIsospin, charge, (i + 0.5) / 3000.0) == delta ? 1 : 0;
        }

        (found / 3000.0).ShouldBe(expected, 1e-3);
    }
}
