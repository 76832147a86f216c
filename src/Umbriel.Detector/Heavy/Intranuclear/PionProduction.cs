using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// π N → π π N by phase space, with a probability that rises linearly with the pion's kinetic energy; else π N → π N.
/// </summary>
internal static class PionProduction
{
    /// <summary>
    /// Kinetic energy from which a second pion is made, GeV. Chosen above the free threshold, 0.17, near which there are few.
    /// </summary>
    private const double Onset = 0.3;

    /// <summary>
    /// Rise of the probability, 1/GeV, and its limit: reached at 1.7 GeV. Chosen, of the size of the inelastic part of the π N cross
    /// section; no measurement on record that they were tuned on.
    /// </summary>
    private const double Rise = 0.5;
    private const double Limit = 0.7;

    /// <summary>
    /// Energy in the centre of mass that must be left above three particles at rest, GeV: for the sampling of phase space.
    /// </summary>
    private const double ThresholdMargin = 1e-3;

    /// <summary>Part of π+ π− where charge allows it; the rest has π± π0. Chosen: equal parts.</summary>
    private const double OppositePionFraction = 0.5;

    /// <summary>Pushes what comes out: a nucleon and one or two pions.</summary>
    public static void Collide(ref RandomStream random, in CascadeHadron pion, ref CascadeStack stack)
    {
        FourVector total = pion.Momentum + TargetNucleon.Momentum;
        double s = Math.Sqrt(total.MassSquared);
        const double masses = CascadeHadron.NucleonMass + (2.0 * CascadeHadron.PionMass);
        if (random.NextDouble() >= Math.Min(Limit, Rise * (pion.Energy - Onset)) || s < masses + ThresholdMargin)
        {
            PionScattering.Scatter(ref random, pion, ref stack);
            return;
        }

        int target = TargetNucleon.Charge(ref random);
        (FourVector first, FourVector second, FourVector third) =
            Kinematics.Decay(ref random, total, s, CascadeHadron.NucleonMass, CascadeHadron.PionMass, CascadeHadron.PionMass);

        // A proton can give the charge of a π+, a neutron that of a π−.
        int nucleon = target;
        int extra = 0;
        int given = target == 1 ? 1 : -1;
        if (random.NextDouble() < OppositePionFraction && given == -pion.Charge)
        {
            extra = given;
            nucleon = target - given;
        }

        stack.Push(CascadeHadron.Nucleon(nucleon, first));
        stack.Push(CascadeHadron.Pion(pion.Charge, second, pion.LeavesFreely));
        stack.Push(CascadeHadron.Pion(extra, third, pion.LeavesFreely));
    }
}
