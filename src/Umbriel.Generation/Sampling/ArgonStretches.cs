using System.Runtime.Intrinsics;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sampling;

/// <summary>Where the lines of many N cross the argon of TPC and cryostat, four at a time.</summary>
/// <param name="count">Number of lines, a multiple of four.</param>
internal sealed class ArgonStretches(int count)
{
    private readonly Stretches tpc = new(count);
    private readonly Stretches near = new(count);
    private readonly Stretches far = new(count);

    /// <summary>Fills in one line, from the point where N decays against its flight.</summary>
    public void Set(int i, DetectorGeometry geometry, in Ray back)
    {
        Interval inTpc = geometry.Tpc.Intersect(back);
        (Interval before, Interval behind) = geometry.CryostatOutsideTpc(back, inTpc);
        tpc.Set(i, inTpc);
        near.Set(i, before);
        far.Set(i, behind);
    }

    /// <summary>
    /// ∫ e^(−l/λ)/λ dl over the argon of lines <paramref name="i"/> to i + 3, with 1/λ in cm⁻¹ and the density of targets in
    /// the cryostat relative to that in the TPC.
    /// </summary>
    public Vector256<double> Probabilities(int i, Vector256<double> perLength, double cryostatDensity)
    {
        Vector256<double> inTpc = tpc.Probabilities(i, perLength);

        // Nothing outside the TPC matters where N decays long before.
        return Vector256.GreaterThanAll(tpc.Ends(i) * perLength, Vector256.Create(40.0)) && tpc.StartHere(i)
            ? inTpc
            : inTpc + (cryostatDensity * (near.Probabilities(i, perLength) + far.Probabilities(i, perLength)));
    }
}
