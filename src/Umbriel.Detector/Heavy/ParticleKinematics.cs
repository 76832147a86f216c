using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>Four-momenta of transported particles.</summary>
internal static class ParticleKinematics
{
    /// <summary>Four-momentum of a particle.</summary>
    public static FourVector Momentum(ParticleState particle, double mass)
    {
        Debug.Assert(particle.Energy >= 0.0 && double.IsFinite(particle.Energy));
        double p = Math.Sqrt(Math.Max(0.0, particle.Energy * (particle.Energy + (2.0 * mass))));
        return new FourVector(particle.Energy + mass, p * particle.DX, p * particle.DY, p * particle.DZ);
    }

    /// <summary>Adds a secondary with a four-momentum; its kinetic energy is E − m.</summary>
    public static double Emit(SimulatedEvent simulated, ParticleState parent, ParticleKind kind, in FourVector momentum, CreationProcess process)
    {
        Debug.Assert(double.IsFinite(momentum.E));
        ParticleState secondary = parent;
        secondary.Kind = kind;
        secondary.Energy = Math.Max(0.0, momentum.E - ParticleProperties.Mass(kind));
        double p = momentum.Momentum;
        if (p > 0.0)
        {
            (secondary.DX, secondary.DY, secondary.DZ) = (momentum.X / p, momentum.Y / p, momentum.Z / p);
        }

        simulated.Add(secondary, parent.Index, process);
        return secondary.Energy;
    }
}
