namespace Umbriel.Core.Events;

/// <summary>
/// What an event is in truth and what it counts: made by the source of its primaries and passed on unchanged by every later
/// stage. Immutable; equal if all values are.
/// </summary>
public sealed record EventLabel
{
    /// <summary>No interaction of the beam, weight 1: a particle gun's event.</summary>
    public static EventLabel None { get; } = new() { Category = EventCategory.None, Region = EventRegion.None };

    /// <summary>Nothing known, weight 1.</summary>
    public static EventLabel Unknown { get; } = new();

    /// <summary>What the event is.</summary>
    public EventCategory Category { get; init; }

    /// <summary>Where its neutrino scattered.</summary>
    public EventRegion Region { get; init; }

    /// <summary>Its neutrino; null for none, or none that is known.</summary>
    public EventNeutrino? Neutrino { get; init; }

    /// <summary>What happened: a process code of NuHepMC's convention E.C.1, or of the file the event came from; 0 where it is not known.</summary>
    public int Process { get; init; }

    /// <summary>What was struck: PDG code, for nuclei 10LZZZAAAI; 0 where it is not known.</summary>
    public int Target { get; init; }

    /// <summary>Number of the event in the file it came from; −1 if it came from none.</summary>
    public long InputNumber { get; init; } = -1;

    /// <summary>What the event counts.</summary>
    public double Weight { get; init; } = 1.0;

    /// <summary>The weights that have names (universes, knobs), in the order of the run's <see cref="WeightNames"/>.</summary>
    public IReadOnlyList<double> NamedWeights { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(EventLabel? other) =>
        other is not null
        && (Category, Region, Neutrino, Process, Target, InputNumber) == (other.Category, other.Region, other.Neutrino, other.Process, other.Target, other.InputNumber)
        && Weight.Equals(other.Weight)
        && NamedWeights.SequenceEqual(other.NamedWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Category, Region, Neutrino, Process, Target, InputNumber, Weight, NamedWeights.Count);
}
