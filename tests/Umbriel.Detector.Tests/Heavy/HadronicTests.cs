using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>Nuclear reactions: rates against measured cross sections, channels against their shares.</summary>
public sealed class HadronicTests
{
    [Fact]
    public void Neutron_total_cross_section_as_CAPTAIN_measured()
    {
        // CAPTAIN Collaboration, Phys. Rev. Lett. 123 (2019) 042502: 0.91 ± 0.10 ± 0.09 b between 100 and 800 MeV.
        double sum = 0.0;
        for (int i = 0; i < 70; i++)
        {
            double energy = 0.105 + (0.01 * i);
            sum += HadronicCrossSections.NeutronElastic(energy) + HadronicCrossSections.NeutronReaction(energy);
        }

        (1e-3 * sum / 70.0).ShouldBe(0.91, 0.135);
    }

    [Fact]
    public void Proton_reaction_cross_section_at_high_energy()
    {
        // Nuclear interaction length of argon 119.7 g/cm² (PDG 2024, atomic and nuclear properties): 554 mb. Letaw et al. state 2% of their data, at
        // most 10% here.
        HadronicCrossSections.ProtonReaction(5.0).ShouldBe(554.0, 60.0);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(2.0)]
    public void Protons_react_with_the_tabulated_rate_times_its_scale(double scale)
    {
        // 1 GeV protons through 20 cm, elastic off; 4 binomial standard errors: 6e-5.
        HeavyParticleTransport transport = new(HeavyRun.NoReactions with { ProtonInelasticScale = scale });
        SimulatedEvent simulated = new();
        Box slab = new(-1e4, 1e4, -1e4, 1e4, 0.0, 20.0);
        int reactions = 0;
        const int Protons = 800;
        for (ulong i = 0; i < Protons; i++)
        {
            HeavyRun.Event(transport, simulated, HeavyRun.AlongZ(ParticleKind.Proton, 1.0), i, slab, generations: 1);
            reactions += simulated.Escaped == 0.0 ? 1 : 0;
        }

        double depth = scale * 1e-27 * 6.022e23 / 39.948 * LiquidArgon.Density * 20.0 * HadronicCrossSections.ProtonReaction(0.985);
        double probability = 1.0 - Math.Exp(-depth);
        ((double)reactions / Protons).ShouldBe(probability, 4.0 * Math.Sqrt(probability * (1.0 - probability) / Protons));
    }

    [Fact]
    public void Pions_choose_channels_by_their_shares()
    {
        // 200 MeV π+: reactions in the first 3 cm. Absorption leaves no pion, charge exchange a π0.
        HeavyParticleTransport transport = new(new HeavyTransportSettings { PionElasticScale = 0.0 });
        SimulatedEvent simulated = new();
        Box slab = new(-1e4, 1e4, -1e4, 1e4, 0.0, 3.0);
        (int all, int absorbed, int exchanged) = (0, 0, 0);
        for (ulong i = 0; i < 12_000; i++)
        {
            HeavyRun.Event(transport, simulated, HeavyRun.AlongZ(ParticleKind.PionPlus, 0.2), i, slab, generations: 1);
            if (!simulated.Particles.Any(p => p.Process == CreationProcess.NuclearInelastic))
            {
                continue;
            }

            all++;
            exchanged += simulated.Particles.Any(p => p.Start.Kind == ParticleKind.PionZero) ? 1 : 0;
            absorbed += simulated.Particles.Any(p => p.Start.Kind is ParticleKind.PionZero or ParticleKind.PionPlus && p.Parent == 0) ? 0 : 1;
        }

        // About 570 reactions: ± 2.1% and 1.3%, taken three times.
        all.ShouldBeInRange(400, 800);
        (double absorption, double exchange) = HadronicCrossSections.PionShares(0.197);
        ((double)absorbed / all).ShouldBe(absorption, 0.065);
        ((double)exchanged / all).ShouldBe(exchange, 0.045);
    }

    [Fact]
    public void Stopped_negative_pions_give_their_mass_to_nucleons()
    {
        // Energy is m_π = 139.6 MeV: with some 2 to 6 nucleons, none above 131 MeV, no pion.
        HeavyParticleTransport transport = new(new HeavyTransportSettings());
        SimulatedEvent simulated = new();
        int nucleons = 0;
        for (ulong i = 0; i < 500; i++)
        {
            HeavyRun.Event(transport, simulated, HeavyRun.AlongZ(ParticleKind.PionMinus, 0.0), i, HeavyRun.Huge, generations: 1);
            simulated.Particles.Skip(1).ShouldAllBe(p => p.Process == CreationProcess.Capture && p.Start.Energy < 0.132);
            nucleons += simulated.Particles.Count(p => p.Start.Kind is ParticleKind.Neutron or ParticleKind.Proton);
        }

        (nucleons / 500.0).ShouldBeInRange(2.5, 6.0);
    }

    [Fact]
    public void Slow_neutrons_make_recoils_and_the_first_level()
    {
        HeavyParticleTransport transport = new(new HeavyTransportSettings());
        SimulatedEvent simulated = new();
        int lines = 0;
        int recoils = 0;
        for (ulong i = 0; i < 300; i++)
        {
            HeavyRun.Event(transport, simulated, HeavyRun.AlongZ(ParticleKind.Neutron, 4e-3), i, HeavyRun.Huge);
            lines += simulated.Particles.Any(p => p.Start.Kind == ParticleKind.Photon && Math.Abs(p.Start.Energy - 1.4608e-3) < 1e-9) ? 1 : 0;
            recoils += simulated.Deposits.Count > 0 ? 1 : 0;

            // Largest recoil of 4 MeV: 4A/(1 + A)² = 9.5% of it.
            simulated.Deposits.ShouldAllBe(d => d.Energy < 0.0952 * 4e-3);
        }

        lines.ShouldBeGreaterThan(200);
        recoils.ShouldBeGreaterThan(250);
    }

    [Fact]
    public void Lindhard_share_of_argon()
    {
        // k = 0.133 · 18^(2/3)/√39.948 = 0.1445; ε(50 keV) = 0.678; g = 3·0.9433 + 0.7·0.7919 + 0.678 = 4.062; by hand: 0.370.
        NuclearRecoil.Lindhard(50e-6).ShouldBe(0.370, 0.002);
    }
}
