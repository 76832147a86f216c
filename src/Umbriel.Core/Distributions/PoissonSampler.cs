using MathNet.Numerics;

namespace Umbriel.Core.Distributions;

/// <summary>
/// Poisson numbers by inversion from the mode outwards: one uniform number each, and about √μ steps. Exact but for the
/// rounding of the probabilities.
/// </summary>
public static class PoissonSampler
{
    /// <summary>One Poisson number.</summary>
    /// <param name="random">The stream it is drawn from.</param>
    /// <param name="mean">μ, from 0 to 1e6.</param>
    /// <exception cref="ArgumentOutOfRangeException">μ is outside.</exception>
    public static int Next(ref RandomStream random, double mean)
    {
        if (!(mean >= 0.0 && mean <= 1e6))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "expected a number between 0 and 1e6");
        }

        if (mean == 0.0)
        {
            return 0;
        }

        double u = random.NextDouble();
        int mode = (int)mean;
        double peak = Math.Exp((mode * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(mode + 1.0));
        u -= peak;
        int low = mode;
        int high = mode;
        double below = peak;
        double above = peak;
        while (u > 0.0)
        {
            high++;
            above *= mean / high;
            u -= above;
            if (u <= 0.0)
            {
                return high;
            }

            if (low > 0)
            {
                below *= low / mean;
                low--;
                u -= below;
                if (u <= 0.0)
                {
                    return low;
                }
            }
            else if (above < 1e-300)
            {
                // All probability is spent but for rounding.
                return mode;
            }
        }

        return mode;
    }
}
