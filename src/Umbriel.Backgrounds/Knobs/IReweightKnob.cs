using Umbriel.Backgrounds.Events;
using Umbriel.Nuclei.Cascade;

namespace Umbriel.Backgrounds.Knobs;

/// <summary>One parameter that events can be re-weighted in.</summary>
public interface IReweightKnob
{
    /// <summary>Its name in MicroBooNE's list of weights.</summary>
    string Name { get; }

    /// <summary>Unit of its values; empty for factors and dials.</summary>
    string Unit { get; }

    /// <summary>Value that events are made with.</summary>
    double Central { get; }

    /// <summary>One standard deviation up, or the distance to the upper extreme.</summary>
    double Up { get; }

    /// <summary>One standard deviation down, or the distance to the lower extreme.</summary>
    double Down { get; }

    /// <summary>Whether the two extremes stand for the uncertainty; otherwise values are thrown from a Gaussian.</summary>
    bool IsMinMax { get; }

    /// <summary>Whether it changes events of a process.</summary>
    bool ActsOn(InteractionProcess process, WeakCurrent current);

    /// <summary>Weight of an event for a value of the knob; 1 where it does not act.</summary>
    /// <param name="made">The interaction.</param>
    /// <param name="left">Its cascade.</param>
    /// <param name="value">The value, in <see cref="Unit"/>.</param>
    double Weight(InteractionEvent made, CascadeEvent left, double value);
}
