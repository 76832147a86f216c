using Umbriel.Core.Geometry;
using Umbriel.Core.Numerics;

namespace Umbriel.Generation.Geometry;

/// <summary>Decays in flight along a stretch of a ray.</summary>
public static class IntervalDecay
{
    // e^(−40) is below the rounding of one.
    private const double LongInDecayLengths = 40.0;

    /// <summary>Chance to have been made in a stretch, per unit target and decay point: ∫ e^(−l/λ)/λ dl, λ in cm.</summary>
    public static double DecayProbability(this in Interval stretch, double decayLength) =>
        stretch.Length > 0.0 ? Math.Exp(-stretch.Start / decayLength) * -Exponential.ExpMinusOne(-stretch.Length / decayLength) : 0.0;

    /// <summary>A point of a stretch distributed as e^(−l/λ), from a uniform number.</summary>
    public static double SampleDecay(this in Interval stretch, double u, double decayLength) => stretch.SampleDecay(u, decayLength, out _);

    /// <summary>As above, with the <see cref="DecayProbability"/> of the stretch.</summary>
    public static double SampleDecay(this in Interval stretch, double u, double decayLength, out double probability)
    {
        double length = stretch.End - stretch.Start;
        if (!(length > 0.0))
        {
            probability = 0.0;
            return stretch.Start;
        }

        double within = length > LongInDecayLengths * decayLength ? -1.0 : Exponential.ExpMinusOne(-length / decayLength);
        probability = stretch.Start == 0.0 ? -within : Math.Exp(-stretch.Start / decayLength) * -within;
        return Math.Min(stretch.End, stretch.Start - (decayLength * Exponential.LogOnePlus(u * within)));
    }
}
