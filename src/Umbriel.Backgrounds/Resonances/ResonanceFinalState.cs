using Umbriel.Backgrounds.Hadronization;
using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Resonances;

/// <summary>A resonance that was made, its decay, and the number of hadrons.</summary>
/// <param name="Resonance">The resonance.</param>
/// <param name="Mode">Its decay.</param>
/// <param name="Count">Number of hadrons and photons.</param>
public readonly record struct ResonanceOutcome(Resonance Resonance, ResonanceDecayMode Mode, int Count);

/// <summary>
/// Final states of resonance production at given (W, Q²): the resonance by its share of the cross section, the decay by
/// its branching fraction at W, charges by isospin. Nπ and Nγ of the Δ(1232) follow <see cref="DeltaDecayAngle"/>, all else
/// is isotropic; Δπ has the Δ's line shape times the momentum, other states of two pions are phase space (the ρ's and
/// the s wave's charges, not their line shapes). η and kaons, Λ and Σ stay as they are. Immutable.
/// </summary>
public sealed class ResonanceFinalState
{
    private readonly ResonanceCrossSection crossSection;
    private readonly ResonanceDecay decay;
    private readonly ResonanceTable table;
    private readonly InelasticParameters parameters;

    /// <summary>Takes the resonances and the parameters.</summary>
    /// <param name="table">The resonances.</param>
    /// <param name="parameters">The parameters.</param>
    public ResonanceFinalState(ResonanceTable table, InelasticParameters parameters)
    {
        crossSection = new ResonanceCrossSection(table, parameters);
        decay = new ResonanceDecay(table, parameters);
        this.table = table;
        this.parameters = parameters;
    }

    /// <summary>Draws a final state.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="energy">Neutrino energy where the nucleon is at rest, GeV.</param>
    /// <param name="w">Invariant mass, GeV.</param>
    /// <param name="q2">Q², GeV²; the cross section is not zero at (W, Q²).</param>
    /// <param name="random">The stream it is drawn from.</param>
    /// <param name="hadrons">Receives the hadrons in their rest frame, z along the momentum transfer, the baryon first.</param>
    public ResonanceOutcome Sample(WeakCurrent current, int neutrino, Nucleon nucleon, double energy, double w, double q2, ref RandomStream random, Span<Hadron> hadrons)
    {
        Span<double> each = stackalloc double[ResonanceTable.Count];
        double total = crossSection.Differential(current, neutrino, nucleon, energy, w, q2, each);
        if (!(total > 0.0))
        {
            throw new ArgumentOutOfRangeException(nameof(w), w, "no resonance is made at this W and Q²");
        }

        Resonance resonance = (Resonance)Choose(each, random.NextDouble() * total);
        int charge = NeutrinoScattering.HadronCharge(current, neutrino, nucleon);
        Span<double> shares = stackalloc double[ResonanceDecay.Modes];
        decay.Shares(resonance, charge, w, shares);
        ResonanceDecayMode mode = (ResonanceDecayMode)Choose(shares, random.NextDouble());
        int twoIsospin = table[resonance].Model.TwoIsospin;
        return new ResonanceOutcome(resonance, mode, mode switch
        {
            ResonanceDecayMode.NucleonPion => NucleonPion(resonance == Resonance.P33At1232, twoIsospin, charge, w, ref random, hadrons),
            ResonanceDecayMode.NucleonPhoton => NucleonPhoton(resonance == Resonance.P33At1232, charge, w, ref random, hadrons),
            ResonanceDecayMode.NucleonEta => TwoBodies(NucleonOf(charge), 221, w, Direction.Isotropic(ref random), hadrons),
            ResonanceDecayMode.Strange => Strange(twoIsospin, charge, w, ref random, hadrons),
            ResonanceDecayMode.DeltaPion => TwoPionDecay.DeltaPion(table[Resonance.P33At1232], twoIsospin, charge, w, ref random, hadrons),
            ResonanceDecayMode.NucleonRho => TwoPionDecay.Rho(twoIsospin, charge, w, ref random, hadrons),
            _ => TwoPionDecay.Scalar(charge, w, ref random, hadrons),
        });
    }

    private static int Choose(ReadOnlySpan<double> shares, double left)
    {
        int last = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] > 0.0)
            {
                if (left < shares[i])
                {
                    return i;
                }

                left -= shares[i];
                last = i;
            }
        }

        return last;
    }

    private static int NucleonOf(int charge) => charge == 1 ? 2212 : 2112;

    private static int TwoBodies(int baryon, int meson, double w, SpaceVector mesonDirection, Span<Hadron> hadrons)
    {
        (FourVector first, FourVector second) = PhaseSpace.TwoBodies(w, HadronProperties.Mass(meson), HadronProperties.Mass(baryon), mesonDirection);
        hadrons[0] = new Hadron(baryon, second);
        hadrons[1] = new Hadron(meson, first);
        return 2;
    }

    private static SpaceVector About(double cosine, ref RandomStream random)
    {
        double sine = Math.Sqrt((1.0 - cosine) * (1.0 + cosine));
        Direction.Turn(random.NextDouble(), out double sin, out double cos);
        return new SpaceVector(sine * cos, sine * sin, cosine);
    }

    private static int Strange(int twoIsospin, int charge, double w, ref RandomStream random, Span<Hadron> hadrons)
    {
        (int baryon, int kaon) = (twoIsospin, charge) switch
        {
            (1, 1) => (3122, 321),
            (1, _) => (3122, 311),
            (_, 2) => (3222, 321),
            (_, -1) => (3112, 311),
            (_, 1) => random.NextDouble() < 1.0 / 3.0 ? (3222, 311) : (3212, 321),
            _ => random.NextDouble() < 1.0 / 3.0 ? (3112, 321) : (3212, 311),
        };
        return TwoBodies(baryon, kaon, w, Direction.Isotropic(ref random), hadrons);
    }

    private int NucleonPion(bool isDelta, int twoIsospin, int charge, double w, ref RandomStream random, Span<Hadron> hadrons)
    {
        bool neutral = random.NextDouble() < ResonanceDecay.NeutralPionShare(twoIsospin, charge, w);
        (int baryon, int pion) = (charge, neutral) switch
        {
            (2, _) => (2212, 211),
            (-1, _) => (2112, -211),
            (1, true) => (2212, 111),
            (1, false) => (2112, 211),
            (_, true) => (2112, 111),
            _ => (2212, -211),
        };
        SpaceVector direction = isDelta
            ? About(DeltaDecayAngle.SamplePion(parameters.DeltaPionIsotropy, ref random), ref random)
            : Direction.Isotropic(ref random);
        return TwoBodies(baryon, pion, w, direction, hadrons);
    }

    private int NucleonPhoton(bool isDelta, int charge, double w, ref RandomStream random, Span<Hadron> hadrons)
    {
        SpaceVector direction = isDelta
            ? About(DeltaDecayAngle.SamplePhoton(parameters.DeltaPhotonAnisotropy, ref random), ref random)
            : Direction.Isotropic(ref random);
        return TwoBodies(NucleonOf(charge), 22, w, direction, hadrons);
    }
}
