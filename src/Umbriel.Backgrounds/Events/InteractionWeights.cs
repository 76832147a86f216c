using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Events;

/// <summary>
/// Re-weights events from one set of parameters to another: the ratio of the densities at the event's own point, exact for
/// every parameter of a cross section. Parameters of hadronic final states are not in these densities, and the removal
/// energy is part of the kinematics. Where the new density is large and the old one nearly nothing (the empirical shape of
/// pairs against Valencia's) weights are exact and useless: generate with a mixture of both there. Immutable.
/// </summary>
public sealed class InteractionWeights
{
    private readonly ISampledInteraction[] from;
    private readonly ISampledInteraction[] to;

    /// <summary>Takes the interactions of both sets.</summary>
    /// <param name="from">Those that the events were generated with, in the generator's order.</param>
    /// <param name="to">The same with the new parameters.</param>
    /// <exception cref="ArgumentException">They are other processes, or have another removal energy.</exception>
    public InteractionWeights(IReadOnlyList<ISampledInteraction> from, IReadOnlyList<ISampledInteraction> to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        static (InteractionProcess, WeakCurrent, int, string, double) Kind(ISampledInteraction interaction) =>
            (interaction.Process, interaction.Current, interaction.Neutrino, interaction.Nucleus.Name, interaction.RemovalEnergy);
        if (!from.Select(Kind).SequenceEqual(to.Select(Kind)))
        {
            throw new ArgumentException("other processes or another removal energy than the events have", nameof(to));
        }

        (this.from, this.to) = ([.. from], [.. to]);
    }

    /// <summary>What the event's weight is to be multiplied with.</summary>
    public double Of(InteractionEvent made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return to[made.Channel].Density(made.Energy, made.Point) / from[made.Channel].Density(made.Energy, made.Point);
    }
}
