using Umbriel.Backgrounds.Events;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Knobs;

/// <summary>
/// The knobs of events made with one set of interactions and the default cascade. Sizes of one standard deviation and extremes:
/// MicroBooNE's tune (uboone/ubsim 868acc1, eventweight_microboone_genie.fcl, times GENIE-MC/Reweight ddf78c0,
/// GSystUncertaintyTable.xml; arXiv:2110.14028).
/// Not among them: neutral-current elastic scattering, the pairs' shape, kind and angle, Coulomb's correction, the z expansion, removal energy.
/// </summary>
public sealed class KnobSet
{
    /// <summary>The knobs of events.</summary>
    /// <param name="interactions">What the events are made with, in the generator's order.</param>
    /// <param name="parameters">The parameters of all of them.</param>
    public KnobSet(IReadOnlyList<ISampledInteraction> interactions, InteractionParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        ArgumentNullException.ThrowIfNull(parameters);
        InteractionParameters p = parameters;
        InelasticParameters q = p.Inelastic;
        CascadeParameters c = new();
        IReweightKnob Elastic(string name, string unit, double at, double up, bool minMax, WeakCurrent? current, Func<double, InteractionParameters> vary, double? down = null) =>
            new DensityKnob(name, unit, at, up, down ?? up, minMax, InteractionProcess.Elastic, current, interactions, vary);
        IReweightKnob Deep(string name, double at, double size, Func<double, InelasticParameters> vary) =>
            new DensityKnob(name, "GeV²", at, size, size, false, InteractionProcess.NonResonant, null, interactions, x => p with { Inelastic = vary(x) });
        IReweightKnob Hadrons(string name, string unit, double at, double up, double down, bool minMax, InteractionProcess process, WeakCurrent? current, Func<double, InelasticParameters> vary) =>
            new HadronKnob(name, unit, at, up, down, minMax, process, current, interactions, q, vary);
        All =
        [
            Elastic("MaCCQE", "GeV", p.AxialMassCharged, 0.10, false, WeakCurrent.Charged, x => p with { AxialMassCharged = x }),
            Elastic("RPA_CCQE", "", p.CorrelationStrength, 0.40, true, WeakCurrent.Charged, x => p with { CorrelationStrength = x }),
            Elastic("VecFFCCQEshape", "", p.DipoleShare, 1.0, true, WeakCurrent.Charged, x => p with { DipoleShare = x }, 0.0),
            new ScaleKnob("NormCCMEC", p.PairScaleCharged, 0.5, 0.5, false, InteractionProcess.Pair, WeakCurrent.Charged),
            new ScaleKnob("NormNCMEC", p.PairScaleNeutral, 1.0, 1.0, false, InteractionProcess.Pair, WeakCurrent.Neutral),
            new ScaleKnob("NormCCCOH", p.CoherentScaleCharged, 1.0, 0.0, true, InteractionProcess.Coherent, WeakCurrent.Charged),
            new ScaleKnob("NormNCCOH", p.CoherentScaleNeutral, 1.0, 0.0, true, InteractionProcess.Coherent, WeakCurrent.Neutral),
            Deep("AhtBY", q.HigherTwistA, 0.1345, x => q with { HigherTwistA = x }),
            Deep("BhtBY", q.HigherTwistB, 0.07625, x => q with { HigherTwistB = x }),
            Deep("CV1uBY", q.ValenceUp1, 0.0873, x => q with { ValenceUp1 = x }),
            Deep("CV2uBY", q.ValenceUp2, 0.0756, x => q with { ValenceUp2 = x }),
            Hadrons("MaCCRES", "GeV", q.AxialMassCharged, 0.213009, 0.213009, false, InteractionProcess.Resonant, WeakCurrent.Charged, x => q with { AxialMassCharged = x }),
            Hadrons("MvCCRES", "GeV", q.VectorMassCharged, 0.084, 0.084, false, InteractionProcess.Resonant, WeakCurrent.Charged, x => q with { VectorMassCharged = x }),
            Hadrons("MaNCRES", "GeV", q.AxialMassNeutral, 0.213009, 0.213009, false, InteractionProcess.Resonant, WeakCurrent.Neutral, x => q with { AxialMassNeutral = x }),
            Hadrons("MvNCRES", "GeV", q.VectorMassNeutral, 0.084, 0.084, false, InteractionProcess.Resonant, WeakCurrent.Neutral, x => q with { VectorMassNeutral = x }),
            Hadrons("Theta_Delta2Npi", "", q.DeltaPionIsotropy, 1.0, 0.0, true, InteractionProcess.Resonant, null, x => q with { DeltaPionIsotropy = x }),
            Hadrons("ThetaDelta2NRad", "", q.DeltaPhotonAnisotropy, 1.0, 0.0, true, InteractionProcess.Resonant, null, x => q with { DeltaPhotonAnisotropy = x }),
            Hadrons("RDecBR1gamma", "", q.RadiativeFactor, 0.5, 0.5, false, InteractionProcess.Resonant, null, x => q with { RadiativeFactor = x }),
            Hadrons("RDecBR1eta", "", q.EtaFactor, 0.5, 0.5, false, InteractionProcess.Resonant, null, x => q with { EtaFactor = x }),
            Hadrons("NonRESBGvpCC1pi", "", q.NonResonant.NeutrinoProtonChargedOnePion, 0.5 * q.NonResonant.NeutrinoProtonChargedOnePion, 0.5 * q.NonResonant.NeutrinoProtonChargedOnePion, false, InteractionProcess.NonResonant, WeakCurrent.Charged, x => q with { NonResonant = q.NonResonant with { NeutrinoProtonChargedOnePion = x } }),
            Hadrons("NonRESBGvpCC2pi", "", q.NonResonant.NeutrinoProtonChargedTwoPions, 0.5 * q.NonResonant.NeutrinoProtonChargedTwoPions, 0.5 * q.NonResonant.NeutrinoProtonChargedTwoPions, false, InteractionProcess.NonResonant, WeakCurrent.Charged, x => q with { NonResonant = q.NonResonant with { NeutrinoProtonChargedTwoPions = x } }),
            Hadrons("NonRESBGvpNC1pi", "", q.NonResonant.NeutrinoProtonNeutralOnePion, 0.5 * q.NonResonant.NeutrinoProtonNeutralOnePion, 0.5 * q.NonResonant.NeutrinoProtonNeutralOnePion, false, InteractionProcess.NonResonant, WeakCurrent.Neutral, x => q with { NonResonant = q.NonResonant with { NeutrinoProtonNeutralOnePion = x } }),
            Hadrons("NonRESBGvpNC2pi", "", q.NonResonant.NeutrinoProtonNeutralTwoPions, 0.5 * q.NonResonant.NeutrinoProtonNeutralTwoPions, 0.5 * q.NonResonant.NeutrinoProtonNeutralTwoPions, false, InteractionProcess.NonResonant, WeakCurrent.Neutral, x => q with { NonResonant = q.NonResonant with { NeutrinoProtonNeutralTwoPions = x } }),
            Hadrons("NonRESBGvnCC1pi", "", q.NonResonant.NeutrinoNeutronChargedOnePion, 0.5 * q.NonResonant.NeutrinoNeutronChargedOnePion, 0.5 * q.NonResonant.NeutrinoNeutronChargedOnePion, false, InteractionProcess.NonResonant, WeakCurrent.Charged, x => q with { NonResonant = q.NonResonant with { NeutrinoNeutronChargedOnePion = x } }),
            Hadrons("NonRESBGvnCC2pi", "", q.NonResonant.NeutrinoNeutronChargedTwoPions, 0.5 * q.NonResonant.NeutrinoNeutronChargedTwoPions, 0.5 * q.NonResonant.NeutrinoNeutronChargedTwoPions, false, InteractionProcess.NonResonant, WeakCurrent.Charged, x => q with { NonResonant = q.NonResonant with { NeutrinoNeutronChargedTwoPions = x } }),
            Hadrons("NonRESBGvnNC1pi", "", q.NonResonant.NeutrinoNeutronNeutralOnePion, 0.5 * q.NonResonant.NeutrinoNeutronNeutralOnePion, 0.5 * q.NonResonant.NeutrinoNeutronNeutralOnePion, false, InteractionProcess.NonResonant, WeakCurrent.Neutral, x => q with { NonResonant = q.NonResonant with { NeutrinoNeutronNeutralOnePion = x } }),
            Hadrons("NonRESBGvnNC2pi", "", q.NonResonant.NeutrinoNeutronNeutralTwoPions, 0.5 * q.NonResonant.NeutrinoNeutronNeutralTwoPions, 0.5 * q.NonResonant.NeutrinoNeutronNeutralTwoPions, false, InteractionProcess.NonResonant, WeakCurrent.Neutral, x => q with { NonResonant = q.NonResonant with { NeutrinoNeutronNeutralTwoPions = x } }),
            Hadrons("NonRESBGvbarpCC1pi", "", q.NonResonant.AntineutrinoProtonChargedOnePion, 0.5 * q.NonResonant.AntineutrinoProtonChargedOnePion, 0.5 * q.NonResonant.AntineutrinoProtonChargedOnePion, false, InteractionProcess.NonResonant, WeakCurrent.Charged, x => q with { NonResonant = q.NonResonant with { AntineutrinoProtonChargedOnePion = x } }),
            Hadrons("NonRESBGvbarpCC2pi", "", q.NonResonant.AntineutrinoProtonChargedTwoPions, 0.5 * q.NonResonant.AntineutrinoProtonChargedTwoPions, 0.5 * q.NonResonant.AntineutrinoProtonChargedTwoPions, false, InteractionProcess.NonResonant, WeakCurrent.Charged, x => q with { NonResonant = q.NonResonant with { AntineutrinoProtonChargedTwoPions = x } }),
            Hadrons("NonRESBGvbarpNC1pi", "", q.NonResonant.AntineutrinoProtonNeutralOnePion, 0.5 * q.NonResonant.AntineutrinoProtonNeutralOnePion, 0.5 * q.NonResonant.AntineutrinoProtonNeutralOnePion, false, InteractionProcess.NonResonant, WeakCurrent.Neutral, x => q with { NonResonant = q.NonResonant with { AntineutrinoProtonNeutralOnePion = x } }),
            Hadrons("NonRESBGvbarpNC2pi", "", q.NonResonant.AntineutrinoProtonNeutralTwoPions, 0.5 * q.NonResonant.AntineutrinoProtonNeutralTwoPions, 0.5 * q.NonResonant.AntineutrinoProtonNeutralTwoPions, false, InteractionProcess.NonResonant, WeakCurrent.Neutral, x => q with { NonResonant = q.NonResonant with { AntineutrinoProtonNeutralTwoPions = x } }),
            Hadrons("NonRESBGvbarnCC1pi", "", q.NonResonant.AntineutrinoNeutronChargedOnePion, 0.5 * q.NonResonant.AntineutrinoNeutronChargedOnePion, 0.5 * q.NonResonant.AntineutrinoNeutronChargedOnePion, false, InteractionProcess.NonResonant, WeakCurrent.Charged, x => q with { NonResonant = q.NonResonant with { AntineutrinoNeutronChargedOnePion = x } }),
            Hadrons("NonRESBGvbarnCC2pi", "", q.NonResonant.AntineutrinoNeutronChargedTwoPions, 0.5 * q.NonResonant.AntineutrinoNeutronChargedTwoPions, 0.5 * q.NonResonant.AntineutrinoNeutronChargedTwoPions, false, InteractionProcess.NonResonant, WeakCurrent.Charged, x => q with { NonResonant = q.NonResonant with { AntineutrinoNeutronChargedTwoPions = x } }),
            Hadrons("NonRESBGvbarnNC1pi", "", q.NonResonant.AntineutrinoNeutronNeutralOnePion, 0.5 * q.NonResonant.AntineutrinoNeutronNeutralOnePion, 0.5 * q.NonResonant.AntineutrinoNeutronNeutralOnePion, false, InteractionProcess.NonResonant, WeakCurrent.Neutral, x => q with { NonResonant = q.NonResonant with { AntineutrinoNeutronNeutralOnePion = x } }),
            Hadrons("NonRESBGvbarnNC2pi", "", q.NonResonant.AntineutrinoNeutronNeutralTwoPions, 0.5 * q.NonResonant.AntineutrinoNeutronNeutralTwoPions, 0.5 * q.NonResonant.AntineutrinoNeutronNeutralTwoPions, false, InteractionProcess.NonResonant, WeakCurrent.Neutral, x => q with { NonResonant = q.NonResonant with { AntineutrinoNeutronNeutralTwoPions = x } }),
            Hadrons("AGKYxF1pi", "", q.BaryonFeynmanX, 0.077, 0.077, false, InteractionProcess.NonResonant, null, x => q with { BaryonFeynmanX = x }),
            Hadrons("AGKYpT1pi", "GeV²", q.BaryonTransverseMomentumSquared, 0.0045283, 0.0045283, false, InteractionProcess.NonResonant, null, x => q with { BaryonTransverseMomentumSquared = x }),
            new CascadeKnob("MFP_pi", 0.2, c, x => c with { PionMeanFreePath = x }),
            new CascadeKnob("MFP_N", 0.2, c, x => c with { NucleonMeanFreePath = x }),
            new CascadeKnob("FrCEx_pi", 0.5, c, x => c with { PionChargeExchange = x }),
            new CascadeKnob("FrInel_pi", 0.4, c, x => c with { PionInelastic = x }),
            new CascadeKnob("FrAbs_pi", 0.3, c, x => c with { PionAbsorption = x }),
            new CascadeKnob("FrPiProd_pi", 0.2, c, x => c with { PionProduction = x }),
            new CascadeKnob("FrCEx_N", 0.5, c, x => c with { NucleonChargeExchange = x }),
            new CascadeKnob("FrInel_N", 0.4, c, x => c with { NucleonInelastic = x }),
        ];
    }

    /// <summary>All knobs.</summary>
    public IReadOnlyList<IReweightKnob> All { get; }

    /// <summary>Weights of one event in universes, each the product over all knobs.</summary>
    /// <param name="made">The interaction.</param>
    /// <param name="left">Its cascade.</param>
    /// <param name="values">Values of all knobs, universe by universe, in the order of <see cref="All"/>.</param>
    /// <param name="weights">Receives one weight a universe.</param>
    /// <exception cref="ArgumentException">The numbers of values and universes do not fit.</exception>
    public void UniverseWeights(InteractionEvent made, CascadeEvent left, ReadOnlySpan<double> values, Span<double> weights)
    {
        if (values.Length != weights.Length * All.Count)
        {
            throw new ArgumentException($"{values.Length} values for {weights.Length} universes of {All.Count} knobs", nameof(values));
        }

        for (int u = 0; u < weights.Length; u++)
        {
            weights[u] = 1.0;
            for (int k = 0; k < All.Count; k++)
            {
                weights[u] *= All[k].Weight(made, left, values[(u * All.Count) + k]);
            }
        }
    }
}
