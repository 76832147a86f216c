using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// A pion meets a nucleon of the Fermi gas: π N → π N with or without exchange of charge, or π N → π Δ and π π Δ, with the free cross
/// sections. Pauli's principle forbids what would put the nucleon below the Fermi level.
/// </summary>
internal static class PionCollision
{
    /// <summary>
    /// Energy in the centre of mass that must be left above three particles at rest, GeV: for the sampling of phase space.
    /// </summary>
    private const double ThresholdMargin = 1e-3;

    /// <summary>Collides at the pion's place; false, with nothing changed but the stream, if Pauli's principle forbids it.</summary>
    public static bool TryCollide(ref RandomStream random, in CascadeHadron pion, ref ResidualNucleus nucleus, ref CascadeStack stack)
    {
        double radius = pion.Position.Length;
        double fermi = ArgonNucleus.FermiEnergy(radius);
        double protons = nucleus.Protons * PionNucleonCrossSections.Total(pion.Charge, 1, pion.Energy);
        double neutrons = nucleus.Neutrons * PionNucleonCrossSections.Total(pion.Charge, 0, pion.Energy);
        int target = random.NextDouble() * (protons + neutrons) < protons ? 1 : 0;
        FourVector met = TargetNucleon.Momentum(ref random, ArgonNucleus.FermiMomentum(radius));
        FourVector incoming = pion.Momentum(fermi);
        FourVector total = incoming + met;
        double s = Math.Sqrt(total.MassSquared);
        const double masses = CascadeHadron.NucleonMass + CascadeHadron.PionMass;
        double energy = Math.Max(0.0, ((s * s) - (masses * masses)) / (2.0 * CascadeHadron.NucleonMass));
        (double elastic, double exchange, double one) = PionNucleonCrossSections.Parts(pion.Charge, target, energy);
        double all = Math.Max(elastic + exchange + one, PionNucleonCrossSections.Total(pion.Charge, target, energy));
        double u = random.NextDouble() * all;
        int charge = pion.Charge + target;
        Span<CascadeHadron> made = stackalloc CascadeHadron[4];
        int count;
        if (u >= elastic + exchange + one && s > (2.0 * CascadeHadron.PionMass) + DeltaResonance.LowestMass + ThresholdMargin)
        {
            count = 4;
            MakeTwo(ref random, total, s, charge, pion.Position, fermi, made);
        }
        else if (u >= elastic + exchange && s > CascadeHadron.PionMass + DeltaResonance.LowestMass)
        {
            count = 3;
            MakeOne(ref random, total, s, charge, pion.Position, fermi, made);
        }
        else
        {
            count = 2;
            bool exchanged = u >= elastic && exchange > 0.0;
            int left = exchanged ? 1 - target : target;
            double cos = PionScattering.Cosine(ref random, pion.Charge, target, exchanged, energy, s);
            SpaceVector direction = Kinematics.Turned(ref random, Kinematics.DirectionInRestFrame(incoming, total, s), cos);
            (FourVector first, FourVector second) = Kinematics.Decay(total, s, CascadeHadron.PionMass, CascadeHadron.NucleonMass, direction);
            made[0] = CascadeHadron.Pion(charge - left, first, pion.Position);
            made[1] = CascadeHadron.Nucleon(left, second, pion.Position, fermi);
        }

        if (!PauliPrinciple.Allows(made[..count]))
        {
            return false;
        }

        nucleus = nucleus.Less(target, TargetNucleon.Depth(met, fermi));
        stack.Push(made[..count]);
        return true;
    }

    /// <summary>π Δ, isotropic; every pair of charges with the right sum is as likely.</summary>
    private static void MakeOne(ref RandomStream random, in FourVector total, double s, int charge, SpaceVector place, double fermi, Span<CascadeHadron> made)
    {
        double mass = DeltaResonance.SampleMass(ref random, s - CascadeHadron.PionMass);
        (FourVector pion, FourVector delta) = Kinematics.Decay(total, s, CascadeHadron.PionMass, mass, Direction.Isotropic(ref random));
        int pionCharge = SampleCharge(ref random, charge - 2, charge + 1);
        made[0] = CascadeHadron.Pion(pionCharge, pion, place);
        (made[1], made[2]) = DeltaResonance.Decay(ref random, charge - pionCharge, delta, mass, place, fermi);
    }

    /// <summary>π π Δ by phase space; charges one after the other, evenly.</summary>
    private static void MakeTwo(ref RandomStream random, in FourVector total, double s, int charge, SpaceVector place, double fermi, Span<CascadeHadron> made)
    {
        double mass = DeltaResonance.SampleMass(ref random, s - (2.0 * CascadeHadron.PionMass) - (0.5 * ThresholdMargin));
        (FourVector delta, FourVector first, FourVector second) =
            Kinematics.Decay(ref random, total, s, mass, CascadeHadron.PionMass, CascadeHadron.PionMass);
        int firstCharge = SampleCharge(ref random, charge - 3, charge + 2);
        int secondCharge = SampleCharge(ref random, charge - firstCharge - 2, charge - firstCharge + 1);
        made[0] = CascadeHadron.Pion(firstCharge, first, place);
        made[1] = CascadeHadron.Pion(secondCharge, second, place);
        (made[2], made[3]) = DeltaResonance.Decay(ref random, charge - firstCharge - secondCharge, delta, mass, place, fermi);
    }

    /// <summary>A pion's charge within limits.</summary>
    private static int SampleCharge(ref RandomStream random, int lowest, int highest)
    {
        lowest = Math.Max(-1, lowest);
        highest = Math.Min(1, highest);
        return lowest + (int)((highest - lowest + 1) * random.NextDouble());
    }
}
