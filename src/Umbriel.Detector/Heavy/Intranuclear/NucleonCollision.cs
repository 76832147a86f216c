using Umbriel.Core;

namespace Umbriel.Detector.Heavy.Intranuclear;

/// <summary>
/// A nucleon meets one of the Fermi gas: N N → N N with a forward peak, N N → N Δ or, for more pions, N N → Δ Δ, with the free cross
/// sections. Pauli's principle forbids what would put a nucleon below the Fermi level.
/// </summary>
internal static class NucleonCollision
{
    /// <summary>
    /// Forward slope b T²/(T² + c) of N N scattering: nearly isotropic below 0.3 GeV, 6 GeV⁻² at high energy. Both chosen (measured
    /// slopes of p p at some GeV are 6 to 8 GeV⁻², from memory).
    /// </summary>
    private const double HighEnergySlope = 6.0;
    private const double SlopeScale = 0.25;

    /// <summary>
    /// Kinetic energy at which half as many pairs of a proton and a neutron exchange charge as at low energy, where it is half of them,
    /// GeV. Chosen: angular distributions of n p are symmetric below 0.1 GeV, and their backward peak falls above (from memory).
    /// </summary>
    private const double ExchangeScale = 0.4;

    /// <summary>Collides at the hadron's place; false, with nothing changed but the stream, if Pauli's principle forbids it.</summary>
    public static bool TryCollide(ref RandomStream random, in CascadeHadron nucleon, ref ResidualNucleus nucleus, ref CascadeStack stack)
    {
        double radius = nucleon.Position.Length;
        double fermi = ArgonNucleus.FermiEnergy(radius);
        double nominal = nucleon.KineticEnergy(fermi);
        double protons = nucleus.Protons * NucleonNucleonCrossSections.Total(nucleon.Charge == 1, nominal);
        double neutrons = nucleus.Neutrons * NucleonNucleonCrossSections.Total(nucleon.Charge == 0, nominal);
        int target = random.NextDouble() * (protons + neutrons) < protons ? 1 : 0;
        FourVector met = TargetNucleon.Momentum(ref random, ArgonNucleus.FermiMomentum(radius));
        FourVector total = nucleon.Momentum(fermi) + met;
        double s = Math.Sqrt(total.MassSquared);
        const double mass = CascadeHadron.NucleonMass;
        double energy = ((s * s) - (4.0 * mass * mass)) / (2.0 * mass);
        (double one, double more) = NucleonNucleonCrossSections.PionShares(nucleon.Charge == target, energy);
        double u = random.NextDouble();
        double slope = HighEnergySlope * energy * energy / ((energy * energy) + SlopeScale);
        SpaceVector along = Kinematics.DirectionInRestFrame(nucleon.Momentum(fermi), total, s);
        int charge = nucleon.Charge + target;
        Span<CascadeHadron> made = stackalloc CascadeHadron[4];
        int count;
        if (u < more && s > 2.0 * DeltaResonance.LowestMass)
        {
            count = 4;
            MakeTwoDeltas(ref random, total, s, along, slope, charge, nucleon.Position, fermi, made);
        }
        else if (u < one + more && s > mass + DeltaResonance.LowestMass)
        {
            count = 3;
            MakeDelta(ref random, total, s, along, slope, charge, nucleon.Position, fermi, made);
        }
        else
        {
            count = 2;
            double cos = Sampling.Diffractive(ref random, slope, Kinematics.TwoBodyMomentum(s, mass, mass));
            (FourVector first, FourVector second) = Kinematics.Decay(total, s, mass, mass, Kinematics.Turned(ref random, along, cos));
            bool swap = random.NextDouble() < 0.5 / (1.0 + (energy * energy / (ExchangeScale * ExchangeScale)));
            made[0] = CascadeHadron.Nucleon(swap ? target : nucleon.Charge, first, nucleon.Position, fermi);
            made[1] = CascadeHadron.Nucleon(swap ? nucleon.Charge : target, second, nucleon.Position, fermi);
        }

        if (!PauliPrinciple.Allows(made[..count]))
        {
            return false;
        }

        nucleus = nucleus.Less(target, TargetNucleon.Depth(met, fermi));
        stack.Push(made[..count]);
        return true;
    }

    /// <summary>N Δ, of isospin 1: two alike make n Δ++ (p Δ−) three times for one p Δ+ (n Δ0), others p Δ0 and n Δ+ evenly.</summary>
    private static void MakeDelta(
        ref RandomStream random, in FourVector total, double s, SpaceVector along, double slope, int charge, SpaceVector place, double fermi, Span<CascadeHadron> made)
    {
        double mass = DeltaResonance.SampleMass(ref random, s - CascadeHadron.NucleonMass);
        double cos = Sampling.Diffractive(ref random, slope, Kinematics.TwoBodyMomentum(s, CascadeHadron.NucleonMass, mass));
        (FourVector nucleon, FourVector delta) = Kinematics.Decay(total, s, CascadeHadron.NucleonMass, mass, Kinematics.Turned(ref random, along, cos));
        double u = random.NextDouble();
        int left = charge switch { 2 => u < 0.75 ? 0 : 1, 0 => u < 0.75 ? 1 : 0, _ => u < 0.5 ? 0 : 1 };
        made[0] = CascadeHadron.Nucleon(left, nucleon, place, fermi);
        (made[1], made[2]) = DeltaResonance.Decay(ref random, charge - left, delta, mass, place, fermi);
    }

    /// <summary>Δ Δ; every pair of charges with the right sum is as likely.</summary>
    private static void MakeTwoDeltas(
        ref RandomStream random, in FourVector total, double s, SpaceVector along, double slope, int charge, SpaceVector place, double fermi, Span<CascadeHadron> made)
    {
        double firstMass = DeltaResonance.SampleMass(ref random, s - DeltaResonance.LowestMass);
        double secondMass = DeltaResonance.SampleMass(ref random, s - firstMass);
        double cos = Sampling.Diffractive(ref random, slope, Kinematics.TwoBodyMomentum(s, firstMass, secondMass));
        (FourVector first, FourVector second) = Kinematics.Decay(total, s, firstMass, secondMass, Kinematics.Turned(ref random, along, cos));

        // Charges −1 to 2 of both: from charge − 2 to 2 for a sum of 1 or 2, from −1 for 0.
        int lowest = Math.Max(-1, charge - 2);
        int highest = Math.Min(2, charge + 1);
        int firstCharge = lowest + (int)((highest - lowest + 1) * random.NextDouble());
        (made[0], made[1]) = DeltaResonance.Decay(ref random, firstCharge, first, firstMass, place, fermi);
        (made[2], made[3]) = DeltaResonance.Decay(ref random, charge - firstCharge, second, secondMass, place, fermi);
    }
}
