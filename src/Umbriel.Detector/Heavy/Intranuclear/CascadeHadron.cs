using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>A nucleon or pion on its way through the nucleus.</summary>
/// <param name="IsPion">Whether it is a pion; else a nucleon.</param>
/// <param name="Charge">Charge in units of e.</param>
/// <param name="Energy">
/// GeV. Of a pion its kinetic energy; of a nucleon its energy above the Fermi level, which does not change in flight: its kinetic energy
/// is <see cref="ArgonNucleus.FermiEnergy"/> more inside and <see cref="Evaporation.Separation"/> less outside.
/// </param>
/// <param name="Direction">Of length 1.</param>
/// <param name="Position">From the centre, fm.</param>
internal readonly record struct CascadeHadron(bool IsPion, int Charge, double Energy, SpaceVector Direction, SpaceVector Position)
{
    /// <summary>Mass of every nucleon within the cascade, GeV: the mean of proton and neutron.</summary>
    public const double NucleonMass = 0.5 * (PhysicalConstants.MassProton + PhysicalConstants.MassNeutron);

    /// <summary>Mass of every pion within the cascade, GeV: the charged one's.</summary>
    public const double PionMass = PhysicalConstants.MassChargedPion;

    /// <summary>Mass within the cascade, GeV.</summary>
    public double Mass => IsPion ? PionMass : NucleonMass;

    /// <summary>Kinetic energy where the Fermi level is a kinetic energy, GeV.</summary>
    public double KineticEnergy(double fermiEnergy) => IsPion ? Energy : Energy + fermiEnergy;

    /// <summary>Four-momentum where the Fermi level is a kinetic energy, GeV.</summary>
    public FourVector Momentum(double fermiEnergy)
    {
        double kinetic = KineticEnergy(fermiEnergy);
        double p = Math.Sqrt(kinetic * (kinetic + (2.0 * Mass)));
        return new FourVector(kinetic + Mass, p * Direction.X, p * Direction.Y, p * Direction.Z);
    }

    /// <summary>A nucleon with a four-momentum; its energy is negative below the Fermi level, where there is no room for it.</summary>
    public static CascadeHadron Nucleon(int charge, in FourVector momentum, SpaceVector position, double fermiEnergy) =>
        new(IsPion: false, charge, momentum.E - NucleonMass - fermiEnergy, DirectionOf(momentum), position);

    /// <summary>A pion with a four-momentum.</summary>
    public static CascadeHadron Pion(int charge, in FourVector momentum, SpaceVector position) =>
        new(IsPion: true, charge, Math.Max(0.0, momentum.E - PionMass), DirectionOf(momentum), position);

    /// <summary>Of length 1; along z where the momentum is 0.</summary>
    private static SpaceVector DirectionOf(in FourVector momentum) => momentum.Momentum is > 0.0 and double p
        ? new SpaceVector(momentum.X / p, momentum.Y / p, momentum.Z / p)
        : new SpaceVector(0.0, 0.0, 1.0);
}
