using Umbriel.Core.Events;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Simulation;

/// <summary>The row of an event in a simulation file. Energies in GeV; see docs/formats.md.</summary>
/// <param name="Number">Number in the run.</param>
/// <param name="Label">What the event is in truth and what it counts.</param>
/// <param name="Primaries">Number of primaries: the event's first particles.</param>
/// <param name="Given">Kinetic energy of the primaries.</param>
/// <param name="Released">Energy from rest masses and nuclear binding.</param>
/// <param name="Deposited">Energy left in the liquid.</param>
/// <param name="Visible">The part of <paramref name="Deposited"/> in the active volume.</param>
/// <param name="Escaped">Energy that left the liquid.</param>
/// <param name="Lost">Energy of neutrinos, nuclear binding and what is not followed.</param>
/// <param name="BeamParticles">Particles of the beam event: the first ones; those of the cosmic muons follow.</param>
/// <param name="BeamDeposits">Deposits of the beam event: the first ones; those of the cosmic muons follow.</param>
public sealed record StoredEventSummary(
    int Number,
    EventLabel Label,
    int Primaries,
    double Given,
    double Released,
    double Deposited,
    double Visible,
    double Escaped,
    double Lost,
    int BeamParticles,
    int BeamDeposits);

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

    /// <summary>
    /// A simulated event as it would be read back from a file, rounded likewise; it shares the wire signals and is valid until
    /// <paramref name="result"/> is used again.
    /// </summary>
    public static StoredEvent Of(EventResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        SimulatedEvent simulated = result.Simulated;
        StoredEventSummary summary = new(
            checked((int)result.Index), result.Label, result.Primaries, result.Given, simulated.Released, result.Deposited, result.Visible,
            simulated.Escaped, simulated.Lost, result.BeamParticles, result.BeamDeposits);
        return new StoredEvent(
            summary, [.. simulated.Particles.Select(static p => p with { Start = Rounded(p.Start) })], [.. simulated.Deposits.Select(Rounded)], [.. result.Flashes], result.Signals);
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

    private static ParticleState Rounded(ParticleState state)
    {
        (state.DX, state.DY, state.DZ) = ((float)state.DX, (float)state.DY, (float)state.DZ);
        return state;
    }

    private static Deposit Rounded(Deposit d) => d with { X = (float)d.X, Y = (float)d.Y, Z = (float)d.Z, EndX = (float)d.EndX, EndY = (float)d.EndY, EndZ = (float)d.EndZ };
}
