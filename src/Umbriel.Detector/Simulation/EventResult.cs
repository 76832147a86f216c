using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Simulation;

/// <summary>One simulated event with its signals. Used again from block to block; not thread-safe.</summary>
public sealed class EventResult
{
    private readonly List<Flash> flashes = [];

    /// <summary>Number of the event in the run.</summary>
    public long Index { get; private set; }

    /// <summary>Weight of the event.</summary>
    public double Weight { get; private set; }

    /// <summary>Particles and deposits.</summary>
    public SimulatedEvent Simulated { get; } = new();

    /// <summary>Wire signals.</summary>
    public WireSignals Signals { get; } = new();

    /// <summary>Light.</summary>
    public IReadOnlyList<Flash> Flashes => flashes;

    /// <summary>Number of primaries: the first particles of the list.</summary>
    public int Primaries { get; private set; }

    /// <summary>Kinetic energy of the primaries, GeV.</summary>
    public double Given { get; private set; }

    /// <summary>Energy deposited in the transport volume, GeV.</summary>
    public double Deposited { get; private set; }

    /// <summary>The part of <see cref="Deposited"/> whose steps have their middle in the active volume, GeV.</summary>
    public double Visible { get; private set; }

    /// <summary>Flashes, to be filled.</summary>
    internal List<Flash> FlashList => flashes;

    /// <summary>Empties everything for event <paramref name="index"/>.</summary>
    internal void Begin(long index)
    {
        Index = index;
        Simulated.Clear();
        Signals.Clear();
        flashes.Clear();
    }

    /// <summary>Notes what was given.</summary>
    internal void Started(double weight)
    {
        Weight = weight;
        Primaries = Simulated.Particles.Count;
        Given = 0.0;
        for (int i = 0; i < Primaries; i++)
        {
            Given += Simulated.Particles[i].Start.Energy;
        }
    }

    /// <summary>Sums the deposits.</summary>
    internal void Transported(in TransportVolume active)
    {
        Deposited = Visible = 0.0;
        IReadOnlyList<Deposit> deposits = Simulated.Deposits;
        for (int i = 0; i < deposits.Count; i++)
        {
            Deposit d = deposits[i];
            Deposited += d.Energy;
            Visible += active.Contains(0.5 * (d.X + d.EndX), 0.5 * (d.Y + d.EndY), 0.5 * (d.Z + d.EndZ)) ? d.Energy : 0.0;
        }
    }
}
