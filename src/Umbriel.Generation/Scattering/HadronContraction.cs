using System.Runtime.CompilerServices;

namespace Umbriel.Generation.Scattering;

/// <summary>
/// Lepton tensor of a polarised N, L = 2[K^μ k^ν + K^ν k^μ − g K·k] plus its antisymmetric part, contracted with the
/// hadron tensors. GeV⁴, couplings and propagators left out.
/// </summary>
/// <param name="SpinZero">L·PP, P = p + p': a spin-0 nucleus, per squared form factor.</param>
/// <param name="Magnetic">L·(t g − qq): with (F1 + F2)² for a nucleon.</param>
/// <param name="Axial">L·(PP − qq + (t − 4M²) g): with G_A².</param>
/// <param name="VectorAxial">16[(k·p)(K·p') − (k·p')(K·p)]: with ±G_A (F1 + F2), + for neutrinos.</param>
public readonly record struct HadronContraction(double SpinZero, double Magnetic, double Axial, double VectorAxial)
{
    /// <summary>The contractions at <paramref name="q2"/> in GeV².</summary>
    public static HadronContraction At(in UpscatteringKinematics kinematics, double q2, bool flipping) =>
        At(kinematics, q2, kinematics.Polarisation(q2, flipping));

    /// <summary>The contractions for a polarisation vector K with the given products with k and p.</summary>
    internal static HadronContraction At(in UpscatteringKinematics kinematics, double q2, (double DotNeutrino, double DotTarget) polarisation)
    {
        (double kK, double pK) = polarisation;
        double m2 = kinematics.HeavyMassSquared;
        double kk = 0.5 * (m2 + q2);
        double qK = kK - (0.5 * m2);
        double fourMassSquared = 4.0 * kinematics.TargetMassSquared;
        double spinZero = SpinZeroAt(kinematics, q2, polarisation);
        double metric = -4.0 * kK;
        double transfer = 2.0 * ((-2.0 * qK * kk) + (q2 * kK));
        double pk = 0.5 * kinematics.Gap;
        return new HadronContraction(
            spinZero,
            (-q2 * metric) - transfer,
            spinZero - transfer - ((q2 + fourMassSquared) * metric),
            16.0 * ((pk * (pK + qK)) - ((pk - kk) * pK)));
    }

    /// <summary><see cref="SpinZero"/> alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double SpinZeroAt(in UpscatteringKinematics kinematics, double q2, (double DotNeutrino, double DotTarget) polarisation)
    {
        (double kK, double pK) = polarisation;
        double m2 = kinematics.HeavyMassSquared;
        double sumDotK = (2.0 * pK) + kK - (0.5 * m2);
        double sumDotNeutrino = kinematics.Gap - (0.5 * (m2 + q2));
        return 2.0 * ((2.0 * sumDotK * sumDotNeutrino) - (((4.0 * kinematics.TargetMassSquared) + q2) * kK));
    }

    /// <summary>Sum of products, member by member.</summary>
    internal double Times(in HadronContraction other) =>
        (SpinZero * other.SpinZero) + (Magnetic * other.Magnetic) + (Axial * other.Axial) + (VectorAxial * other.VectorAxial);
}
