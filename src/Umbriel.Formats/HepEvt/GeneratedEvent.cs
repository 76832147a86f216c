namespace Umbriel.Formats.HepEvt;

/// <summary>The final state of an event that a generator wrote. Used again from event to event; not thread-safe.</summary>
public sealed class GeneratedEvent
{
    /// <summary>Weight; 1 where the file has none.</summary>
    public double Weight { get; internal set; } = 1.0;

    /// <summary>Final-state particles (status 1) in the order of the file.</summary>
    public IReadOnlyList<GeneratedParticle> Particles => List;

    /// <summary>The particles, to be filled.</summary>
    internal List<GeneratedParticle> List { get; } = [];

    /// <summary>Empties it.</summary>
    internal void Clear()
    {
        Weight = 1.0;
        List.Clear();
    }
}
