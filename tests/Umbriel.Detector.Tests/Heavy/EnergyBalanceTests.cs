using Umbriel.Core.Geometry;
using Umbriel.Detector.Heavy;

namespace Umbriel.Detector.Tests.Heavy;

/// <summary>Given + released = deposited + escaped + lost + carried by electrons and photons, event by event.</summary>
public sealed class EnergyBalanceTests
{
    private static readonly Box Tpc = new(-128.0, 128.0, -116.5, 116.5, 0.0, 1036.8);

    [Theory]
    [InlineData(ParticleKind.MuonMinus)]
    [InlineData(ParticleKind.MuonPlus)]
    [InlineData(ParticleKind.PionPlus)]
    [InlineData(ParticleKind.PionMinus)]
    [InlineData(ParticleKind.KaonPlus)]
    [InlineData(ParticleKind.KaonMinus)]
    [InlineData(ParticleKind.Proton)]
    [InlineData(ParticleKind.Neutron)]
    public void Balance(ParticleKind kind)
    {
        HeavyParticleTransport transport = new(new HeavyTransportSettings { NeutronCapture = kind == ParticleKind.Neutron });
        SimulatedEvent simulated = new();
        double[] energies = [0.0, 1e-4, 0.003, 0.02, 0.1, 0.5, 1.5, 5.0];
        for (ulong i = 0; i < 96; i++)
        {
            double energy = energies[i % (ulong)energies.Length];
            ParticleState primary = HeavyRun.AlongZ(kind, energy);
            primary.Z = 100.0;
            double others = HeavyRun.Event(transport, simulated, primary, i, Tpc);
            double found = others + simulated.Escaped + simulated.Lost + simulated.Deposits.Sum(d => d.Energy);
            found.ShouldBe(energy + simulated.Released, 1e-9, $"{kind} of {energy} GeV, event {i}");
            simulated.Deposits.ShouldAllBe(d => d.Length <= 0.3000001 && d.Energy >= 0.0 && double.IsFinite(d.EndX));
            simulated.Particles.ShouldAllBe(p => double.IsFinite(p.Start.Energy) && p.Start.Energy >= 0.0
                && Math.Abs((p.Start.DX * p.Start.DX) + (p.Start.DY * p.Start.DY) + (p.Start.DZ * p.Start.DZ) - 1.0) < 1e-9);
            simulated.Lost.ShouldBeGreaterThanOrEqualTo(0.0);
        }
    }

    [Fact]
    public void Charge_is_conserved_in_reactions_up_to_the_nucleus()
    {
        // Emitted charge less the projectile's is what the nucleus lost: from −2 (it can gain) to its 18 protons.
        HeavyParticleTransport transport = new(new HeavyTransportSettings());
        SimulatedEvent simulated = new();
        int spread = 0;
        for (ulong i = 0; i < 500; i++)
        {
            HeavyRun.Event(transport, simulated, HeavyRun.AlongZ(ParticleKind.PionPlus, 0.3), i, HeavyRun.Huge, generations: 1);
            int charge = simulated.Particles.Where(p => p.Process == CreationProcess.NuclearInelastic).Sum(p => ParticleProperties.Charge(p.Start.Kind));
            (charge - 1).ShouldBeInRange(-2, 17);
            spread += charge > 1 ? 1 : 0;
        }

        spread.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Same_bits_again_and_from_another_instance()
    {
        SimulatedEvent first = new();
        SimulatedEvent second = new();
        HeavyRun.Event(new HeavyParticleTransport(new HeavyTransportSettings()), first, HeavyRun.AlongZ(ParticleKind.PionMinus, 0.8), 77, Tpc);
        HeavyParticleTransport other = new(new HeavyTransportSettings());
        HeavyRun.Event(other, second, HeavyRun.AlongZ(ParticleKind.Proton, 2.0), 5, Tpc);
        HeavyRun.Event(other, second, HeavyRun.AlongZ(ParticleKind.PionMinus, 0.8), 77, Tpc);
        second.Deposits.ShouldBe(first.Deposits);
        second.Particles.ShouldBe(first.Particles);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Should.Throw<ArgumentException>(() => new HeavyParticleTransport(new HeavyTransportSettings { MaximumStep = 0.4 }));
        Should.Throw<ArgumentException>(() => new HeavyParticleTransport(new HeavyTransportSettings { Density = 0.0 }));
        Should.Throw<ArgumentException>(() => new HeavyParticleTransport(new HeavyTransportSettings { KaonScale = double.NaN }));
        Should.Throw<ArgumentException>(() => new HeavyParticleTransport(new HeavyTransportSettings()).Transport(ref DummyRandom.Value, HeavyRun.AlongZ(ParticleKind.Photon, 1.0), Tpc, new SimulatedEvent()));
    }

    private static class DummyRandom
    {
        public static Umbriel.Core.RandomStream Value = new(1, Umbriel.Core.RandomStage.Generation, 1);
    }
}
