using System.Runtime.CompilerServices;
using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Fluctuations of the restricted collision loss: transfers between ε1 and the cut are drawn one by one from ξ/ε² (Rutherford,
/// the law behind Landau's and Vavilov's distributions), the rest of the mean is Gaussian with variance ξ ε1, where ξ is
/// Landau's. ε1 = ξ/4 expects four draws at most; bindings are ignored above its floor of 0.5 keV.
/// </summary>
internal static class LossFluctuation
{
    private const double Draws = 4.0;
    private const double Floor = 0.5e-6;

    /// <summary>A loss with the mean <paramref name="mean"/>, GeV; <paramref name="xi"/> in GeV; <paramref name="cut"/> the largest transfer, GeV.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sample(ref RandomStream random, double mean, double xi, double cut)
    {
        double low = Math.Max(xi / Draws, Floor);
        double hard = 0.0;
        double soft = mean;
        if (low < cut)
        {
            double inverse = 1.0 / low;
            double width = inverse - (1.0 / cut);
            double expected = xi * Math.Log(cut * inverse);
            if (expected < mean)
            {
                soft = mean - expected;
                double left = Math.Exp(-xi * width);
                for (double product = random.NextDouble(); product > left; product *= random.NextDouble())
                {
                    hard += 1.0 / (inverse - (width * random.NextDouble()));
                }
            }
        }
        else
        {
            low = cut;
        }

        // Three uniforms: unit variance, within ±3; never below zero because the width is at most a third of the mean.
        double normal = 2.0 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        return hard + soft + (normal * Math.Min(Math.Sqrt(xi * low), soft / 3.0));
    }
}
