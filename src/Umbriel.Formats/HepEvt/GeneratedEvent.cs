using Umbriel.Core.Events;

namespace Umbriel.Formats.HepEvt;

/// <summary>An event that a generator wrote: its final state and what made it. Used again from event to event; not thread-safe.</summary>
public sealed class GeneratedEvent
{
    /// <summary>Number that the file gives it.</summary>
    public long Number { get; internal set; }

    /// <summary>Weight; 1 where the file has none.</summary>
    public double Weight { get; internal set; } = 1.0;

    /// <summary>All weights that have names, in the order of <see cref="GeneratedEventFile.WeightNames"/>.</summary>
    public IReadOnlyList<double> NamedWeights { get; internal set; } = [];

    /// <summary>The incoming neutrino; null where the file has none.</summary>
    public EventNeutrino? Neutrino { get; internal set; }

    /// <summary>Process code of the file; 0 for none.</summary>
    public int Process { get; internal set; }

    /// <summary>PDG code of what the neutrino struck; 0 where the file does not say.</summary>
    public int Target { get; internal set; }

    /// <summary>Where the neutrino interacted, cm; null where the file has no neutrino.</summary>
    public (double X, double Y, double Z)? Interaction { get; internal set; }

    /// <summary>What left the nucleus, counted.</summary>
    public FinalState FinalState { get; } = new();

    /// <summary>Final-state particles (status 1) in the order of the file.</summary>
    public IReadOnlyList<GeneratedParticle> Particles => List;

    /// <summary>The particles, to be filled.</summary>
    internal List<GeneratedParticle> List { get; } = [];

    /// <summary>Empties it.</summary>
    internal void Clear()
    {
        (Number, Weight, NamedWeights, Neutrino, Process, Target, Interaction) = (0, 1.0, [], null, 0, 0, null);
        FinalState.Clear();
        List.Clear();
    }
}
