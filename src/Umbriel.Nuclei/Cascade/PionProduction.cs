using Umbriel.Core;

namespace Umbriel.Nuclei.Cascade;

/// <summary>
/// One pion more: π N → π π N by phase space with the charges of π Δ, N N → N Δ → N N π. Two and more, which make up a third of
/// the inelastic cross section at 1.5 GeV, are made as one.
/// </summary>
internal static class PionProduction
{
    /// <summary>Δ(1232), GeV (PDG 2024).</summary>
    private const double DeltaMass = 1.232;
    private const double DeltaWidth = 0.117;

    /// <summary>Energy above the threshold below which nothing is made, GeV.</summary>
    private const double Margin = 2e-3;

    /// <summary>Slope of N N → N Δ in the momentum transfer, GeV⁻²: of the size measured in p p → n Δ++ near 1 GeV (from memory).</summary>
    private const double Slope = 6.0;

    /// <summary>Cross section times relative flux, fm²; without Pauli's principle, which hardly matters for slow products of three.</summary>
    public static double Evaluate(CollisionChannel channel, in LocalMedium medium, in FourVector projectile, SpaceVector targetMomentum)
    {
        double mass = channel.Projectile.Mass();
        double targetMass = channel.Target.Mass();
        FourVector target = TwoBodyCollision.Bound(channel.Target, targetMomentum);
        double square = (projectile + target).MassSquared;
        double threshold = mass + targetMass + PhysicalConstants.MassChargedPion + Margin + (2.0 * (PhysicalConstants.MassNeutron - PhysicalConstants.MassProton));
        if (square <= threshold * threshold)
        {
            return 0.0;
        }

        double crossSection = channel.CrossSection(TwoBodyCollision.Kinetic(square, mass, targetMass), medium.Density);
        return crossSection <= 0.0 ? 0.0 : crossSection * TwoBodyCollision.Flux(projectile, mass, target, targetMass);
    }

    /// <summary>Makes the three products, inside.</summary>
    public static void Make(ref RandomStream random, CollisionChannel channel, in FourVector projectile, in FourVector total, Span<InsideHadron> products)
    {
        double s = Math.Sqrt(total.MassSquared);
        int charge = channel.Projectile.Charge() + (channel.Target == Nucleon.Proton ? 1 : 0);
        if (channel.Projectile.IsNucleon())
        {
            FromNucleons(ref random, projectile, total, s, charge, products);
        }
        else
        {
            FromPion(ref random, channel, total, s, charge, products);
        }
    }

    private static void FromPion(ref RandomStream random, CollisionChannel channel, in FourVector total, double s, int charge, Span<InsideHadron> products)
    {
        // Isospin 3/2 of π N: all of π+ p; of the rest its cross section times the square of a Clebsch-Gordan coefficient.
        double kinetic = TwoBodyCollision.Kinetic(s * s, channel.Projectile.Mass(), channel.Target.Mass());
        double threeHalves = HadronData.Instance.PureProduction.At(kinetic);
        double mixed = HadronData.Instance.MixedProduction.At(kinetic);
        double share = charge is 2 or -1 ? 1.0
            : channel.Projectile == HadronKind.PionZero ? 2.0 / 3.0 * threeHalves / (0.5 * (threeHalves + mixed))
            : threeHalves / (3.0 * mixed);
        bool high = random.NextDouble() < share;
        int sign = charge >= 1 ? 1 : -1; // states of I₃ < 0 mirror those of I₃ > 0
        int mirrored = charge >= 1 ? charge : 1 - charge;
        double u = random.NextDouble();

        // |⟨1 m, 3/2 M | I I₃⟩|²: pions' charges m for I₃ = 3/2 (charge 2) and 1/2 (charge 1).
        int pion = mirrored == 2 ? (u < 0.4 ? 1 : 0)
            : high ? (u < 8.0 / 15.0 ? 1 : u < 9.0 / 15.0 ? 0 : -1)
            : u < 1.0 / 6.0 ? 1 : u < 0.5 ? 0 : -1;
        int first = sign * pion;
        int delta = charge - first;
        (Nucleon nucleon, int second) = DecayCharges(ref random, delta);
        double firstMass = HadronKinds.Pion(first).Mass();
        double secondMass = HadronKinds.Pion(second).Mass();
        (FourVector a, FourVector b, FourVector c) = Kinematics.Decay(ref random, total, s, nucleon.Mass(), firstMass, secondMass);
        products[0] = new InsideHadron(HadronKinds.Pion(first), b);
        products[1] = new InsideHadron(nucleon.Kind(), a);
        products[2] = new InsideHadron(HadronKinds.Pion(second), c);
    }

    private static void FromNucleons(ref RandomStream random, in FourVector projectile, in FourVector total, double s, int charge, Span<InsideHadron> products)
    {
        double u = random.NextDouble();
        int left = charge switch { 2 => u < 0.75 ? 0 : 1, 0 => u < 0.75 ? 1 : 0, _ => u < 0.5 ? 0 : 1 };
        int delta = charge - left;
        (Nucleon nucleon, int pion) = DecayCharges(ref random, delta);
        double leftMass = HadronKinds.NucleonOf(left).Mass();
        double pionMass = HadronKinds.Pion(pion).Mass();
        double mass = DeltaOf(ref random, nucleon.Mass() + pionMass + (0.25 * Margin), s - leftMass - (0.25 * Margin));
        double p = Kinematics.TwoBodyMomentum(s, leftMass, mass);
        double full = 4.0 * p * p * Slope;
        double cos = 1.0 + (2.0 * Math.Log(1.0 - (random.NextDouble() * (1.0 - Math.Exp(-full)))) / Math.Max(full, 1e-12));
        cos = random.NextDouble() < 0.5 ? cos : -cos; // either nucleon may turn into the Δ
        SpaceVector along = Kinematics.DirectionInRestFrame(projectile, total, s);
        (FourVector first, FourVector resonance) = Kinematics.Decay(total, s, leftMass, mass, Kinematics.Turned(ref random, along, cos));
        (FourVector second, FourVector third) = Kinematics.Decay(resonance, mass, nucleon.Mass(), pionMass, Direction.Isotropic(ref random));
        products[0] = new InsideHadron(HadronKinds.NucleonOf(left).Kind(), first);
        products[1] = new InsideHadron(nucleon.Kind(), second);
        products[2] = new InsideHadron(HadronKinds.Pion(pion), third);
    }

    /// <summary>A mass of the Δ from the Breit-Wigner curve of constant width.</summary>
    private static double DeltaOf(ref RandomStream random, double lowest, double highest)
    {
        double low = Math.Atan((lowest - DeltaMass) / (0.5 * DeltaWidth));
        double high = Math.Atan((highest - DeltaMass) / (0.5 * DeltaWidth));
        return Math.Clamp(DeltaMass + (0.5 * DeltaWidth * Math.Tan(low + (random.NextDouble() * (high - low)))), lowest, highest);
    }

    /// <summary>Δ → N π: 2/3 with a neutral pion where there is a choice.</summary>
    private static (Nucleon Nucleon, int Pion) DecayCharges(ref RandomStream random, int delta)
    {
        int nucleon = delta switch { 2 => 1, -1 => 0, _ => random.NextDouble() < 2.0 / 3.0 ? delta : 1 - delta };
        return (HadronKinds.NucleonOf(nucleon), delta - nucleon);
    }
}

/// <summary>A product of a collision.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Momentum">Four-momentum inside, the energy of a nucleon counted from the bottom of its well.</param>
internal readonly record struct InsideHadron(HadronKind Kind, FourVector Momentum);
