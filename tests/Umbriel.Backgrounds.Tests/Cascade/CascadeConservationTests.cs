using Umbriel.Core;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Cascade;

public sealed class CascadeConservationTests
{
    [Theory]
    [InlineData("C12")]
    [InlineData("Ar40")]
    [InlineData("Fe56")]
    public void Every_cascade_conserves_four_momentum_charge_baryons_and_strangeness(string name)
    {
        Nucleus nucleus = Nucleus.Find(name);
        NuclearCascade cascade = new(nucleus, new CascadeParameters());
        CascadeEvent one = new();
        int[] codes = [2212, 2112, 211, 111, -211, 221, 321, 311, 3122, -321];
        for (int i = 0; i < 20_000; i++)
        {
            RandomStream random = new(11, RandomStage.Transport, (ulong)i);
            FourVector struck = new(PhysicalConstants.MassNeutron - 0.03, 0.1, -0.05, 0.02);
            FourVector remnant = new FourVector(nucleus.Mass, 0.0, 0.0, 0.0) - struck;
            one.Begin(nucleus.Protons, nucleus.Neutrons - 1, remnant);
            FourVector before = remnant;
            Quanta quanta = new(nucleus.Protons, nucleus.Nucleons - 1, 0);
            SpaceVector place = Direction.Isotropic(ref random) * nucleus.SampleRadius(ref random);
            int hadrons = 1 + (int)(3.0 * random.NextDouble());
            for (int h = 0; h < hadrons; h++)
            {
                int pdg = codes[(int)(codes.Length * random.NextDouble())];
                double mass = Quanta.MassOf(pdg);
                SpaceVector p = Direction.Isotropic(ref random) * (1.5 * random.NextDouble());
                FourVector momentum = new(Math.Sqrt(p.Dot(p) + (mass * mass)), p.X, p.Y, p.Z);
                one.Add(new CascadeHadron(pdg, momentum, place, 0.5 * random.NextDouble()));
                before += momentum;
                quanta += Quanta.Of(pdg);
            }

            cascade.Run(ref random, one);
            FourVector after = one.Remnant.Momentum;
            Quanta left = new(one.Remnant.Protons, one.Remnant.Nucleons, 0);
            foreach (EmittedParticle particle in one.Emitted)
            {
                after += particle.Momentum;
                left += Quanta.Of(particle.Pdg);
                double mass = Quanta.MassOf(particle.Pdg);
                Math.Sqrt(Math.Max(0.0, particle.Momentum.MassSquared)).ShouldBe(mass, 1e-6, $"{particle.Pdg} off its mass shell in event {i}");
            }

            left.ShouldBe(quanta, $"event {i}");
            FourVector difference = after - before;
            double largest = Math.Max(Math.Max(Math.Abs(difference.E), Math.Abs(difference.X)), Math.Max(Math.Abs(difference.Y), Math.Abs(difference.Z)));
            (largest / before.E).ShouldBeLessThan(1e-9, $"event {i}");
            one.Remnant.Protons.ShouldBeGreaterThanOrEqualTo(0);
            one.Remnant.Neutrons.ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    [Fact]
    public void The_remnant_of_a_real_collision_is_at_or_above_its_ground_state_and_cools_to_it()
    {
        Nucleus argon = Nucleus.Find("Ar40");
        NuclearCascade cascade = new(argon, new CascadeParameters());
        CascadeEvent one = new();
        for (int i = 0; i < 20_000; i++)
        {
            RandomStream random = new(12, RandomStage.Transport, (ulong)i);
            HadronThrows.MadeInside(cascade, i % 2 == 0 ? 111 : 2212, 0.02 + (0.5 * random.NextDouble()), ref random, one);
            double mass = Math.Sqrt(one.Remnant.Momentum.MassSquared);
            (mass - cascade.GroundMass(one.Remnant.Protons, one.Remnant.Neutrons)).ShouldBe(one.Remnant.Excitation, 1e-9);
            one.Remnant.Excitation.ShouldBeInRange(-1e-9, 5.1e-5, $"event {i}");
        }
    }

    /// <summary>What is counted.</summary>
    private readonly record struct Quanta(int Charge, int Baryons, int Strangeness)
    {
        public static Quanta Of(int pdg) => pdg switch
        {
            2212 => new(1, 1, 0),
            2112 => new(0, 1, 0),
            211 => new(1, 0, 0),
            -211 => new(-1, 0, 0),
            111 or 221 or 22 => default,
            321 => new(1, 0, 1),
            311 => new(0, 0, 1),
            -321 => new(-1, 0, -1),
            3122 => new(0, 1, -1),
            1000020040 => new(2, 4, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(pdg), pdg, "unexpected particle"),
        };

        /// <summary>GeV; PDG 2024, α: CODATA 2018.</summary>
        public static double MassOf(int pdg) => pdg switch
        {
            2212 => 0.93827208816,
            2112 => 0.93956542052,
            211 or -211 => 0.13957039,
            111 => 0.1349768,
            221 => 0.547862,
            321 or -321 => 0.493677,
            311 => 0.497611,
            3122 => 1.115683,
            22 => 0.0,
            1000020040 => 3.7273794066,
            _ => throw new ArgumentOutOfRangeException(nameof(pdg), pdg, "unexpected particle"),
        };

        public static Quanta operator +(Quanta a, Quanta b) => new(a.Charge + b.Charge, a.Baryons + b.Baryons, a.Strangeness + b.Strangeness);
    }
}
