using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>Δ(1232) as the source of the pions that collisions make: its mass, its decay to a nucleon and a pion.</summary>
internal static class DeltaResonance
{
    /// <summary>Smallest mass made, GeV: a nucleon and a pion, and 1 MeV for the sampling.</summary>
    public const double LowestMass = CascadeHadron.NucleonMass + CascadeHadron.PionMass + 1e-3;

    /// <summary>Peak and full width, GeV (PDG 2024).</summary>
    private const double Mass = 1.232;
    private const double Width = 0.117;

    /// <summary>Part of Δ+ → p π0 and Δ0 → n π0; the rest has a charged pion (Clebsch-Gordan coefficients).</summary>
    private const double NeutralPion = 2.0 / 3.0;

    /// <summary>A mass up to a limit from the Breit-Wigner curve of constant width, GeV.</summary>
    public static double SampleMass(ref RandomStream random, double largest)
    {
        Debug.Assert(largest > CascadeHadron.NucleonMass + CascadeHadron.PionMass);
        double low = Math.Atan((LowestMass - Mass) / (0.5 * Width));
        double high = Math.Atan((largest - Mass) / (0.5 * Width));
        return Math.Min(largest, Math.Max(LowestMass, Mass + (0.5 * Width * Math.Tan(low + (random.NextDouble() * (high - low))))));
    }

    /// <summary>Decays isotropically. Returns the nucleon and the pion.</summary>
    public static (CascadeHadron Nucleon, CascadeHadron Pion) Decay(
        ref RandomStream random, int charge, in FourVector momentum, double mass, SpaceVector position, double fermiEnergy)
    {
        (FourVector nucleon, FourVector pion) = Kinematics.Decay(
            momentum, mass, CascadeHadron.NucleonMass, CascadeHadron.PionMass, Direction.Isotropic(ref random));
        bool neutral = random.NextDouble() < NeutralPion;
        int nucleonCharge = charge switch { 2 => 1, -1 => 0, _ => neutral ? charge : 1 - charge };
        return (CascadeHadron.Nucleon(nucleonCharge, nucleon, position, fermiEnergy), CascadeHadron.Pion(charge - nucleonCharge, pion, position));
    }
}
