using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// From deposits to digitised regions of interest. Holds buffers that are used again from event to event: one per thread.
/// The result is a pure function of (card, deposits, seed, event), the order of deposits not mattering.
/// </summary>
public sealed class ReadoutSimulator
{
    /// <summary>Shares in time begin and end at multiples of this many samples, which pages are too: whole vectors throughout.</summary>
    private const int Lanes = 4;

    private readonly DetectorResponse response;
    private readonly ChargeDrift drift;
    private readonly WireVariation variation;
    private readonly ChargeGrid[] grids;
    private readonly RegionWriter writer;
    private readonly double[] timeShares;

    /// <summary>Makes a simulator with its own buffers.</summary>
    public ReadoutSimulator(DetectorResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        this.response = response;
        DetectorCard card = response.Card;
        variation = new WireVariation(card, response.Drift);
        grids = [.. response.Planes.Select(plane => new ChargeGrid(plane.Wires, card.Readout.Ticks))];
        writer = new RegionWriter(response);
        drift = new ChargeDrift(response);
        timeShares = new double[GaussianBins.Capacity(drift.WidestArrival) + (2 * Lanes)];
    }

    /// <summary>Drifts all deposits of one event and writes its regions: adds them, then reads.</summary>
    public void Simulate(SimulatedEvent simulated, ulong seed, ulong eventIndex, WireSignals signals)
    {
        Add(simulated);
        Read(seed, eventIndex, signals);
    }

    /// <summary>Drifts the deposits inside the active volume; may be called again to overlay another event.</summary>
    public void Add(SimulatedEvent simulated)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        IReadOnlyList<Deposit> deposits = simulated.Deposits;
        for (int i = 0; i < deposits.Count; i++)
        {
            Deposit deposit = deposits[i];
            Drift(deposit, simulated.Particles[deposit.Particle].Start.Kind);
        }
    }

    /// <summary>Makes regions of what was added, and forgets it. <paramref name="signals"/> is cleared first.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="eventIndex">The event's global index, below 2⁴⁴.</param>
    /// <param name="signals">Takes the regions.</param>
    public void Read(ulong seed, ulong eventIndex, WireSignals signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(eventIndex, (1UL << 44) - 1);
        signals.Clear();
        for (int plane = 0; plane < grids.Length; plane++)
        {
            writer.Write(grids[plane], plane, seed, eventIndex, signals);
            grids[plane].Clear();
        }
    }

    /// <summary>The charge collected so far, for tests.</summary>
    internal ChargeGrid Grid(int plane) => grids[plane];

    private void Drift(in Deposit deposit, ParticleKind kind)
    {
        ReadOnlySpan<ChargePiece> pieces = drift.Pieces(deposit, kind);
        if (pieces.IsEmpty)
        {
            return;
        }

        Span<double> factors = stackalloc double[grids.Length];
        for (int plane = 0; plane < grids.Length; plane++)
        {
            factors[plane] = variation.IsActive ? variation.Factor(deposit, response.Planes[plane]) : 1.0;
        }

        foreach (ref readonly ChargePiece piece in pieces)
        {
            // Zeros before the first share, always there, and after the last.
            int ticks = GaussianBins.Fill(piece.Time, piece.TimeWidth, timeShares.AsSpan(Lanes, timeShares.Length - (2 * Lanes)), out int firstTick);
            int lead = firstTick & (Lanes - 1);
            timeShares.AsSpan(Lanes + ticks, Lanes).Clear();
            ReadOnlySpan<double> shares = timeShares.AsSpan(Lanes - lead, (lead + ticks + Lanes - 1) & ~(Lanes - 1));
            firstTick -= lead;
            for (int plane = 0; plane < grids.Length; plane++)
            {
                ReadOnlySpan<double> onWires = drift.OnWires(piece, plane, out int firstWire);
                for (int w = 0; w < onWires.Length; w++)
                {
                    grids[plane].Add(firstWire + w, firstTick, shares, piece.Electrons * onWires[w] * factors[plane]);
                }
            }
        }
    }
}
