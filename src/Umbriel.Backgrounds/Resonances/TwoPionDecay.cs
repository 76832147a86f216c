using Umbriel.Backgrounds.Hadronization;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Resonances;

/// <summary>Decays of a resonance to a nucleon and two pions, in its rest frame.</summary>
internal static class TwoPionDecay
{
    /// <summary>
    /// By Δ(1232)π: charges by Clebsch-Gordan coefficients, the Δ's mass from its line of constant width between the
    /// thresholds times the momentum of Δ and π; both decays isotropic.
    /// </summary>
    public static int DeltaPion(ResonanceState delta, int twoIsospin, int charge, double w, ref RandomStream random, Span<Hadron> hadrons)
    {
        int deltaCharge = DeltaCharge(twoIsospin, charge, random.NextDouble());
        int firstPion = Pion(charge - deltaCharge);
        bool neutral = random.NextDouble() < ResonanceDecay.NeutralPionShare(3, deltaCharge, double.PositiveInfinity);
        int baryon = neutral ? (deltaCharge == 1 ? 2212 : 2112) : deltaCharge is 2 or 0 ? 2212 : 2112;
        int secondPion = Pion(deltaCharge - HadronProperties.Charge(baryon));

        double baryonMass = HadronProperties.Mass(baryon);
        double firstMass = HadronProperties.Mass(firstPion);
        double secondMass = HadronProperties.Mass(secondPion);
        double low = baryonMass + secondMass;
        double high = w - firstMass;
        double half = 0.5 * delta.Width;
        double lowAngle = Math.Atan((low - delta.Mass) / half);
        double highAngle = Math.Atan((high - delta.Mass) / half);
        double most = PhaseSpace.Momentum(w, low, firstMass);
        double mass;
        do
        {
            mass = Math.Clamp(delta.Mass + (half * Math.Tan(lowAngle + (random.NextDouble() * (highAngle - lowAngle)))), low, high);
        }
        while (random.NextDouble() * most > PhaseSpace.Momentum(w, mass, firstMass));

        (FourVector pion, FourVector system) = PhaseSpace.TwoBodies(w, firstMass, mass, Direction.Isotropic(ref random));
        (FourVector nucleon, FourVector second) = PhaseSpace.TwoBodies(mass, baryonMass, secondMass, Direction.Isotropic(ref random));
        hadrons[0] = new Hadron(baryon, nucleon.BoostFromRestFrameOf(system, mass));
        hadrons[1] = new Hadron(firstPion, pion);
        hadrons[2] = new Hadron(secondPion, second.BoostFromRestFrameOf(system, mass));
        return 3;
    }

    /// <summary>By a nucleon and two pions of isospin 1 (those of a ρ), as phase space.</summary>
    public static int Rho(int twoIsospin, int charge, double w, ref RandomStream random, Span<Hadron> hadrons)
    {
        bool neutral = random.NextDouble() < ResonanceDecay.NeutralPionShare(twoIsospin, charge, double.PositiveInfinity);
        int rho = charge switch { 2 => 1, -1 => -1, _ when neutral => 0, 1 => 1, _ => -1 };
        return rho == 0
            ? Three(charge, 211, -211, w, ref random, hadrons)
            : Three(charge - rho, 211 * rho, 111, w, ref random, hadrons);
    }

    /// <summary>By a nucleon and two pions of isospin 0, as phase space.</summary>
    public static int Scalar(int charge, double w, ref RandomStream random, Span<Hadron> hadrons) =>
        random.NextDouble() < 2.0 / 3.0
            ? Three(charge, 211, -211, w, ref random, hadrons)
            : Three(charge, 111, 111, w, ref random, hadrons);

    /// <summary>Charge of the Δ in Δπ of isospin I: squares of ⟨3/2 m_Δ 1 m_π | I m⟩, mirrored for charges below 1/2.</summary>
    internal static int DeltaCharge(int twoIsospin, int charge, double u)
    {
        int at = charge >= 1 ? charge : 1 - charge;
        int delta = (twoIsospin, at) switch
        {
            (1, _) => u < 1.0 / 2.0 ? 2 : u < 5.0 / 6.0 ? 1 : 0,
            (_, 2) => u < 3.0 / 5.0 ? 2 : 1,
            _ => u < 2.0 / 5.0 ? 2 : u < 7.0 / 15.0 ? 1 : 0,
        };
        return charge >= 1 ? delta : 1 - delta;
    }

    private static int Pion(int charge) => charge == 0 ? 111 : 211 * charge;

    private static int Three(int nucleonCharge, int first, int second, double w, ref RandomStream random, Span<Hadron> hadrons)
    {
        int baryon = nucleonCharge == 1 ? 2212 : 2112;
        Span<double> masses = [HadronProperties.Mass(baryon), HadronProperties.Mass(first), HadronProperties.Mass(second)];
        Span<FourVector> momenta = stackalloc FourVector[3];
        PhaseSpace.Sample(w, masses, ref random, momenta);
        hadrons[0] = new Hadron(baryon, momenta[0]);
        hadrons[1] = new Hadron(first, momenta[1]);
        hadrons[2] = new Hadron(second, momenta[2]);
        return 3;
    }
}
