using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// Hadrons that leave the nucleus become secondaries of the projectile. The Fermi motion that collisions with nucleons at rest
/// leave out turns them by a Gaussian angle σ = q/p in each of two directions.
/// </summary>
/// <param name="Projectile">The particle that reacted, where and when it did.</param>
/// <param name="Process">What the secondaries are made by.</param>
/// <param name="Simulated">Takes them.</param>
internal readonly record struct CascadeEmission(ParticleState Projectile, CreationProcess Process, SimulatedEvent Simulated)
{
    /// <summary>
    /// q of nucleons, GeV. Chosen: about k_F/√5 = 0.11, the r.m.s. of one component in a Fermi gas of k_F = 0.25 GeV.
    /// </summary>
    private const double NucleonTransverseMomentum = 0.1;

    /// <summary>q of pions, GeV. Chosen: half of the nucleons'.</summary>
    private const double PionTransverseMomentum = 0.05;

    /// <summary>Momentum below which the angle does not grow, GeV: against division by zero.</summary>
    private const double MinimumMomentum = 1e-3;

    /// <summary>A nucleon leaves; it pays the separation energy.</summary>
    public void EmitNucleon(ref RandomStream random, in CascadeHadron nucleon)
    {
        ParticleKind kind = nucleon.Charge == 1 ? ParticleKind.Proton : ParticleKind.Neutron;
        Emit(ref random, kind, nucleon.Energy - Evaporation.Separation, nucleon.Direction, NucleonTransverseMomentum, CascadeHadron.NucleonMass);
    }

    /// <summary>A pion leaves with its total energy; returns its rest mass, GeV.</summary>
    public double EmitPion(ref RandomStream random, in CascadeHadron pion)
    {
        ParticleKind kind = pion.Charge switch { 1 => ParticleKind.PionPlus, -1 => ParticleKind.PionMinus, _ => ParticleKind.PionZero };
        double mass = ParticleProperties.Mass(kind);
        Emit(ref random, kind, pion.Energy + (CascadeHadron.PionMass - mass), pion.Direction, PionTransverseMomentum, mass);
        return mass;
    }

    private void Emit(ref RandomStream random, ParticleKind kind, double kinetic, (double X, double Y, double Z) direction, double transverse, double mass)
    {
        ParticleState secondary = Projectile;
        secondary.Kind = kind;
        secondary.Energy = kinetic;
        (secondary.DX, secondary.DY, secondary.DZ) = direction;
        double p = Math.Sqrt(kinetic * (kinetic + (2.0 * mass)));
        double angle = transverse / Math.Max(p, MinimumMomentum) * Math.Sqrt(2.0 * Sampling.Exponential(ref random));
        Sampling.Turn(ref secondary.DX, ref secondary.DY, ref secondary.DZ, Math.Cos(Math.Min(angle, Math.PI)), 2.0 * Math.PI * random.NextDouble());
        Simulated.Add(secondary, Projectile.Index, Process);
    }
}
