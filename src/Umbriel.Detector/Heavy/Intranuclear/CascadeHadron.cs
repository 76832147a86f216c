using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>A nucleon or pion on its way through the nucleus.</summary>
/// <param name="IsPion">Whether it is a pion; else a nucleon.</param>
/// <param name="Charge">Charge in units of e.</param>
/// <param name="Energy">Kinetic energy inside the nucleus, GeV.</param>
/// <param name="Direction">Unit vector.</param>
/// <param name="LeavesFreely">Whether it leaves without another collision: a pion from outside, whose channel is chosen already.</param>
internal readonly record struct CascadeHadron(bool IsPion, int Charge, double Energy, (double X, double Y, double Z) Direction, bool LeavesFreely = false)
{
    /// <summary>Mass of every nucleon within the cascade, GeV: the mean of proton and neutron.</summary>
    public const double NucleonMass = 0.5 * (PhysicalConstants.MassProton + PhysicalConstants.MassNeutron);

    /// <summary>Mass of every pion within the cascade, GeV: the charged one's.</summary>
    public const double PionMass = PhysicalConstants.MassChargedPion;

    /// <summary>Mass within the cascade, GeV.</summary>
    public double Mass => IsPion ? PionMass : NucleonMass;

    /// <summary>Four-momentum.</summary>
    public FourVector Momentum
    {
        get
        {
            double p = Math.Sqrt(Energy * (Energy + (2.0 * Mass)));
            return new FourVector(Energy + Mass, p * Direction.X, p * Direction.Y, p * Direction.Z);
        }
    }

    /// <summary>A nucleon with a four-momentum; along z where that has no direction.</summary>
    public static CascadeHadron Nucleon(int charge, in FourVector momentum) =>
        new(IsPion: false, charge, Math.Max(0.0, momentum.E - NucleonMass), DirectionOf(momentum));

    /// <summary>A pion with a four-momentum; along z where that has no direction.</summary>
    public static CascadeHadron Pion(int charge, in FourVector momentum, bool leavesFreely = false) =>
        new(IsPion: true, charge, Math.Max(0.0, momentum.E - PionMass), DirectionOf(momentum), leavesFreely);

    private static (double X, double Y, double Z) DirectionOf(in FourVector momentum) =>
        momentum.Momentum is > 0.0 and double p ? (momentum.X / p, momentum.Y / p, momentum.Z / p) : (0.0, 0.0, 1.0);
}
