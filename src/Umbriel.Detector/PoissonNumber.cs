using System.Diagnostics;
using System.Runtime.CompilerServices;
using Umbriel.Core;

namespace Umbriel.Detector;

/// <summary>Small Poisson numbers by inversion of the cumulative sum: one random number each.</summary>
internal static class PoissonNumber
{
    /// <summary>Where the sum ends though rounding keeps it below the random number.</summary>
    private const int Maximum = 100;

    /// <summary>A number with mean <paramref name="mean"/>, 0 to 30.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Sample(ref RandomStream random, double mean)
    {
        Debug.Assert(mean is >= 0.0 and <= 30.0);
        double u = random.NextDouble();
        double term = Math.Exp(-mean);
        double sum = term;
        int n = 0;
        while (u > sum && n < Maximum)
        {
            n++;
            term *= mean / n;
            sum += term;
        }

        return n;
    }
}
