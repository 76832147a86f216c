using Umbriel.Backgrounds.Events;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Knobs;

/// <summary>A factor on a process: the weight is value over <paramref name="central"/>.</summary>
internal sealed class ScaleKnob(string name, double central, double up, double down, bool minMax, InteractionProcess process, WeakCurrent current) : IReweightKnob
{
    public string Name => name;

    public string Unit => "";

    public double Central => central;

    public double Up => up;

    public double Down => down;

    public bool IsMinMax => minMax;

    public bool ActsOn(InteractionProcess process1, WeakCurrent current1) => process1 == process && current1 == current;

    public double Weight(InteractionEvent made, CascadeEvent left, double value) => ActsOn(made.Process, made.Current) ? value / central : 1.0;
}
