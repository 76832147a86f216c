using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Electrons knocked on with more than the cut: dN/dT dx = (ξ/x)/T² (1 − β²T/T_max [+ T²/2E² for spin ½]) (B. Rossi, High-Energy
/// Particles, 1952, ch. 2; PDG 2024 (34.8)). Electrons are free and at rest.
/// </summary>
internal static class DeltaRays
{
    /// <summary>Number per g/cm².</summary>
    public static double Rate(double kineticEnergy, double mass, bool spinHalf, double cut)
    {
        Debug.Assert(kineticEnergy > 0.0 && double.IsFinite(kineticEnergy));
        Debug.Assert(mass > 0.0 && cut > 0.0);
        double transfer = StoppingPower.MaximumTransfer(kineticEnergy, mass);
        if (transfer <= cut)
        {
            return 0.0;
        }

        double beta2 = StoppingPower.BetaSquared(kineticEnergy, mass);
        double energy = kineticEnergy + mass;
        double spin = spinHalf ? (transfer - cut) / (2.0 * energy * energy) : 0.0;
        return StoppingPower.XiPerMass(beta2) * ((1.0 / cut) - (1.0 / transfer) - (beta2 / transfer * Math.Log(transfer / cut)) + spin);
    }

    /// <summary>Kinetic energy of one, GeV, between the cut and T_max &gt; cut; by rejection from 1/T².</summary>
    public static double Sample(ref RandomStream random, double kineticEnergy, double mass, bool spinHalf, double cut)
    {
        Debug.Assert(kineticEnergy > 0.0 && double.IsFinite(kineticEnergy));
        Debug.Assert(cut < StoppingPower.MaximumTransfer(kineticEnergy, mass));
        double transfer = StoppingPower.MaximumTransfer(kineticEnergy, mass);
        double beta2 = StoppingPower.BetaSquared(kineticEnergy, mass);
        double energy = kineticEnergy + mass;
        double largest = spinHalf ? 1.0 + (0.5 * transfer * transfer / (energy * energy)) : 1.0;
        while (true)
        {
            double t = cut / (1.0 - (random.NextDouble() * (1.0 - (cut / transfer))));
            double weight = 1.0 - (beta2 * t / transfer) + (spinHalf ? 0.5 * t * t / (energy * energy) : 0.0);
            if (random.NextDouble() * largest < weight)
            {
                return t;
            }
        }
    }

    /// <summary>Makes one: adds the electron, takes its energy and momentum from the particle.</summary>
    public static void Emit(ref RandomStream random, ref ParticleState particle, double mass, bool spinHalf, double cut, SimulatedEvent simulated)
    {
        if (StoppingPower.MaximumTransfer(particle.Energy, mass) <= cut)
        {
            return;
        }

        double t = Math.Min(Sample(ref random, particle.Energy, mass, spinHalf, cut), particle.Energy);
        double before = Math.Sqrt(particle.Energy * (particle.Energy + (2.0 * mass)));
        double electron = Math.Sqrt(t * (t + (2.0 * PhysicalConstants.MassElectron)));
        double cos = Math.Min(1.0, t * (particle.Energy + mass + PhysicalConstants.MassElectron) / (before * electron));
        ParticleState secondary = particle;
        secondary.Kind = ParticleKind.Electron;
        secondary.Energy = t;
        double azimuth = 2.0 * Math.PI * random.NextDouble();
        Sampling.Turn(ref secondary.DX, ref secondary.DY, ref secondary.DZ, cos, azimuth);
        simulated.Add(secondary, particle.Index, CreationProcess.DeltaRay);

        double x = (before * particle.DX) - (electron * secondary.DX);
        double y = (before * particle.DY) - (electron * secondary.DY);
        double z = (before * particle.DZ) - (electron * secondary.DZ);
        double norm = Math.Sqrt((x * x) + (y * y) + (z * z));
        if (norm > 0.0)
        {
            (particle.DX, particle.DY, particle.DZ) = (x / norm, y / norm, z / norm);
        }

        particle.Energy -= t;
    }
}
