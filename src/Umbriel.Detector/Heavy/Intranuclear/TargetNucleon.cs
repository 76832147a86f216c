using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>A nucleon of the nucleus that a hadron meets.</summary>
internal static class TargetNucleon
{
    /// <summary>Four-momentum drawn from the Fermi gas at a place.</summary>
    public static FourVector Momentum(ref RandomStream random, double fermiMomentum)
    {
        double p = fermiMomentum * Math.Cbrt(random.NextDouble());
        SpaceVector direction = Direction.Isotropic(ref random);
        double energy = Math.Sqrt((p * p) + (CascadeHadron.NucleonMass * CascadeHadron.NucleonMass));
        return new FourVector(energy, p * direction.X, p * direction.Y, p * direction.Z);
    }

    /// <summary>How far below the Fermi level a nucleon is, GeV.</summary>
    public static double Depth(in FourVector momentum, double fermiEnergy) => Math.Max(0.0, fermiEnergy + CascadeHadron.NucleonMass - momentum.E);
}
