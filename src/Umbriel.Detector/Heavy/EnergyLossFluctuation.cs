using System.Diagnostics;
using Umbriel.Core;
using Umbriel.Core.Distributions;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Fluctuation of the loss in a step below the δ-ray cut: collisions of more than E₀ = max(ξ/6, 1 keV) are sampled one by one
/// from ξ/T² (1 − β²T/T_max), those of less are a Gaussian with variance ξE₀ around what the mean leaves to them. Together with
/// explicit δ-rays this is L. Landau's (1944) and P. Vavilov's (1957) distribution without its integral transform. The binding
/// of electrons (H. Bichsel, Rev. Mod. Phys. 60 (1988) 663) is left out: some per cent in width for 3 mm.
/// </summary>
internal static class EnergyLossFluctuation
{
    /// <summary>ξ/E₀: collisions beyond E₀ that are expected in a step. Chosen.</summary>
    private const double HardCollisions = 6.0;

    /// <summary>Lowest E₀, GeV. Chosen; argon's K shell, whose binding is left out, is at 3.2 keV.</summary>
    private const double MinimumBorder = 1e-6;

    /// <summary>The loss, GeV, from 0 to the kinetic energy.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="kineticEnergy">GeV.</param>
    /// <param name="mass">GeV.</param>
    /// <param name="thickness">Step in g/cm².</param>
    /// <param name="mean">Mean loss below the cut, GeV.</param>
    /// <param name="cut">δ-ray cut, GeV.</param>
    public static double Sample(ref RandomStream random, double kineticEnergy, double mass, double thickness, double mean, double cut)
    {
        Debug.Assert(kineticEnergy > 0.0 && double.IsFinite(kineticEnergy));
        Debug.Assert(thickness >= 0.0 && mean >= 0.0);
        Debug.Assert(mass > 0.0 && cut > 0.0);
        double beta2 = StoppingPower.BetaSquared(kineticEnergy, mass);
        double transfer = StoppingPower.MaximumTransfer(kineticEnergy, mass);
        double xi = StoppingPower.XiPerMass(beta2) * thickness;
        double upper = Math.Min(cut, transfer);
        double lower = Math.Min(Math.Max(xi / HardCollisions, MinimumBorder), upper);
        double loss = mean;
        double variance = xi * lower * (1.0 - (0.5 * beta2 * lower / transfer));
        if (lower < upper)
        {
            loss -= xi * (Math.Log(upper / lower) - (beta2 * (upper - lower) / transfer));
            double width = 1.0 - (lower / upper);
            int collisions = PoissonNumber.Sample(ref random, xi / lower * width);
            for (int i = 0; i < collisions; i++)
            {
                double t = lower / (1.0 - (random.NextDouble() * width));
                if (random.NextDouble() * transfer > beta2 * t)
                {
                    loss += t;
                }
            }
        }

        Span<double> normal = stackalloc double[1];
        NormalSampler.Fill(ref random, normal);
        loss += Math.Sqrt(variance) * normal[0];
        return Math.Clamp(loss, 0.0, kineticEnergy);
    }
}
