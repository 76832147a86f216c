using System.Numerics;
using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// Angles of π N → π N in the centre of mass. Below 0.4 GeV from the s waves and Δ(1232) alone, dσ/dΩ ∝ |s + 2p cos θ|² + |p sin θ|²,
/// whose interference sends pions of low energy backward; above, a forward peak.
/// </summary>
internal static class PionScattering
{
    /// <summary>
    /// Kinetic energy above which scattering is diffractive, GeV. Chosen: above the Δ(1232), whose peak is at 0.19.
    /// </summary>
    private const double DiffractiveEnergy = 0.4;

    /// <summary>
    /// Slope of the forward peak, GeV⁻². Chosen, of the size of π N elastic scattering at some GeV (7 to 8, from memory).
    /// </summary>
    private const double ForwardSlope = 6.0;

    /// <summary>
    /// s-wave scattering lengths of isospin 1/2 and 3/2, 1/m_π (0.17 and −0.10, from memory: G. Höhler, Landolt-Börnstein I/9b (1983)).
    /// </summary>
    private const double HalfLength = 0.17;
    private const double ThreeHalvesLength = -0.10;

    /// <summary>
    /// Mass and width of Δ(1232), GeV, and its range, 1/m_π, in Γ ∝ q³/(1 + (R q)²). Range from memory, of the usual size.
    /// </summary>
    private const double DeltaMass = 1.232;
    private const double DeltaWidth = 0.117;
    private const double Range = 0.9;

    /// <summary>Cosine of the pion's angle.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="pion">Charge of the pion before.</param>
    /// <param name="nucleon">Charge of the nucleon before.</param>
    /// <param name="exchange">Whether they exchange charge.</param>
    /// <param name="energy">Kinetic energy of the pion on a nucleon at rest, GeV.</param>
    /// <param name="s">Energy in the centre of mass, GeV.</param>
    public static double Cosine(ref RandomStream random, int pion, int nucleon, bool exchange, double energy, double s)
    {
        double momentum = Kinematics.TwoBodyMomentum(s, CascadeHadron.PionMass, CascadeHadron.NucleonMass);
        if (energy > DiffractiveEnergy)
        {
            return Sampling.Diffractive(ref random, ForwardSlope, momentum);
        }

        // Weights of isospin 1/2 and 3/2 in the channel's amplitude, up to a common factor.
        (double half, double threeHalves) = exchange ? (-1.0, 1.0)
            : pion == 0 ? (1.0, 2.0)
            : (pion == 1) == (nucleon == 1) ? (0.0, 3.0)
            : (2.0, 1.0);
        double q = momentum / CascadeHadron.PionMass;
        Complex s0 = (half * Wave(Math.Atan(HalfLength * q))) + (threeHalves * Wave(Math.Atan(ThreeHalvesLength * q)));
        Complex p0 = threeHalves * Wave(DeltaPhase(s, q));
        double flat = (s0 * Complex.Conjugate(s0)).Real + (p0 * Complex.Conjugate(p0)).Real;
        double linear = 4.0 * (s0 * Complex.Conjugate(p0)).Real;
        double square = 3.0 * (p0 * Complex.Conjugate(p0)).Real;
        double bound = flat + Math.Abs(linear) + square;
        double cos;
        do
        {
            cos = (2.0 * random.NextDouble()) - 1.0;
        }
        while (random.NextDouble() * bound > flat + (linear * cos) + (square * cos * cos));
        return cos;
    }

    /// <summary>e^{iδ} sin δ.</summary>
    private static Complex Wave(double phase)
    {
        (double sin, double cos) = Math.SinCos(phase);
        return new Complex(cos * sin, sin * sin);
    }

    /// <summary>Phase of Δ(1232): tan δ = M Γ/(M² − s).</summary>
    private static double DeltaPhase(double s, double q)
    {
        double q0 = Kinematics.TwoBodyMomentum(DeltaMass, CascadeHadron.PionMass, CascadeHadron.NucleonMass) / CascadeHadron.PionMass;
        double width = DeltaWidth * Math.Pow(q / q0, 3.0) * (1.0 + (Range * Range * q0 * q0)) / (1.0 + (Range * Range * q * q));
        return Math.Atan2(DeltaMass * width, (DeltaMass * DeltaMass) - (s * s));
    }
}
