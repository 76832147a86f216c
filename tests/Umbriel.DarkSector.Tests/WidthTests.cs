using Umbriel.Core;

namespace Umbriel.DarkSector.Tests;

public sealed class WidthTests
{
    private static readonly DarkSectorParameters Light = new()
    {
        Scenario = Scenario.Single,
        M4 = 0.1,
        MZPrime = 0.03,
        Umu4 = 1e-4,
        GD = 1.0,
    };

    [Fact]
    public void On_shell_massless_daughter_has_the_closed_form()
    {
        // design check value: g_D = 1, V = 1e-4, 0.1 → 0.03 GeV gives 1.080e-10 GeV.
        TwoBodyWidth.OfVector(0.1, 0.0, 0.03, 1e-4, HnlType.Dirac).ShouldBe(1.080e-10, 1e-13);
        double r = 0.09;
        double closed = 1e-8 * 0.001 / (32.0 * Math.PI * 9e-4) * (1.0 - r) * (1.0 - r) * (1.0 + (2.0 * r));
        TwoBodyWidth.OfVector(0.1, 0.0, 0.03, 1e-4, HnlType.Dirac).ShouldBe(closed, 1e-12 * closed);
    }

    [Fact]
    public void Majorana_doubles_with_a_massless_daughter()
    {
        foreach (double mediator in new[] { 0.03, 1.25 })
        {
            DarkSectorParameters dirac = Light with { MZPrime = mediator };
            double one = DecayWidths.Compute(dirac).GammaParent_GeV;
            double two = DecayWidths.Compute(dirac with { HnlType = HnlType.Majorana }).GammaParent_GeV;
            two.ShouldBe(2.0 * one, 1e-9 * one);
        }
    }

    [Theory]
    [InlineData(HnlType.Dirac, 1.0)]
    [InlineData(HnlType.Majorana, 2.0)]
    public void Contact_limit(HnlType type, double factor)
    {
        DarkSectorParameters heavy = Light with { M4 = 0.45, MZPrime = 300.0, HnlType = type, ZInterference = false };
        Couplings couplings = Couplings.From(heavy);
        double contact = couplings.DecayVertex * couplings.ElectromagneticCoupling / (300.0 * 300.0);
        double expected = factor * contact * contact * Math.Pow(0.45, 5) / (768.0 * Math.Pow(Math.PI, 3));

        // Corrections: m_N²/m_Z'² ~ 2e-6 and m_e²/m_N² ~ 1e-6 with coefficients of order ten.
        PairSpectrum.OfElectrons(heavy).Width().ShouldBe(expected, 1e-4 * expected);
    }

    [Theory]
    [InlineData(HnlType.Dirac, 0.0)]
    [InlineData(HnlType.Dirac, 0.08)]
    [InlineData(HnlType.Majorana, 0.08)]
    public void The_spectrum_factorises_into_two_body_width_and_mediator_width(HnlType type, double daughter)
    {
        // dΓ/dt = Γ(N → n V(√t)) · √t Γ(V → ee; √t)/π / (t − m_Z'²)², two independently written closed forms.
        DarkSectorParameters point = daughter == 0.0
            ? new() { Scenario = Scenario.Single, M4 = 0.2, MZPrime = 0.5, Umu4 = 1e-3, HnlType = type, ZInterference = false }
            : new() { Scenario = Scenario.Dual, M4 = daughter, M5 = 0.2, MZPrime = 0.5, Umu5 = 1e-3, HnlType = type, ZInterference = false };
        Couplings couplings = Couplings.From(point);
        PairSpectrum spectrum = PairSpectrum.OfElectrons(point);
        foreach (double w in new[] { 0.0011, 0.005, 0.05, 0.11, 0.1199 })
        {
            double t = w * w;
            double offset = t - 0.25;
            double expected = TwoBodyWidth.OfVector(0.2, daughter, w, couplings.DecayVertex, type)
                * w * ZPrimeWidths.ToLeptons(w, couplings.ElectromagneticCoupling, PhysicalConstants.MassElectron) / (Math.PI * offset * offset);
            spectrum.At(t).ShouldBe(expected, 1e-10 * expected);
        }
    }

    [Fact]
    public void Off_shell_joins_the_three_neutrino_width_for_pure_Z_exchange()
    {
        // A mediator so heavy that only Z is left: a Dirac fermion of couplings v, a gives (√2 G_F)² U² (v² + a²) m⁵/(768π³).
        // A neutrino has v = a = ½; three flavours count four-fold, because the amplitude doubles for N's own flavour.
        DarkSectorParameters point = Light with { M4 = 0.4, MZPrime = 1e7, Umu4 = 1e-3, ZInterference = true };
        double v = NeutralCurrent.LeptonVector;
        double fermi = NeutralCurrent.CouplingSquared / (PhysicalConstants.MassZ * PhysicalConstants.MassZ);
        double threeNeutrinos = fermi * fermi * 1e-6 * Math.Pow(0.4, 5) / (768.0 * Math.Pow(Math.PI, 3)) * 2.0;
        double electrons = PairSpectrum.OfElectrons(point).Width();

        // m_e corrections are of order 10 m_e²/m_N² = 2e-5.
        (electrons / threeNeutrinos).ShouldBe(((v * v) + 0.25) / 2.0, 3e-4 * 0.13);

        // g²/(4 c_w² m_Z²) is √2 G_F up to the inconsistency of the on-shell inputs (m_W, m_Z, s_w² rounded).
        WeakWidths.ThreeNeutrinos(0.4, 1e-6).ShouldBe(threeNeutrinos, 2e-3 * threeNeutrinos);
    }

    [Fact]
    public void Three_neutrino_width_has_the_form_of_the_muon_lifetime()
    {
        // PDG 2022: τ_μ = 2.1969811 μs, Γ = 2.99598e-19 GeV; phase space and radiation make it 0.44% smaller than G_F² m⁵/192π³.
        const double measured = 2.99598e-19;
        WeakWidths.ThreeNeutrinos(PhysicalConstants.MassMuon, 1.0).ShouldBe(measured * 1.0044, 2e-4 * measured);
    }

    [Fact]
    public void Pion_channels_open_at_their_thresholds_and_approach_isospin()
    {
        WeakWidths.NeutralPion(0.1349, 1.0).ShouldBe(0.0);
        WeakWidths.MuonPion(0.2452, 1.0).ShouldBe(0.0);
        WeakWidths.MuonPion(0.2454, 1.0).ShouldBeGreaterThan(0.0);

        // Far above threshold f_π against f_π/√2 for the neutral one: factor 2 |V_ud|².
        (WeakWidths.MuonPion(50.0, 1.0) / WeakWidths.NeutralPion(50.0, 1.0)).ShouldBe(2.0 * 0.97373 * 0.97373, 1e-4);
    }

    [Fact]
    public void Model_branching_ratio_counts_every_channel()
    {
        DarkSectorParameters heavy = Light with { M4 = 0.4, MZPrime = 1.25, BRee = BranchingRatioConvention.Model };
        DecayWidths model = DecayWidths.Compute(heavy);
        DecayWidths unity = DecayWidths.Compute(heavy with { BRee = BranchingRatioConvention.Unity });
        model.ParentChannels.Select(c => c.Name).ShouldBe(["nu e+ e-", "nu mu+ mu-", "nu hadrons", "nu nu nu", "nu pi0", "mu pi"]);
        model.GammaParent_GeV.ShouldBe(model.ParentChannels.Sum(c => c.Width));
        (model.BrEE * model.GammaParent_GeV).ShouldBe(unity.GammaParent_GeV, 1e-12 * unity.GammaParent_GeV);
        model.CtauParentCm.ShouldBeLessThan(unity.CtauParentCm);

        DarkSectorParameters onShell = Light with { M4 = 0.35, MZPrime = 0.3, BRee = BranchingRatioConvention.Model };
        DecayWidths chain = DecayWidths.Compute(onShell);
        double electrons = chain.ZPrimeChannels.Single(c => c.Name == "e+ e-").Width;
        chain.ZPrimeChannels.Select(c => c.Name).ShouldBe(["e+ e-", "mu+ mu-", "hadrons"]);
        chain.BrEE.ShouldBe(electrons / chain.GammaZPrime_GeV, 1e-6);
    }

    [Fact]
    public void Below_twice_the_electron_mass_nothing_is_visible()
    {
        DarkSectorParameters closed = new() { Scenario = Scenario.Dual, M4 = 0.1, M5 = 0.1009, MZPrime = 0.03, Umu5 = 1e-3 };
        DecayWidths widths = DecayWidths.Compute(closed);
        widths.GammaParent_GeV.ShouldBe(0.0);
        widths.BrEE.ShouldBe(0.0);
        widths.CtauParentCm.ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void The_width_stays_finite_where_phase_space_ends_at_the_pole()
    {
        DarkSectorParameters edge = Light with { M4 = 0.1, MZPrime = 0.1 };
        double width = DecayWidths.Compute(edge).GammaParent_GeV;
        double.IsFinite(width).ShouldBeTrue();
        width.ShouldBeGreaterThan(DecayWidths.Compute(edge with { MZPrime = 0.1001 }).GammaParent_GeV);
    }

    [Theory]
    [InlineData("m4")]
    [InlineData("mzprime")]
    [InlineData("m5")]
    [InlineData("Umu4")]
    [InlineData("epsilon")]
    public void Unphysical_parameters_are_named(string key)
    {
        DarkSectorParameters bad = key switch
        {
            "m4" => Light with { M4 = -0.1 },
            "mzprime" => Light with { MZPrime = double.NaN },
            "m5" => Light with { Scenario = Scenario.Dual, M5 = 0.05 },
            "Umu4" => Light with { Umu4 = -1e-4 },
            _ => Light with { Epsilon = double.PositiveInfinity },
        };
        Should.Throw<ArgumentException>(() => DecayWidths.Compute(bad)).Message.ShouldContain(key);
    }
}
