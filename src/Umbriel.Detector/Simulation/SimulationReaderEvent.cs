using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Simulation;

/// <summary>The row of an event in a simulation file. Energies in GeV; see docs/formats.md.</summary>
/// <param name="Number">Number in the run.</param>
/// <param name="Weight">Weight.</param>
/// <param name="Primaries">Number of primaries: the event's first particles.</param>
/// <param name="Given">Kinetic energy of the primaries.</param>
/// <param name="Released">Energy from rest masses and nuclear binding.</param>
/// <param name="Deposited">Energy left in the liquid.</param>
/// <param name="Visible">The part of <paramref name="Deposited"/> in the active volume.</param>
/// <param name="Escaped">Energy that left the liquid.</param>
/// <param name="Lost">Energy of neutrinos, nuclear binding and what is not followed.</param>
public sealed record StoredEventSummary(
    int Number,
    double Weight,
    int Primaries,
    double Given,
    double Released,
    double Deposited,
    double Visible,
    double Escaped,
    double Lost);

/// <summary>
/// An event read back from a simulation file. Deposits' places and particles' directions have the file's single precision.
/// </summary>
public sealed class StoredEvent
{
    internal StoredEvent(StoredEventSummary summary, SimulatedParticle[] particles, Deposit[] deposits, Flash[] flashes, WireSignals signals)
    {
        Summary = summary;
        Particles = particles;
        Deposits = deposits;
        Flashes = flashes;
        Signals = signals;
    }

    /// <summary>Its row.</summary>
    public StoredEventSummary Summary { get; }

    /// <summary>Every particle, primaries first; <see cref="ParticleState.Index"/> is its place here.</summary>
    public IReadOnlyList<SimulatedParticle> Particles { get; }

    /// <summary>Every deposit.</summary>
    public IReadOnlyList<Deposit> Deposits { get; }

    /// <summary>Light.</summary>
    public IReadOnlyList<Flash> Flashes { get; }

    /// <summary>Regions of interest with their samples, ordered as in the file.</summary>
    public WireSignals Signals { get; }
}
