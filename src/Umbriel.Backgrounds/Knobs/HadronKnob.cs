using System.Collections.Concurrent;
using Umbriel.Backgrounds.DeepInelastic;
using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Inelastic;
using Umbriel.Backgrounds.Resonances;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Knobs;

/// <summary>
/// A parameter of inelastic scattering that the hadrons depend on too: the weight is that of <see cref="ResonanceWeight"/> or
/// <see cref="DeepInelasticWeight"/>. Both are built once a value. Safe to share between threads.
/// </summary>
internal sealed class HadronKnob(
    string name, string unit, double central, double up, double down, bool minMax, InteractionProcess process, WeakCurrent? current,
    IReadOnlyList<ISampledInteraction> interactions, InelasticParameters made, Func<double, InelasticParameters> vary) : IReweightKnob
{
    private readonly ConcurrentDictionary<double, ResonanceWeight> resonances = new();
    private readonly ConcurrentDictionary<double, DeepInelasticWeight> deep = new();

    public string Name => name;

    public string Unit => unit;

    public double Central => central;

    public double Up => up;

    public double Down => down;

    public bool IsMinMax => minMax;

    public bool ActsOn(InteractionProcess process1, WeakCurrent current1) => process1 == process && (current ?? current1) == current1;

    public double Weight(InteractionEvent interaction, CascadeEvent left, double value)
    {
        if (!ActsOn(interaction.Process, interaction.Current) || value == central)
        {
            return 1.0;
        }

        InelasticState state = interaction.Inelastic;
        InelasticInteraction like = (InelasticInteraction)interactions[interaction.Channel];
        if (process == InteractionProcess.Resonant)
        {
            if (!resonances.TryGetValue(value, out ResonanceWeight? ratio))
            {
                ratio = resonances.GetOrAdd(value, new ResonanceWeight(InelasticInteraction.Resonances, made, vary(value)));
            }

            return ratio.Of(like.Current, like.Neutrino, like.Struck, state.FreeEnergy, state.HadronMass, state.Q2, interaction.Outcome, interaction.HadronsAtRest[1].Momentum.CosTheta);
        }

        if (!deep.TryGetValue(value, out DeepInelasticWeight? weight))
        {
            weight = deep.GetOrAdd(value, new DeepInelasticWeight(InelasticInteraction.Partons, made, vary(value)));
        }

        return weight.Of(like.Current, like.Neutrino, like.Struck, like.Nucleus.Nucleons, state.FreeEnergy, state.HadronMass, state.Q2, interaction.HadronsAtRest);
    }
}
