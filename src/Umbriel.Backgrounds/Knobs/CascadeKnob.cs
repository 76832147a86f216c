using Umbriel.Backgrounds.Events;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Knobs;

/// <summary>A factor of the cascade about 1: the weight is that of <see cref="CascadeWeights"/>.</summary>
internal sealed class CascadeKnob(string name, double size, CascadeParameters made, Func<double, CascadeParameters> vary) : IReweightKnob
{
    public string Name => name;

    public string Unit => "";

    public double Central => 1.0;

    public double Up => size;

    public double Down => size;

    public bool IsMinMax => false;

    public bool ActsOn(InteractionProcess process, WeakCurrent current) => process is not (InteractionProcess.Coherent or InteractionProcess.Electron);

    public double Weight(InteractionEvent interaction, CascadeEvent left, double value) =>
        ActsOn(interaction.Process, interaction.Current) ? CascadeWeights.Weight(left.Fates, made, vary(value)) : 1.0;
}
