using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// Weight that takes an event of resonance production from the parameters it was made with to others: the ratio of the
/// densities of its resonance, decay and angle at its (W, Q²). Exact; the ratio of the total cross sections is in it.
/// Immutable; safe to share between threads.
/// </summary>
public sealed class ResonanceWeight
{
    private readonly Model made;
    private readonly Model wanted;

    /// <summary>Takes both sets of parameters.</summary>
    /// <param name="table">The resonances.</param>
    /// <param name="made">Those that the events were made with.</param>
    /// <param name="wanted">Those that they are to be of.</param>
    public ResonanceWeight(ResonanceTable table, InelasticParameters made, InelasticParameters wanted)
    {
        this.made = new Model(table, made);
        this.wanted = new Model(table, wanted);
    }

    /// <summary>The weight.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="energy">Neutrino energy where the nucleon is at rest, GeV.</param>
    /// <param name="w">Invariant mass, GeV.</param>
    /// <param name="q2">Q², GeV².</param>
    /// <param name="outcome">The resonance and its decay.</param>
    /// <param name="cosine">Cosine of the pion's or photon's angle to the momentum transfer in the hadrons' rest frame; matters for the Δ(1232) only.</param>
    public double Of(WeakCurrent current, int neutrino, Nucleon nucleon, double energy, double w, double q2, ResonanceOutcome outcome, double cosine)
    {
        double before = made.Density(current, neutrino, nucleon, energy, w, q2, outcome, cosine);
        return before > 0.0
            ? wanted.Density(current, neutrino, nucleon, energy, w, q2, outcome, cosine) / before
            : throw new ArgumentOutOfRangeException(nameof(w), w, $"no {outcome.Resonance} to {outcome.Mode} is made at this W and Q²");
    }

    private sealed class Model(ResonanceTable table, InelasticParameters parameters)
    {
        private readonly ResonanceCrossSection crossSection = new(table, parameters);
        private readonly ResonanceDecay decay = new(table, parameters);

        public double Density(WeakCurrent current, int neutrino, Nucleon nucleon, double energy, double w, double q2, ResonanceOutcome outcome, double cosine)
        {
            Span<double> each = stackalloc double[ResonanceTable.Count];
            crossSection.Differential(current, neutrino, nucleon, energy, w, q2, each);
            Span<double> shares = stackalloc double[ResonanceDecay.Modes];
            decay.Shares(outcome.Resonance, NeutrinoScattering.HadronCharge(current, neutrino, nucleon), w, shares);
            double angle = (outcome.Resonance, outcome.Mode) switch
            {
                (Resonance.P33At1232, ResonanceDecayMode.NucleonPion) => DeltaDecayAngle.PionDensity(cosine, parameters.DeltaPionIsotropy),
                (Resonance.P33At1232, ResonanceDecayMode.NucleonPhoton) => DeltaDecayAngle.PhotonDensity(cosine, parameters.DeltaPhotonAnisotropy),
                _ => 1.0,
            };
            return each[(int)outcome.Resonance] * shares[(int)outcome.Mode] * angle;
        }
    }
}
