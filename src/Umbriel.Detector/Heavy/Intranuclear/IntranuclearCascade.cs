using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// A reaction with an argon nucleus as a cascade of collisions with single nucleons (R. Serber, Phys. Rev. 72 (1947) 1114; with the
/// density, the Fermi motion and Pauli's principle as in H. Bertini, Phys. Rev. 131 (1963) 1801): every hadron, the projectile and all that
/// collisions make, flies straight through <see cref="ArgonNucleus"/> with its free mean path and collides again until it leaves. Every
/// nucleon that leaves pays the separation energy (lost), one that cannot stays; what holes and those that stay hold is spent by
/// <see cref="Evaporation"/>. Energy, charge and nucleons are conserved exactly, momentum in each collision: the nucleus takes the rest
/// (its well, of Fermi and separation energy, does not turn hadrons; its recoil is left out).
/// </summary>
internal static class IntranuclearCascade
{
    /// <summary>The energy above the separation energy that a neutron must have to leave, GeV. Chosen: below, evaporation deals with it.</summary>
    private const double NeutronBarrier = 1e-3;

    /// <summary>
    /// Passes through the nucleus after which a nucleon that met none is taken to stay in it, and reactions after which a pion's is taken
    /// though in another channel than asked for. Chosen: never reached but by nucleons of some MeV and in channels of per mille.
    /// </summary>
    private const int MaximumTries = 1000;

    /// <summary>A nucleon from outside reacts.</summary>
    public static void StartWithNucleon(ref RandomStream random, ParticleState projectile, SimulatedEvent simulated)
    {
        Span<CascadeHadron> memory = stackalloc CascadeHadron[2 * CascadeStack.Capacity];
        CascadeStack inside = new(memory[..CascadeStack.Capacity]);
        CascadeStack outside = new(memory[CascadeStack.Capacity..]);
        ResidualNucleus nucleus = ResidualNucleus.Argon;
        int charge = ParticleProperties.Charge(projectile.Kind);
        double energy = projectile.Energy + Evaporation.Separation;
        if (TryEnter(ref random, projectile, new CascadeHadron(IsPion: false, charge, energy, default, default), ref nucleus, ref inside))
        {
            Follow(ref random, ref inside, ref outside, ref nucleus);
        }
        else
        {
            nucleus = nucleus.With(charge, energy);
        }

        CascadeEmission emission = new(projectile, CreationProcess.NuclearInelastic, simulated);
        emission.Emit(ref random, outside, nucleus, new CascadeEnergyBalance(NucleonsIn: 1, MassIn: 0.0));
    }

    /// <summary>A charged pion from outside reacts in flight, in a channel chosen before.</summary>
    public static void StartWithPion(ref RandomStream random, ParticleState projectile, PionChannel channel, SimulatedEvent simulated)
    {
        Span<CascadeHadron> memory = stackalloc CascadeHadron[2 * CascadeStack.Capacity];
        CascadeStack inside = new(memory[..CascadeStack.Capacity]);
        CascadeStack outside = new(memory[CascadeStack.Capacity..]);
        ResidualNucleus nucleus;
        int charge = ParticleProperties.Charge(projectile.Kind);
        int tries = 0;
        do
        {
            outside.Clear();
            nucleus = ResidualNucleus.Argon;
            while (!TryEnter(ref random, projectile, new CascadeHadron(IsPion: true, charge, projectile.Energy, default, default), ref nucleus, ref inside))
            {
            }

            Follow(ref random, ref inside, ref outside, ref nucleus);
        }
        while (++tries < MaximumTries && ChannelOf(outside.Hadrons) != channel);

        CascadeEmission emission = new(projectile, CreationProcess.NuclearInelastic, simulated);
        emission.Emit(ref random, outside, nucleus, new CascadeEnergyBalance(NucleonsIn: 0, MassIn: CascadeHadron.PionMass));
    }

    /// <summary>A π− at rest is absorbed, where two nucleons are close.</summary>
    public static void CapturePion(ref RandomStream random, ParticleState pion, SimulatedEvent simulated)
    {
        Span<CascadeHadron> memory = stackalloc CascadeHadron[2 * CascadeStack.Capacity];
        CascadeStack inside = new(memory[..CascadeStack.Capacity]);
        CascadeStack outside = new(memory[CascadeStack.Capacity..]);
        ResidualNucleus nucleus = ResidualNucleus.Argon;
        CascadeHadron captured;
        do
        {
            SpaceVector place = ArgonNucleus.SamplePlace(ref random, power: 2);
            captured = new CascadeHadron(IsPion: true, Charge: -1, Energy: 0.0, new SpaceVector(0.0, 0.0, 1.0), place);
        }
        while (!PionAbsorption.TryAbsorb(ref random, captured, ref nucleus, ref inside));
        Follow(ref random, ref inside, ref outside, ref nucleus);
        CascadeEmission emission = new(pion, CreationProcess.Capture, simulated);
        emission.Emit(ref random, outside, nucleus, new CascadeEnergyBalance(NucleonsIn: 0, MassIn: CascadeHadron.PionMass));
    }

    /// <summary>
    /// Follows the hadrons inside, the latest first, until all have left or stay.
    /// </summary>
    public static void Follow(ref RandomStream random, ref CascadeStack inside, ref CascadeStack outside, ref ResidualNucleus nucleus)
    {
        while (inside.TryPop(out CascadeHadron hadron))
        {
            if (Stays(hadron))
            {
                nucleus = nucleus.With(hadron.Charge, hadron.Energy);
            }
            else if (!TryFly(ref random, ref hadron, ref nucleus, ref inside))
            {
                outside.Push(hadron);
            }
        }
    }

    /// <summary>
    /// What a pion did: absorbed if none came out, charge exchange if one π0 did, else inelastic.
    /// </summary>
    public static PionChannel ChannelOf(ReadOnlySpan<CascadeHadron> outside)
    {
        int pions = 0;
        bool neutral = true;
        foreach (CascadeHadron hadron in outside)
        {
            pions += hadron.IsPion ? 1 : 0;
            neutral &= !hadron.IsPion || hadron.Charge == 0;
        }

        return pions == 0 ? PionChannel.Absorption : pions == 1 && neutral ? PionChannel.ChargeExchange : PionChannel.Inelastic;
    }

    /// <summary>
    /// Sends a hadron at the nucleus until it collides. Its direction and place are set here. False if it does not in
    /// <see cref="MaximumTries"/> passes.
    /// </summary>
    public static bool TryEnter(ref RandomStream random, ParticleState projectile, CascadeHadron hadron, ref ResidualNucleus nucleus, ref CascadeStack inside)
    {
        SpaceVector direction = new(projectile.DX, projectile.DY, projectile.DZ);
        for (int i = 0; i < MaximumTries; i++)
        {
            hadron = hadron with { Direction = direction, Position = ArgonNucleus.SampleEntry(ref random, direction) };
            if (TryFly(ref random, ref hadron, ref nucleus, ref inside))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Flies to a collision that takes place, whose products it adds; false if the hadron leaves.</summary>
    private static bool TryFly(ref RandomStream random, ref CascadeHadron hadron, ref ResidualNucleus nucleus, ref CascadeStack inside)
    {
        while (CascadeFlight.TryReachCollision(ref random, ref hadron, nucleus))
        {
            bool collided = !hadron.IsPion ? NucleonCollision.TryCollide(ref random, hadron, ref nucleus, ref inside)
                : random.NextDouble() < CascadeFlight.AbsorptionShare(hadron, nucleus) ? PionAbsorption.TryAbsorb(ref random, hadron, ref nucleus, ref inside)
                : PionCollision.TryCollide(ref random, hadron, ref nucleus, ref inside);
            if (collided)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a nucleon has too little energy to leave.</summary>
    private static bool Stays(in CascadeHadron hadron)
    {
        Debug.Assert(hadron.Energy >= 0.0 && double.IsFinite(hadron.Energy));
        return !hadron.IsPion && hadron.Energy < Evaporation.Separation + (hadron.Charge == 1 ? Evaporation.ProtonBarrier : NeutronBarrier);
    }
}
