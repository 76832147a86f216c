using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>Hadrons that left the nucleus become secondaries of the projectile; then the nucleus cools.</summary>
/// <param name="Projectile">The particle that reacted, where and when it did.</param>
/// <param name="Process">What the secondaries are made by.</param>
/// <param name="Simulated">Takes them.</param>
internal readonly record struct CascadeEmission(ParticleState Projectile, CreationProcess Process, SimulatedEvent Simulated)
{
    /// <summary>Emits all hadrons, settles the balance and cools what is left.</summary>
    public void Emit(ref RandomStream random, CascadeStack outside, ResidualNucleus nucleus, CascadeEnergyBalance balance)
    {
        foreach (CascadeHadron hadron in outside.Hadrons)
        {
            if (hadron.IsPion)
            {
                balance.PionLeft(EmitPion(hadron));
            }
            else
            {
                balance.NucleonLeft();
                Emit(hadron, hadron.Charge == 1 ? ParticleKind.Proton : ParticleKind.Neutron, hadron.Energy - Evaporation.Separation);
            }
        }

        balance.Settle(Simulated);
        Evaporation.Cool(ref random, Projectile, nucleus, Evaporation.NeutronShare, Process, Simulated);
    }

    /// <summary>A pion leaves with its total energy; returns its rest mass, GeV.</summary>
    private double EmitPion(in CascadeHadron pion)
    {
        ParticleKind kind = pion.Charge switch { 1 => ParticleKind.PionPlus, -1 => ParticleKind.PionMinus, _ => ParticleKind.PionZero };
        double mass = ParticleProperties.Mass(kind);
        Emit(pion, kind, pion.Energy + (CascadeHadron.PionMass - mass));
        return mass;
    }

    private void Emit(in CascadeHadron hadron, ParticleKind kind, double kinetic)
    {
        ParticleState secondary = Projectile;
        secondary.Kind = kind;
        secondary.Energy = kinetic;
        (secondary.DX, secondary.DY, secondary.DZ) = (hadron.Direction.X, hadron.Direction.Y, hadron.Direction.Z);
        Simulated.Add(secondary, Projectile.Index, Process);
    }
}
