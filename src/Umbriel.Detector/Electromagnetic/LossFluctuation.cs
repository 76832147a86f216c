using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Fluctuations of the restricted collision loss: transfers between ε1 and the cut are drawn one by one from ξ/ε² (Rutherford,
/// the law behind Landau's and Vavilov's distributions), the rest of the mean is Gaussian with variance ξ ε1, where ξ is
/// Landau's. ε1 = ξ/4 expects four draws at most; below its floor of 2 keV the loss of a step fluctuates less than bindings would make it.
/// </summary>
internal static class LossFluctuation
{
    /// <summary>Transfers drawn one by one that are expected in a step, at most. Chosen.</summary>
    private const double Draws = 4.0;

    /// <summary>Lowest ε1, GeV. Chosen; argon's K shell is at 3.2 keV.</summary>
    private const double Floor = 2e-6;
    private const double RootThree = 1.7320508075688772;

    /// <summary>A loss with the mean <paramref name="mean"/>, GeV; <paramref name="xi"/> in GeV; <paramref name="cut"/> the largest transfer, GeV.</summary>
    public static double Sample(ref RandomStream random, double mean, double xi, double cut)
    {
        Debug.Assert(mean >= 0.0 && xi >= 0.0 && cut > 0.0);
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
                for (int n = PoissonNumber.Sample(ref random, xi * width); n > 0; n--)
                {
                    hard += 1.0 / (inverse - (width * random.NextDouble()));
                }
            }
        }
        else
        {
            low = cut;
        }

        // Four uniforms of 16 bits each: unit variance, within ±3.5; never below zero because the width is below a quarter of the mean.
        ulong bits = random.NextBits();
        double four = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        double normal = ((four + 2.0) * (RootThree / 65536.0)) - (2.0 * RootThree);
        return hard + soft + (normal * Math.Min(Math.Sqrt(xi * low), 0.25 * soft));
    }
}
