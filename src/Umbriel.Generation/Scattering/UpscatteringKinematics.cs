using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// ν(k) T(p) → N(k') T(p') at one neutrino energy, in the centre-of-mass frame. GeV. The forms avoid the cancellation
/// of Q²_min = O(m_N⁴/4E²) between terms of order E².
/// </summary>
public readonly struct UpscatteringKinematics
{
    /// <summary>
    /// Kinematics at neutrino energy <paramref name="energy"/> in the target's rest frame; the energy must be at or above
    /// <see cref="ThresholdEnergy"/>.
    /// </summary>
    public UpscatteringKinematics(double energy, double targetMass, double heavyMass)
    {
        Debug.Assert(energy > 0.0 && double.IsFinite(energy));
        Debug.Assert(targetMass > 0.0 && heavyMass > 0.0);
        double m2 = heavyMass * heavyMass;
        double gap = 2.0 * targetMass * energy;
        double a = gap - m2;
        double root = Math.Sqrt(Math.Max(0.0, (a * a) - (4.0 * m2 * targetMass * targetMass)));
        double w = Math.Sqrt((targetMass * targetMass) + gap);
        double inverse = 0.5 / w;
        HeavyMassSquared = m2;
        TargetMassSquared = targetMass * targetMass;
        Gap = gap;
        BeamMomentum = gap * inverse;
        TargetEnergy = ((2.0 * targetMass * targetMass) + gap) * inverse;
        HeavyMomentum = root * inverse;
        HeavyEnergy = (a + (2.0 * m2)) * inverse;
        LowQ2 = m2 * 4.0 * m2 * targetMass * targetMass / ((a + root) * (a + (2.0 * m2) + root));
        HighQ2 = LowQ2 + (4.0 * BeamMomentum * HeavyMomentum);
    }

    /// <summary>m_N², GeV².</summary>
    public double HeavyMassSquared { get; }

    /// <summary>M², GeV².</summary>
    public double TargetMassSquared { get; }

    /// <summary>s − M² = 2ME, GeV².</summary>
    public double Gap { get; }

    /// <summary>Momentum of neutrino and target, GeV.</summary>
    public double BeamMomentum { get; }

    /// <summary>Energy of the incoming target, GeV.</summary>
    public double TargetEnergy { get; }

    /// <summary>Momentum of N, GeV.</summary>
    public double HeavyMomentum { get; }

    /// <summary>Energy of N, GeV.</summary>
    public double HeavyEnergy { get; }

    /// <summary>Smallest Q², GeV².</summary>
    public double LowQ2 { get; }

    /// <summary>Largest Q², GeV².</summary>
    public double HighQ2 { get; }

    /// <summary>Threshold m_N + m_N²/2M in GeV.</summary>
    public static double ThresholdEnergy(double targetMass, double heavyMass) =>
        heavyMass + (heavyMass * heavyMass / (2.0 * targetMass));

    /// <summary>1 − cosθ* at <paramref name="q2"/>, accurate near the forward direction.</summary>
    public double OneMinusCosine(double q2) => (q2 - LowQ2) / (2.0 * BeamMomentum * HeavyMomentum);

    /// <summary>
    /// Products of the lightlike polarisation vector K with k and p. K = ½(E' + p')(1, k̂') for the conserving and
    /// ½(E' − p')(1, −k̂') for the flipping helicity takes the place of k' in the lepton tensor; the two add up to k'.
    /// </summary>
    public (double DotNeutrino, double DotTarget) Polarisation(double q2, bool flipping)
    {
        ((double DotNeutrino, double DotTarget) conserving, (double DotNeutrino, double DotTarget) other) = Polarisations(q2);
        return flipping ? other : conserving;
    }

    /// <summary>As <see cref="Polarisation"/>, for both helicities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ((double DotNeutrino, double DotTarget) Conserving, (double DotNeutrino, double DotTarget) Flipping) Polarisations(double q2)
    {
        double oneMinus = OneMinusCosine(q2);
        double along = BeamMomentum * (1.0 - oneMinus);
        double half = 0.5 * (HeavyEnergy + HeavyMomentum);
        double scale = 0.25 * HeavyMassSquared / half;
        return (
            (half * BeamMomentum * oneMinus, half * (TargetEnergy + along)),
            (scale * BeamMomentum * (2.0 - oneMinus), scale * (TargetEnergy - along)));
    }
}
