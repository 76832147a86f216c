using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// From deposits to digitised regions of interest. Holds buffers that are used again from event to event: one per thread.
/// The result is a pure function of (card, deposits, seed, event), the order of deposits not mattering.
/// </summary>
public sealed class ReadoutSimulator
{
    /// <summary>Smallest width given to a piece of charge, in samples and in wires.</summary>
    private const double TimeFloor = 0.35;
    private const double WireFloor = 0.02;

    /// <summary>Shares in time begin and end at multiples of this many samples, which pages are too: whole vectors throughout.</summary>
    private const int Lanes = 4;

    private readonly DetectorResponse response;
    private readonly WireVariation variation;
    private readonly ChargeGrid[] grids;
    private readonly RegionWriter writer;
    private readonly double tick;
    private readonly double presample;
    private readonly double longest;
    private readonly double finest;
    private readonly double[] timeShares;
    private readonly double[] wireShares;

    /// <summary>Makes a simulator with its own buffers.</summary>
    public ReadoutSimulator(DetectorResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        this.response = response;
        DetectorCard card = response.Card;
        variation = new WireVariation(card, response.Drift);
        grids = [.. response.Planes.Select(plane => new ChargeGrid(plane.Wires, card.Readout.Ticks))];
        writer = new RegionWriter(response);
        tick = card.Readout.TickNs;
        presample = card.Readout.PreSample * 1e6;
        longest = response.Drift.Length / response.Drift.Speed;
        finest = response.Planes.Min(static p => p.Pitch);
        double along = (Math.Sqrt(response.Drift.LongitudinalVariance(longest)) / (response.Drift.Speed * tick)) + 2.0;
        double across = (Math.Sqrt(response.Drift.TransverseVariance(longest)) / finest) + 2.0;
        timeShares = new double[GaussianBins.Capacity(along) + (2 * Lanes)];
        wireShares = new double[GaussianBins.Capacity(across)];
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
        DetectorCard card = response.Card;
        if (!(deposit.Energy > 0.0) || !card.ActiveVolume.Contains(0.5 * (deposit.X + deposit.EndX), 0.5 * (deposit.Y + deposit.EndY), 0.5 * (deposit.Z + deposit.EndZ)))
        {
            return;
        }

        double electrons = response.Recombination.Of(deposit, kind).Electrons;
        Deposit step = deposit;
        if (response.SpaceCharge.IsActive)
        {
            (double x, double y, double z) = response.SpaceCharge.Apparent(deposit.X, deposit.Y, deposit.Z);
            (double endX, double endY, double endZ) = response.SpaceCharge.Apparent(deposit.EndX, deposit.EndY, deposit.EndZ);
            step = deposit with { X = x, Y = y, Z = z, EndX = endX, EndY = endY, EndZ = endZ };
        }

        Span<double> factors = stackalloc double[grids.Length];
        for (int plane = 0; plane < grids.Length; plane++)
        {
            factors[plane] = variation.IsActive ? variation.Factor(deposit, response.Planes[plane]) : 1.0;
        }

        Spread(step, electrons, factors);
    }

    /// <summary>
    /// Cuts the step into pieces of at most two samples and half a pitch, or two widths of diffusion where that is more, and gives
    /// each the variance of a uniform distribution along its length besides that of diffusion: at two widths, the sum's
    /// kurtosis is 0.08 from the true one.
    /// </summary>
    private void Spread(in Deposit step, double electrons, ReadOnlySpan<double> factors)
    {
        Drift drift = response.Drift;
        double dx = step.EndX - step.X;
        double dy = step.EndY - step.Y;
        double dz = step.EndZ - step.Z;
        double perTick = 1.0 / (drift.Speed * tick);
        double middle = Math.Clamp(drift.Distance(0.5 * (step.X + step.EndX)) / drift.Speed, 0.0, longest);
        double longestAlong = Math.Max(2.0 / perTick, 2.0 * Math.Sqrt(drift.LongitudinalVariance(middle)));
        double longestAcross = Math.Max(0.5 * finest, 2.0 * Math.Sqrt(drift.TransverseVariance(middle)));
        double most = Math.Max(Math.Abs(dx) / longestAlong, Math.Sqrt((dy * dy) + (dz * dz)) / longestAcross);
        int pieces = (int)Math.Clamp(Math.Ceiling(most), 1.0, 1e6);
        double share = 1.0 / pieces;
        double pieceTicks = dx * perTick * share;
        double pieceVariance = pieceTicks * pieceTicks / 12.0;
        for (int i = 0; i < pieces; i++)
        {
            double f = (i + 0.5) * share;
            double distance = drift.Distance(step.X + (f * dx));
            if (distance < 0.0)
            {
                continue;
            }

            double time = Math.Min(distance / drift.Speed, longest);
            double charge = electrons * share * drift.Survival(time);
            double sigma = Math.Sqrt((drift.LongitudinalVariance(time) * perTick * perTick) + pieceVariance + (TimeFloor * TimeFloor));
            double centre = (step.Time + time + presample) / tick;
            if (!(centre > -1e6 && centre < 1e6))
            {
                continue;
            }

            // Zeros before the first share, always there, and after the last.
            int ticks = GaussianBins.Fill(centre, sigma, timeShares.AsSpan(Lanes, timeShares.Length - (2 * Lanes)), out int firstTick);
            int lead = firstTick & (Lanes - 1);
            timeShares.AsSpan(Lanes + ticks, Lanes).Clear();
            ReadOnlySpan<double> shares = timeShares.AsSpan(Lanes - lead, (lead + ticks + Lanes - 1) & ~(Lanes - 1));
            firstTick -= lead;
            double y = step.Y + (f * dy);
            double z = step.Z + (f * dz);
            double across = drift.TransverseVariance(time);
            for (int plane = 0; plane < grids.Length; plane++)
            {
                WirePlane wires = response.Planes[plane];
                double along = wires.Coordinate(dy, dz) * share;
                double width = Math.Sqrt(((across + (along * along / 12.0)) / (wires.Pitch * wires.Pitch)) + (WireFloor * WireFloor));
                int count = GaussianBins.Fill(wires.WireNumber(y, z) + 0.5, width, wireShares, out int firstWire);
                for (int w = 0; w < count; w++)
                {
                    grids[plane].Add(firstWire + w, firstTick, shares, charge * wireShares[w] * factors[plane]);
                }
            }
        }
    }
}
