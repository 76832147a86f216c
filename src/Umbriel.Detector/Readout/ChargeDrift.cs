using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// The way of a deposit's electrons to the wires: recombination, space charge, attachment and diffusion. Holds buffers that
/// are used again: one per thread.
/// </summary>
public sealed class ChargeDrift
{
    /// <summary>
    /// Smallest width given to a piece of charge, samples. Chosen: at 0.35 the shape hardly depends on where in a sample it
    /// arrives.
    /// </summary>
    private const double TimeFloor = 0.35;

    /// <summary>Smallest width given to a piece of charge, wires. Chosen: against division by zero.</summary>
    private const double WireFloor = 0.02;

    /// <summary>
    /// Longest piece along the drift, samples, and across, pitches, where diffusion does not allow longer ones. Chosen.
    /// </summary>
    private const double SamplesPerPiece = 2.0;
    private const double PitchesPerPiece = 0.5;

    private readonly DetectorResponse response;
    private readonly double tick;
    private readonly double presample;
    private readonly double longest;
    private readonly double finest;
    private readonly double[] wireShares;
    private ChargePiece[] pieces = new ChargePiece[64];

    /// <summary>Prepares for a detector.</summary>
    public ChargeDrift(DetectorResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        this.response = response;
        tick = response.Card.Readout.TickNs;
        presample = response.Card.Readout.PreSample * 1e6;
        longest = response.Drift.Length / response.Drift.Speed;
        finest = response.Planes.Min(static p => p.Pitch);
        WidestArrival = (Math.Sqrt(response.Drift.LongitudinalVariance(longest)) / (response.Drift.Speed * tick)) + 2.0;
        wireShares = new double[GaussianBins.Capacity((Math.Sqrt(response.Drift.TransverseVariance(longest)) / finest) + 2.0)];
    }

    /// <summary>No piece has a larger <see cref="ChargePiece.TimeWidth"/>, samples.</summary>
    public double WidestArrival { get; }

    /// <summary>What of a deposit reaches the first plane; nothing of one outside of the active volume. Valid until the next call.</summary>
    /// <param name="deposit">The deposit.</param>
    /// <param name="kind">Kind of the particle that left it.</param>
    public ReadOnlySpan<ChargePiece> Pieces(in Deposit deposit, ParticleKind kind)
    {
        DetectorCard card = response.Card;
        if (!(deposit.Energy > 0.0) || !card.ActiveVolume.Contains(0.5 * (deposit.X + deposit.EndX), 0.5 * (deposit.Y + deposit.EndY), 0.5 * (deposit.Z + deposit.EndZ)))
        {
            return [];
        }

        double electrons = response.Recombination.Of(deposit, kind).Electrons;
        Deposit step = deposit;
        if (response.SpaceCharge.IsActive)
        {
            (double x, double y, double z) = response.SpaceCharge.Apparent(deposit.X, deposit.Y, deposit.Z);
            (double endX, double endY, double endZ) = response.SpaceCharge.Apparent(deposit.EndX, deposit.EndY, deposit.EndZ);
            step = deposit with { X = x, Y = y, Z = z, EndX = endX, EndY = endY, EndZ = endZ };
        }

        return Cut(step, electrons);
    }

    /// <summary>Shares of a piece on the wires of a plane, from <paramref name="firstWire"/> on, which may lie outside of the plane. Valid until the next call.</summary>
    public ReadOnlySpan<double> OnWires(in ChargePiece piece, int plane, out int firstWire)
    {
        WirePlane wires = response.Planes[plane];
        double along = wires.Coordinate(piece.AlongY, piece.AlongZ);
        double width = Math.Sqrt(((piece.TransverseVariance + (along * along / 12.0)) / (wires.Pitch * wires.Pitch)) + (WireFloor * WireFloor));
        int count = GaussianBins.Fill(wires.WireNumber(piece.Y, piece.Z) + 0.5, width, wireShares, out firstWire);
        return wireShares.AsSpan(0, count);
    }

    /// <summary>
    /// Cuts the step into pieces of at most two samples and half a pitch, or two widths of diffusion where that is more, and gives
    /// each the variance of a uniform distribution along its length besides that of diffusion: at two widths, the sum's
    /// kurtosis is 0.08 from the true one.
    /// </summary>
    private ReadOnlySpan<ChargePiece> Cut(scoped in Deposit step, double electrons)
    {
        Drift drift = response.Drift;
        double dx = step.EndX - step.X;
        double dy = step.EndY - step.Y;
        double dz = step.EndZ - step.Z;
        double perTick = 1.0 / (drift.Speed * tick);
        double middle = Math.Clamp(drift.Distance(0.5 * (step.X + step.EndX)) / drift.Speed, 0.0, longest);
        double longestAlong = Math.Max(SamplesPerPiece / perTick, 2.0 * Math.Sqrt(drift.LongitudinalVariance(middle)));
        double longestAcross = Math.Max(PitchesPerPiece * finest, 2.0 * Math.Sqrt(drift.TransverseVariance(middle)));
        double needed = Math.Max(Math.Abs(dx) / longestAlong, Math.Sqrt((dy * dy) + (dz * dz)) / longestAcross);
        int wanted = (int)Math.Clamp(Math.Ceiling(needed), 1.0, 1e6);
        if (pieces.Length < wanted)
        {
            pieces = new ChargePiece[wanted];
        }

        double share = 1.0 / wanted;
        double pieceTicks = dx * perTick * share;
        double pieceVariance = pieceTicks * pieceTicks / 12.0;
        int count = 0;
        for (int i = 0; i < wanted; i++)
        {
            double f = (i + 0.5) * share;
            double distance = drift.Distance(step.X + (f * dx));
            if (distance < 0.0)
            {
                continue;
            }

            double time = Math.Min(distance / drift.Speed, longest);
            double sigma = Math.Sqrt((drift.LongitudinalVariance(time) * perTick * perTick) + pieceVariance + (TimeFloor * TimeFloor));
            double centre = (step.Time + time + presample) / tick;
            if (centre > -1e6 && centre < 1e6)
            {
                pieces[count++] = new ChargePiece(
                    step.Y + (f * dy), step.Z + (f * dz), dy * share, dz * share, drift.TransverseVariance(time),
                    centre, sigma, electrons * share * drift.Survival(time));
            }
        }

        return pieces.AsSpan(0, count);
    }
}
