using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Display;

/// <summary>The geometry that pictures need: from a place and time to a wire and a sample, and back to cm. Immutable.</summary>
public sealed class DisplayDetector
{
    /// <summary>Lays out the planes of a card.</summary>
    /// <param name="card">The detector.</param>
    /// <param name="title">Its name; null: told by its size.</param>
    public DisplayDetector(DetectorCard card, string? title)
    {
        ArgumentNullException.ThrowIfNull(card);
        Card = card;
        Title = title ?? FormattableString.Invariant($"LArTPC {card.DriftLength:0.#} × {card.ActiveVolume.YHigh - card.ActiveVolume.YLow:0.#} × {card.ActiveVolume.ZHigh - card.ActiveVolume.ZLow:0.#} cm³");
        Drift = new Drift(card);
        Planes = [.. card.Planes.Select(plane => new WirePlane(plane, card.ActiveVolume))];
        ColdElectronics electronics = new(1000.0 * card.Electronics.Shaping);
        Shift = [.. card.Planes.Select((plane, i) => Centre(new PlaneResponse(card, i, electronics), plane.Signal))];
    }

    /// <summary>The card.</summary>
    public DetectorCard Card { get; }

    /// <summary>The detector's name.</summary>
    public string Title { get; }

    /// <summary>The drift.</summary>
    public Drift Drift { get; }

    /// <summary>The wire planes in the card's order.</summary>
    public IReadOnlyList<WirePlane> Planes { get; }

    /// <summary>
    /// Per plane, samples from the arrival of charge at the first plane to the middle of its signal: the peak (collection) or
    /// the crossing of zero (induction).
    /// </summary>
    public IReadOnlyList<double> Shift { get; }

    /// <summary>Drift in one sample, cm.</summary>
    public double TickLength => Drift.Speed * Card.Readout.TickNs;

    /// <summary>Sample in which the middle of the signal of charge from x lies.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="x">cm.</param>
    /// <param name="time">ns.</param>
    public double Tick(int plane, double x, double time) =>
        ((time + (Drift.Distance(x) / Drift.Speed) + (Card.Readout.PreSample * 1e6)) / Card.Readout.TickNs) + Shift[plane];

    /// <summary>x of charge that was freed at time 0 and seen in a sample, cm: the inverse of <see cref="Tick"/> at time 0.</summary>
    public double X(int plane, double tick) =>
        Drift.X((((tick - Shift[plane]) * Card.Readout.TickNs) - (Card.Readout.PreSample * 1e6)) * Drift.Speed);

    private static double Centre(PlaneResponse response, PlaneSignal signal)
    {
        ReadOnlySpan<float> kernel = response.Kernel;
        int high = 0;
        int low = 0;
        for (int i = 1; i < kernel.Length; i++)
        {
            high = kernel[i] > kernel[high] ? i : high;
            low = kernel[i] < kernel[low] ? i : low;
        }

        if (signal == PlaneSignal.Collection || high == low)
        {
            return response.Start + high - 0.5;
        }

        int zero = Math.Min(high, low);
        int end = Math.Max(high, low);
        while (zero + 1 < end && Math.Sign(kernel[zero + 1]) == Math.Sign(kernel[Math.Min(high, low)]))
        {
            zero++;
        }

        return response.Start + zero;
    }
}
