using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// N N → N N with a forward peak, or N N → N N π by phase space with a probability that rises linearly with the kinetic energy;
/// the nucleon met is at rest.
/// </summary>
internal static class NucleonCollision
{
    /// <summary>Kinetic energy from which pions are made, GeV. Chosen a little above the free threshold, 0.29.</summary>
    private const double PionOnset = 0.35;

    /// <summary>
    /// Rise of the probability, 1/GeV, and its limit: reached at 1.55 GeV. Chosen, of the size of the inelastic part of the N N cross
    /// section; no measurement on record that they were tuned on.
    /// </summary>
    private const double PionRise = 0.5;
    private const double PionLimit = 0.6;

    /// <summary>
    /// Energy in the centre of mass that must be left above three particles at rest, GeV: for the sampling of phase space.
    /// </summary>
    private const double ThresholdMargin = 1e-3;

    /// <summary>
    /// Forward slope b T²/(T² + c) of N N scattering: nearly isotropic below 0.3 GeV, 6 GeV⁻² at high energy. Both chosen (measured
    /// slopes of p p at some GeV are 6 to 8 GeV⁻², from memory).
    /// </summary>
    private const double HighEnergySlope = 6.0;
    private const double SlopeScale = 0.25;

    /// <summary>
    /// Isospin of N N → N Δ(1232), Δ → N π: of like nucleons five pions in six carry the pair's charge away; a proton and a neutron
    /// make π0 in two of three, π+ and π− in one of six each (Clebsch-Gordan coefficients).
    /// </summary>
    private const double ChargedFromLike = 5.0 / 6.0;
    private const double NeutralFromUnlike = 2.0 / 3.0;

    /// <summary>Pushes what comes out: two nucleons, and perhaps a pion.</summary>
    public static void Collide(ref RandomStream random, in CascadeHadron nucleon, ref CascadeStack stack)
    {
        int target = TargetNucleon.Charge(ref random);
        FourVector total = nucleon.Momentum + TargetNucleon.Momentum;
        double s = Math.Sqrt(total.MassSquared);
        const double masses = (2.0 * CascadeHadron.NucleonMass) + CascadeHadron.PionMass;
        if (random.NextDouble() < Math.Min(PionLimit, PionRise * (nucleon.Energy - PionOnset)) && s > masses + ThresholdMargin)
        {
            MakePion(ref random, total, s, nucleon.Charge + target, ref stack);
            return;
        }

        double slope = HighEnergySlope * nucleon.Energy * nucleon.Energy / ((nucleon.Energy * nucleon.Energy) + SlopeScale);
        double momentum = Kinematics.TwoBodyMomentum(s, CascadeHadron.NucleonMass, CascadeHadron.NucleonMass);
        ElasticCollision.Scatter(ref random, nucleon, nucleon.Charge, target, Sampling.Diffractive(ref random, slope, momentum), ref stack);
    }

    private static void MakePion(ref RandomStream random, in FourVector total, double s, int charge, ref CascadeStack stack)
    {
        double u = random.NextDouble();
        int pion = charge switch
        {
            2 => u < ChargedFromLike ? 1 : 0,
            1 => u < NeutralFromUnlike ? 0 : u < 5.0 / 6.0 ? 1 : -1,
            _ => u < ChargedFromLike ? -1 : 0,
        };
        int left = charge - pion;
        (FourVector first, FourVector second, FourVector third) =
            Kinematics.Decay(ref random, total, s, CascadeHadron.NucleonMass, CascadeHadron.NucleonMass, CascadeHadron.PionMass);
        stack.Push(CascadeHadron.Nucleon(left >= 1 ? 1 : 0, first));
        stack.Push(CascadeHadron.Nucleon(left == 2 ? 1 : 0, second));
        stack.Push(CascadeHadron.Pion(pion, third));
    }
}
