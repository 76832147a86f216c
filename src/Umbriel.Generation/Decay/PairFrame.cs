using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Generation.Decay;

/// <summary>N → n V in the rest frame of N for an e+e- pair of squared mass t, and the pair's own frame. GeV.</summary>
internal readonly struct PairFrame
{
    /// <summary>4 m_e², GeV²: the least squared mass of a pair.</summary>
    public const double FourElectronMassesSquared = 4.0 * PhysicalConstants.MassElectron * PhysicalConstants.MassElectron;

    /// <summary>Quantities that depend on t and the masses only.</summary>
    public PairFrame(double t, double parentMass, double daughterMass)
    {
        Debug.Assert(t > 0.0);
        Debug.Assert(parentMass > daughterMass && daughterMass >= 0.0);
        T = t;
        Mass = Math.Sqrt(t);
        InverseMass = 1.0 / Mass;
        Beta = Math.Sqrt(Math.Max(0.0, 1.0 - (FourElectronMassesSquared * InverseMass * InverseMass)));
        MediatorEnergy = ((parentMass * parentMass) + t - (daughterMass * daughterMass)) / (2.0 * parentMass);

        // Both vanish together at the end of phase space for a massless daughter, and their ratio is asked for.
        double gap = parentMass - daughterMass;
        double sum = parentMass + daughterMass;
        double left = (gap * gap) - t;
        Debug.Assert(left > 0.0);
        Momentum = Math.Sqrt(((sum * sum) - t) * left) / (2.0 * parentMass);
        double daughterDotMediator = 0.5 * (left + (2.0 * gap * daughterMass));
        Slope = Momentum * ((0.5 * t) - daughterDotMediator) / ((daughterDotMediator * MediatorEnergy) + (0.5 * t * (parentMass - MediatorEnergy)));
        DaughterEnergy = daughterDotMediator * InverseMass;
        DaughterZ = -parentMass * Momentum * InverseMass;
    }

    /// <summary>Squared mass of the pair, GeV².</summary>
    public double T { get; }

    /// <summary>Mass of the pair.</summary>
    public double Mass { get; }

    /// <summary>One over <see cref="Mass"/>.</summary>
    public double InverseMass { get; }

    /// <summary>Velocity of the leptons in the pair's frame.</summary>
    public double Beta { get; }

    /// <summary>Energy of the pair in the frame of N.</summary>
    public double MediatorEnergy { get; }

    /// <summary>Momentum of the pair in the frame of N.</summary>
    public double Momentum { get; }

    /// <summary>Asymmetry of the pair's direction about K for a Dirac N: its cosine is distributed as 1 + slope × cosine.</summary>
    public double Slope { get; }

    /// <summary>Energy of n in the pair's frame.</summary>
    public double DaughterEnergy { get; }

    /// <summary>Momentum of n in the pair's frame along the flight of the pair in the frame of N.</summary>
    public double DaughterZ { get; }
}
