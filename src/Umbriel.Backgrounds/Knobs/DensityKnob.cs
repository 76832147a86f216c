using System.Collections.Concurrent;
using Umbriel.Backgrounds.Elastic;
using Umbriel.Backgrounds.Events;
using Umbriel.Backgrounds.Inelastic;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Knobs;

/// <summary>
/// A parameter of a differential cross section that no draw of hadrons depends on: the weight is the ratio of densities at the
/// event's own point. Interactions are built once a value. Safe to share between threads.
/// </summary>
internal sealed class DensityKnob(
    string name, string unit, double central, double up, double down, bool minMax, InteractionProcess process, WeakCurrent? current,
    IReadOnlyList<ISampledInteraction> interactions, Func<double, InteractionParameters> vary) : IReweightKnob
{
    private readonly ConcurrentDictionary<(int Channel, double Value), ISampledInteraction> built = new();

    public string Name => name;

    public string Unit => unit;

    public double Central => central;

    public double Up => up;

    public double Down => down;

    public bool IsMinMax => minMax;

    public bool ActsOn(InteractionProcess process1, WeakCurrent current1) => process1 == process && (current ?? current1) == current1;

    public double Weight(InteractionEvent made, CascadeEvent left, double value)
    {
        if (!ActsOn(made.Process, made.Current) || value == central)
        {
            return 1.0;
        }

        if (!built.TryGetValue((made.Channel, value), out ISampledInteraction? other))
        {
            other = built.GetOrAdd((made.Channel, value), Build(interactions[made.Channel], vary(value)));
        }

        return other.Density(made.Energy, made.Point) / interactions[made.Channel].Density(made.Energy, made.Point);
    }

    private static ISampledInteraction Build(ISampledInteraction like, InteractionParameters parameters) => like switch
    {
        ElasticInteraction elastic => new ElasticInteraction(elastic.Nucleus, elastic.Neutrino, elastic.Current, elastic.Struck, parameters),
        InelasticInteraction { Process: InteractionProcess.NonResonant } deep => InelasticInteraction.NonResonant(deep.Nucleus, deep.Neutrino, deep.Current, deep.Struck, parameters),
        _ => throw new ArgumentException($"no density knob of {like.Process}", nameof(like)),
    };
}
