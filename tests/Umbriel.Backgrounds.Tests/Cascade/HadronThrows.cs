using Umbriel.Core;
using Umbriel.Nuclei;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Tests.Cascade;

/// <summary>Cross sections, mb, of a hadron on a nucleus from throws at it.</summary>
/// <param name="Reaction">Any collision.</param>
/// <param name="Absorption">No pion out.</param>
/// <param name="Scattering">One pion of the same charge out.</param>
/// <param name="Exchange">One pion whose charge differs by one out.</param>
/// <param name="Production">Pions more than came in.</param>
internal sealed record ThrowResult(double Reaction, double Absorption, double Scattering, double Exchange, double Production)
{
    /// <summary>By the channel's name in the tables of measurements.</summary>
    public double this[string channel] => channel switch
    {
        "reac" => Reaction,
        "abs" => Absorption,
        "inel" => Scattering,
        "scx" => Exchange,
        "abs+scx" => Absorption + Exchange,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "no such channel"),
    };
}

/// <summary>Hadrons aimed at a nucleus, or made in it.</summary>
internal static class HadronThrows
{
    /// <summary>
    /// Throws from outside, evenly over the nucleus' disc. The Coulomb force focuses: the area counts by the square of the momentum at the surface
    /// (1.2 fm A^⅓ + 0.8 fm) over that outside, as angular momentum is conserved.
    /// </summary>
    public static ThrowResult At(NuclearCascade cascade, int pdg, double kinetic, int throws, ulong seed)
    {
        HadronKind kind = HadronKinds.Of(pdg);
        double mass = kind.Mass();
        Nucleus nucleus = cascade.Nucleus;
        double surface = (1.2 * Math.Cbrt(nucleus.Nucleons)) + 0.8;
        double inside = kinetic - (kind.Charge() * cascade.CoulombEnergy(surface));
        double focus = inside * (inside + (2.0 * mass)) / (kinetic * (kinetic + (2.0 * mass)));
        double perThrow = 10.0 * Math.PI * cascade.Radius * cascade.Radius * focus / throws;
        FourVector beam = new(kinetic + mass, 0.0, 0.0, Math.Sqrt(kinetic * (kinetic + (2.0 * mass))));
        CascadeEvent one = new();
        int[] counts = new int[5];
        for (int i = 0; i < throws; i++)
        {
            RandomStream random = new(seed, RandomStage.Transport, (ulong)i);
            double across = cascade.Radius * Math.Sqrt(random.NextDouble());
            Direction.Turn(random.NextDouble(), out double sin, out double cos);
            double along = -Math.Sqrt(Math.Max(0.0, (cascade.Radius * cascade.Radius) - (across * across)));
            one.Begin(nucleus.Protons, nucleus.Neutrons, new FourVector(nucleus.Mass, 0.0, 0.0, 0.0));
            one.Add(new CascadeHadron(pdg, beam, new SpaceVector(across * cos, across * sin, along)));
            cascade.Run(ref random, one);
            if (!one.Fates[0].Collided)
            {
                continue;
            }

            counts[0]++;
            int pions = 0;
            int charge = 0;
            foreach (EmittedParticle particle in one.Emitted)
            {
                HadronKind emitted = HadronKinds.Of(particle.Pdg);
                if (emitted.IsPion())
                {
                    pions++;
                    charge += emitted.Charge();
                }
            }

            int change = Math.Abs(charge - kind.Charge());
            counts[1] += pions == 0 ? 1 : 0;
            counts[2] += pions == 1 && kind.IsPion() && change == 0 ? 1 : 0;
            counts[3] += pions == 1 && kind.IsPion() && change == 1 ? 1 : 0;
            counts[4] += pions > (kind.IsPion() ? 1 : 0) ? 1 : 0;
        }

        return new ThrowResult(counts[0] * perThrow, counts[1] * perThrow, counts[2] * perThrow, counts[3] * perThrow, counts[4] * perThrow);
    }

    /// <summary>Makes a hadron at a random nucleon and runs it.</summary>
    public static void MadeInside(NuclearCascade cascade, int pdg, double kinetic, ref RandomStream random, CascadeEvent one)
    {
        HadronKind kind = HadronKinds.Of(pdg);
        Nucleus nucleus = cascade.Nucleus;
        double mass = kind.Mass();
        SpaceVector place = Direction.Isotropic(ref random) * nucleus.SampleRadius(ref random);
        SpaceVector momentum = Direction.Isotropic(ref random) * Math.Sqrt(kinetic * (kinetic + (2.0 * mass)));
        int protons = nucleus.Protons - (kind == HadronKind.Proton ? 1 : 0);
        int neutrons = nucleus.Neutrons - (kind == HadronKind.Neutron ? 1 : 0);
        one.Begin(protons, neutrons, new FourVector(cascade.GroundMass(protons, neutrons) + 0.01, 0.0, 0.0, 0.0));
        one.Add(new CascadeHadron(pdg, new FourVector(kinetic + mass, momentum.X, momentum.Y, momentum.Z), place));
        cascade.Run(ref random, one);
    }
}
