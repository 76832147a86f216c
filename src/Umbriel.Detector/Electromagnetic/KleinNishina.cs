using System.Diagnostics;
using Umbriel.Core;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>
/// Compton scattering off free electrons at rest (Klein and Nishina, Z. Phys. 52 (1929) 853). Binding and Doppler broadening
/// are ignored: the cross section is 4% too high at 100 keV, 1% at 200 keV.
/// </summary>
internal static class KleinNishina
{
    /// <summary>Cross section per electron, cm². Check value: 0.2112 b at 1 MeV.</summary>
    public static double PerElectron(double energy)
    {
        double k = energy / PhysicalConstants.MassElectron;
        double twice = 1.0 + (2.0 * k);
        double log = Math.Log(twice);
        return 2.0 * Math.PI * Argon.RadiusSquared
            * (((1.0 + k) / (k * k) * ((2.0 * (1.0 + k) / twice) - (log / k))) + (log / (2.0 * k)) - ((1.0 + (3.0 * k)) / (twice * twice)));
    }

    /// <summary>
    /// Samples the fraction ε = E'/E of the scattered photon from dσ/dε ∝ (1/ε + ε)(1 − ε sin²θ/(1 + ε²)) by composition and
    /// rejection (Butcher and Messel, Nucl. Phys. 20 (1960) 15), and gives 1 − cos θ = (1/ε − 1) m/E.
    /// </summary>
    public static double Sample(ref RandomStream random, double energy, out double oneMinusCosine)
    {
        Debug.Assert(energy > 0.0 && double.IsFinite(energy));
        double k = energy / PhysicalConstants.MassElectron;
        double lowest = 1.0 / (1.0 + (2.0 * k));
        double reciprocal = -Math.Log(lowest);
        double linear = 0.5 * (1.0 - (lowest * lowest));
        while (true)
        {
            double fraction = random.NextDouble() * (reciprocal + linear) < reciprocal
                ? Math.Exp(-reciprocal * random.NextDouble())
                : Math.Sqrt((lowest * lowest) + (2.0 * linear * random.NextDouble()));
            oneMinusCosine = Math.Min(2.0, ((1.0 / fraction) - 1.0) / k);
            double sineSquared = oneMinusCosine * (2.0 - oneMinusCosine);
            if (random.NextDouble() < 1.0 - (fraction * sineSquared / (1.0 + (fraction * fraction))))
            {
                return fraction;
            }
        }
    }
}
