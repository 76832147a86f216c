using Umbriel.Core.Events;
using Umbriel.Core.Geometry;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Simulation;

/// <summary>One simulated event with its signals. Used again from block to block; not thread-safe.</summary>
public sealed class EventResult
{
    private readonly List<Flash> flashes = [];

    /// <summary>Number of the event in the run.</summary>
    public long Index { get; private set; }

    /// <summary>What the event is in truth and what it counts.</summary>
    public EventLabel Label { get; private set; } = EventLabel.Unknown;

    /// <summary>Particles and deposits.</summary>
    public SimulatedEvent Simulated { get; } = new();

    /// <summary>Wire signals.</summary>
    public WireSignals Signals { get; } = new();

    /// <summary>Light.</summary>
    public IReadOnlyList<Flash> Flashes => flashes;

    /// <summary>Number of primaries of the beam event: the first particles of the list.</summary>
    public int Primaries { get; private set; }

    /// <summary>Number of cosmic muons laid over it.</summary>
    public int Cosmics { get; private set; }

    /// <summary>Particles of the beam event; those of the cosmic muons follow.</summary>
    public int BeamParticles { get; private set; }

    /// <summary>Deposits of the beam event; those of the cosmic muons follow.</summary>
    public int BeamDeposits { get; private set; }

    /// <summary>Kinetic energy of the beam event's primaries, GeV.</summary>
    public double BeamGiven { get; private set; }

    /// <summary>Energy that the beam event left in the active volume, GeV.</summary>
    public double BeamVisible { get; private set; }

    /// <summary>Kinetic energy of the primaries, cosmic muons included, GeV.</summary>
    public double Given { get; private set; }

    /// <summary>Energy deposited in the transport volume, GeV.</summary>
    public double Deposited { get; private set; }

    /// <summary>The part of <see cref="Deposited"/> whose steps have their middle in the active volume, GeV.</summary>
    public double Visible { get; private set; }

    /// <summary>Flashes, to be filled.</summary>
    internal List<Flash> FlashList => flashes;

    /// <summary>Rows of the file before those of this event.</summary>
    internal RowCounts Before { get; set; }

    /// <summary>Empties everything for event <paramref name="index"/>.</summary>
    internal void Begin(long index)
    {
        Index = index;
        Simulated.Clear();
        Signals.Clear();
        flashes.Clear();
    }

    /// <summary>Notes the beam event's primaries.</summary>
    internal void Started(EventLabel label)
    {
        Label = label;
        Primaries = Simulated.Particles.Count;
        BeamGiven = GivenBy(0, Primaries);
    }

    /// <summary>Notes where the beam event ends.</summary>
    internal void BeamTransported()
    {
        BeamParticles = Simulated.Particles.Count;
        BeamDeposits = Simulated.Deposits.Count;
        Cosmics = 0;
        Given = BeamGiven;
    }

    /// <summary>Notes the cosmic muons: the particles after the beam event's.</summary>
    internal void CosmicsStarted(int count)
    {
        Cosmics = count;
        Given = BeamGiven + GivenBy(BeamParticles, count);
    }

    /// <summary>Sums the deposits.</summary>
    internal void Transported(in Box active)
    {
        Deposited = Visible = BeamVisible = 0.0;
        IReadOnlyList<Deposit> deposits = Simulated.Deposits;
        for (int i = 0; i < deposits.Count; i++)
        {
            if (i == BeamDeposits)
            {
                BeamVisible = Visible;
            }

            Deposit d = deposits[i];
            Deposited += d.Energy;
            Visible += active.Contains(0.5 * (d.X + d.EndX), 0.5 * (d.Y + d.EndY), 0.5 * (d.Z + d.EndZ)) ? d.Energy : 0.0;
        }

        BeamVisible = BeamDeposits == deposits.Count ? Visible : BeamVisible;
    }

    private double GivenBy(int first, int count)
    {
        double sum = 0.0;
        for (int i = first; i < first + count; i++)
        {
            sum += Simulated.Particles[i].Start.Energy;
        }

        return sum;
    }
}
