using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>π (N N) → N N: absorption by two nucleons at rest, back to back and isotropic in the centre of mass.</summary>
internal static class PionAbsorption
{
    /// <summary>
    /// Part of the absorption of charged pions on a proton and a neutron; the rest is on a like pair, nn for π+ and pp for π−. From
    /// memory, as cascades with two-nucleon absorption have it; π0 always meet a proton and a neutron.
    /// </summary>
    private const double UnlikePairFraction = 5.0 / 6.0;

    /// <summary>Pushes the two nucleons.</summary>
    public static void Absorb(ref RandomStream random, in CascadeHadron pion, ref CascadeStack stack)
    {
        bool unlike = random.NextDouble() < UnlikePairFraction || pion.Charge == 0;
        int charge = pion.Charge + (unlike ? 1 : pion.Charge > 0 ? 0 : 2);
        FourVector total = pion.Momentum + new FourVector(2.0 * CascadeHadron.NucleonMass, 0.0, 0.0, 0.0);
        (FourVector first, FourVector second) = Kinematics.Decay(
            total, Math.Sqrt(total.MassSquared), CascadeHadron.NucleonMass, CascadeHadron.NucleonMass, Direction.Isotropic(ref random));
        stack.Push(CascadeHadron.Nucleon(charge >= 1 ? 1 : 0, first));
        stack.Push(CascadeHadron.Nucleon(charge == 2 ? 1 : 0, second));
    }
}
