using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// π N → π N on a nucleon at rest, with or without exchange of charge: 1 + 3cos²θ of Δ(1232) (its decay after a p-wave
/// excitation) at low energy, a forward peak above.
/// </summary>
internal static class PionScattering
{
    /// <summary>
    /// Kinetic energy above which scattering is diffractive, GeV. Chosen: above the Δ(1232), whose peak is at 0.19.
    /// </summary>
    private const double DiffractiveEnergy = 0.4;

    /// <summary>
    /// Slope of the forward peak, GeV⁻². Chosen, of the size of π N elastic scattering at some GeV (7 to 8, from memory).
    /// </summary>
    private const double ForwardSlope = 6.0;

    /// <summary>Scatters; the charges stay.</summary>
    public static void Scatter(ref RandomStream random, in CascadeHadron pion, ref CascadeStack stack)
    {
        int target = TargetNucleon.Charge(ref random);
        ElasticCollision.Scatter(ref random, pion, pion.Charge, target, Cosine(ref random, pion), ref stack);
    }

    /// <summary>
    /// Scatters with exchange of charge: π+ n → π0 p, π− p → π0 n; a π0 becomes π+ on a proton met at random, π− on a neutron.
    /// </summary>
    public static void ExchangeCharge(ref RandomStream random, in CascadeHadron pion, ref CascadeStack stack)
    {
        // The draw comes first for charged pions too, which then need a neutron or a proton.
        int target = TargetNucleon.Charge(ref random);
        target = pion.Charge switch { 1 => 0, -1 => 1, _ => target };
        (int charge, int nucleon) = pion.Charge == 0 ? (target == 1 ? 1 : -1, 1 - target) : (0, target + pion.Charge);
        ElasticCollision.Scatter(ref random, pion, charge, nucleon, Cosine(ref random, pion), ref stack);
    }

    private static double Cosine(ref RandomStream random, in CascadeHadron pion)
    {
        if (pion.Energy > DiffractiveEnergy)
        {
            double s = Math.Sqrt((pion.Momentum + TargetNucleon.Momentum).MassSquared);
            return Sampling.Diffractive(ref random, ForwardSlope, Kinematics.TwoBodyMomentum(s, CascadeHadron.PionMass, CascadeHadron.NucleonMass));
        }

        double cos;
        do
        {
            cos = (2.0 * random.NextDouble()) - 1.0;
        }
        while (random.NextDouble() * 4.0 > 1.0 + (3.0 * cos * cos));
        return cos;
    }
}
