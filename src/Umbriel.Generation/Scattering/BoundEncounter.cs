using Umbriel.Core;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// A neutrino of energy E along z meets a nucleon p of a Fermi gas with s = (k + p)². What follows is that of a free nucleon at
/// rest with the same s, which a neutrino of <see cref="Energy"/> meets; only the momentum transfer is larger, since the
/// neutrino brings more momentum into the centre of mass, (s − p²)/2√s, where the nucleon is off its mass shell.
/// </summary>
internal readonly struct BoundEncounter
{
    private readonly double rootS;
    private readonly double beamMomentum;
    private readonly double virtualMass;

    /// <summary>An encounter.</summary>
    /// <param name="energy">Of the neutrino, GeV.</param>
    /// <param name="mass">Of the nucleon, GeV.</param>
    /// <param name="momentum">Of the nucleon, GeV.</param>
    /// <param name="cosine">Of its angle to the neutrino.</param>
    /// <param name="removalEnergy">GeV.</param>
    public BoundEncounter(double energy, double mass, double momentum, double cosine, double removalEnergy)
    {
        double onShell = Math.Sqrt((mass * mass) + (momentum * momentum));
        double struck = onShell - removalEnergy;
        virtualMass = (struck * struck) - (momentum * momentum);
        double along = momentum * cosine;
        double s = virtualMass + (2.0 * energy * (struck - along));
        Energy = (s - (mass * mass)) / (2.0 * mass);
        Flux = 1.0 - (along / onShell);
        TotalEnergy = energy + struck;
        TotalMomentum = Math.Sqrt(Math.Max(0.0, (energy * energy) + (momentum * momentum) + (2.0 * energy * along)));
        NeutrinoEnergy = energy;
        rootS = Math.Sqrt(Math.Max(0.0, s));
        beamMomentum = 0.5 * (s - virtualMass) / rootS;
    }

    /// <summary>Of the neutrino that a free nucleon at rest would have to meet, GeV; below zero where nothing can happen.</summary>
    public double Energy { get; }

    /// <summary>Flux factor 1 − β cos θ of the moving nucleon.</summary>
    public double Flux { get; }

    /// <summary>√s, GeV.</summary>
    public double RootS => rootS;

    private double NeutrinoEnergy { get; }

    private double TotalEnergy { get; }

    private double TotalMomentum { get; }

    /// <summary>
    /// What is transferred at the scattering angle that the free nucleon has at its Q². Charge conservation fixes the current along
    /// q by the charge, which leaves (Q²/q²)² of the longitudinal response (T. de Forest, Nucl. Phys. A 392 (1983) 232); q in the rest
    /// frame of p, where q² = Q² + (p·q)²/p² and p·q = (M² − p² + Q²)/2.
    /// </summary>
    public BoundTransfer Transferred(in UpscatteringKinematics free, double q2)
    {
        double forward = free.HeavyMassSquared / (free.HeavyEnergy + free.HeavyMomentum);
        double transferred = (2.0 * beamMomentum * (forward + (free.HeavyMomentum * free.OneMinusCosine(q2)))) - free.HeavyMassSquared;
        double product = 0.5 * (free.TargetMassSquared - virtualMass + transferred);
        double ratio = transferred / (transferred + (product * product / virtualMass)) * (1.0 + (q2 / (4.0 * free.TargetMassSquared)));
        return new BoundTransfer(transferred, ratio * ratio);
    }

    /// <summary>Share of the azimuths at which the nucleon leaves with more than a Fermi momentum.</summary>
    public double UnblockedShare(in UpscatteringKinematics free, double q2, double fermiMomentum)
    {
        if (fermiMomentum <= 0.0)
        {
            return 1.0;
        }

        // N leaves at α to the total momentum, the nucleon opposite: E' = (P⁰ E'* − P p* cos α)/√s.
        double p = free.HeavyMomentum;
        double fermiEnergy = Math.Sqrt(free.TargetMassSquared + (fermiMomentum * fermiMomentum));
        double own = Math.Sqrt(free.TargetMassSquared + (p * p));
        double limit = ((TotalEnergy * own) - (rootS * fermiEnergy)) / (TotalMomentum * p);
        double cosine = 1.0 - free.OneMinusCosine(q2);
        double beam = Math.Clamp(((NeutrinoEnergy * rootS / beamMomentum) - TotalEnergy) / TotalMomentum, -1.0, 1.0);
        double sines = Math.Sqrt(Math.Max(0.0, (1.0 - (cosine * cosine)) * (1.0 - (beam * beam))));
        double rest = limit - (cosine * beam);
        return sines > 0.0 ? 1.0 - (Math.Acos(Math.Clamp(rest / sines, -1.0, 1.0)) / Math.PI)
            : rest > 0.0 ? 1.0
            : 0.0;
    }
}
