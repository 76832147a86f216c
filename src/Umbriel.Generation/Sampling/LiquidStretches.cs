using System.Runtime.Intrinsics;
using Umbriel.Core.Geometry;
using Umbriel.Generation.Geometry;

namespace Umbriel.Generation.Sampling;

/// <summary>Where the lines of many N cross the liquid of a vessel, inside and outside its active volume, four at a time.</summary>
/// <param name="count">Number of lines, a multiple of four.</param>
internal sealed class LiquidStretches(int count)
{
    private readonly Stretches active = new(count);
    private readonly Stretches near = new(count);
    private readonly Stretches far = new(count);

    /// <summary>Fills in one line, from the point where N decays against its flight.</summary>
    public void Set(int i, DetectorGeometry geometry, in Ray back)
    {
        Interval inside = geometry.Active.Intersect(back);
        (Interval before, Interval behind) = geometry.OutsideActive(back, inside);
        active.Set(i, inside);
        near.Set(i, before);
        far.Set(i, behind);
    }

    /// <summary>Fills in one line from another set.</summary>
    public void Copy(int i, LiquidStretches from, int j)
    {
        active.Copy(i, from.active, j);
        near.Copy(i, from.near, j);
        far.Copy(i, from.far, j);
    }

    /// <summary>
    /// ∫ e^(−l/λ)/λ dl over the liquid of lines <paramref name="i"/> to i + 3, with 1/λ in cm⁻¹ and the density of targets
    /// outside the active volume relative to that inside.
    /// </summary>
    public Vector256<double> Probabilities(int i, Vector256<double> perLength, double outerDensity)
    {
        Vector256<double> inside = active.Probabilities(i, perLength);

        // Nothing outside matters where N decays long before.
        return Vector256.GreaterThanAll(active.Ends(i) * perLength, Vector256.Create(40.0)) && active.StartHere(i)
            ? inside
            : inside + (outerDensity * (near.Probabilities(i, perLength) + far.Probabilities(i, perLength)));
    }
}
