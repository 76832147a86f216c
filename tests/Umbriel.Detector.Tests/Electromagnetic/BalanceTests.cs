using Umbriel.Core;
using Umbriel.Core.Geometry;

namespace Umbriel.Detector.Tests.Electromagnetic;

/// <summary>What must hold in every event.</summary>
public sealed class BalanceTests
{
    private static readonly Box Small = new(-20.0, 20.0, -15.0, 15.0, -5.0, 60.0);

    public static TheoryData<ParticleKind, double> Particles()
    {
        TheoryData<ParticleKind, double> data = [];
        foreach (ParticleKind kind in new[] { ParticleKind.Photon, ParticleKind.Electron, ParticleKind.Positron, ParticleKind.PionZero, ParticleKind.Neutron })
        {
            foreach (double energy in new[] { 1e-5, 2e-4, 1.1e-3, 5e-3, 0.05, 0.3 })
            {
                data.Add(kind, energy);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Particles))]
    public void Energy_is_conserved(ParticleKind kind, double energy)
    {
        SimulatedEvent simulated = new();
        foreach (Box volume in new[] { Showers.Large, Small })
        {
            for (int i = 0; i < 8; i++)
            {
                Showers.Run(simulated, volume, 21, i, Showers.Particle(kind, energy));
                double deposited = simulated.Deposits.Sum(d => d.Energy);
                double balance = deposited + simulated.Escaped + simulated.Lost - energy - simulated.Released;
                Math.Abs(balance).ShouldBeLessThan(1e-12 + (1e-12 * energy));
                simulated.Escaped.ShouldBeGreaterThanOrEqualTo(0.0);
                int bad = 0;
                foreach (Deposit d in simulated.Deposits)
                {
                    bool good = d.Energy > 0.0 && d.Length <= 0.3 + 1e-9 && double.IsFinite(d.Time) && volume.Contains(d.X, d.Y, d.Z) && volume.Contains(d.EndX, d.EndY, d.EndZ);
                    bad += good ? 0 : 1;
                }

                bad.ShouldBe(0);
                (simulated.Lost > 0.0).ShouldBe(kind == ParticleKind.Neutron);
            }
        }
    }

    [Fact]
    public void The_same_event_has_the_same_bits_in_any_order()
    {
        List<Deposit> first = Deposits(3);
        Deposits(8).ShouldNotBe(first);
        Deposits(3).ShouldBe(first);
        List<Deposit>[] parallel = new List<Deposit>[16];
        Parallel.For(0, 16, i => parallel[i] = Deposits(i));
        parallel[3].ShouldBe(first);

        static List<Deposit> Deposits(int index)
        {
            SimulatedEvent simulated = new();
            Showers.Run(simulated, Showers.Large, 22, index, Showers.Particle(ParticleKind.Electron, 0.1), Showers.Particle(ParticleKind.Positron, 0.08));
            return [.. simulated.Deposits];
        }
    }

    [Fact]
    public void Directions_stay_unit_vectors_and_parents_come_first()
    {
        SimulatedEvent simulated = new();
        Showers.Run(simulated, Showers.Large, 23, 0, Showers.Particle(ParticleKind.Photon, 1.0));
        for (int i = 0; i < simulated.Particles.Count; i++)
        {
            SimulatedParticle particle = simulated.Particles[i];
            particle.Start.Index.ShouldBe(i);
            particle.Parent.ShouldBeLessThan(i);
            double norm = (particle.Start.DX * particle.Start.DX) + (particle.Start.DY * particle.Start.DY) + (particle.Start.DZ * particle.Start.DZ);
            norm.ShouldBe(1.0, 1e-12);
        }
    }

    [Fact]
    public void A_positron_that_stops_gives_two_photons_of_511_kev()
    {
        SimulatedEvent simulated = new();
        Showers.Run(simulated, Showers.Large, 24, 0, Showers.Particle(ParticleKind.Positron, 1e-5));
        simulated.Particles.Count(p => p is { Parent: 0, Process: CreationProcess.Annihilation, Start.Kind: ParticleKind.Photon } && p.Start.Energy == PhysicalConstants.MassElectron).ShouldBe(2);
        ParticleState a = simulated.Particles[1].Start;
        ParticleState b = simulated.Particles.Last(p => p.Parent == 0).Start;
        ((a.DX * b.DX) + (a.DY * b.DY) + (a.DZ * b.DZ)).ShouldBe(-1.0, 1e-12);
    }

    [Fact]
    public void A_neutral_pion_gives_two_photons_with_its_momentum()
    {
        SimulatedEvent simulated = new();
        Showers.Run(simulated, Showers.Large, 25, 0, Showers.Particle(ParticleKind.PionZero, 0.4));
        SimulatedParticle[] photons = [.. simulated.Particles.Where(p => p.Parent == 0)];
        photons.Length.ShouldBe(2);
        const double mass = 0.1349768;
        photons.Sum(p => p.Start.Energy).ShouldBe(0.4 + mass, 1e-12);
        photons.Sum(p => p.Start.Energy * p.Start.DZ).ShouldBe(Math.Sqrt(0.4 * (0.4 + (2.0 * mass))), 1e-12);
        photons.Sum(p => p.Start.Energy * p.Start.DX).ShouldBe(0.0, 1e-12);
    }

    [Fact]
    public void Cuts_and_density_out_of_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Detector.Electromagnetic.ElectromagneticTransport(new(DeltaRay: 0.0))).Message.ShouldContain("DeltaRay");
        Should.Throw<ArgumentOutOfRangeException>(() => new Detector.Electromagnetic.ElectromagneticTransport(new(MaximumStep: double.NaN))).Message.ShouldContain("MaximumStep");
        Should.Throw<ArgumentOutOfRangeException>(() => new Detector.Electromagnetic.ElectromagneticTransport(new(), -1.0)).Message.ShouldContain("density");
    }
}
