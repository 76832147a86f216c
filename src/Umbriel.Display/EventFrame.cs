using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;
using Umbriel.Detector.Simulation;

namespace Umbriel.Display;

/// <summary>An interval of wires or samples.</summary>
/// <param name="Low">Low end.</param>
/// <param name="High">High end.</param>
public readonly record struct Span1(double Low, double High)
{
    /// <summary>Its length.</summary>
    public double Length => High - Low;

    /// <summary>Its middle.</summary>
    public double Middle => 0.5 * (Low + High);
}

/// <summary>
/// Where in the readout an event is, and how strong: per plane the wires that hold 97% of the signal, with a margin; one
/// range of samples for all planes; per plane the ADC counts at which the colour scale ends.
/// </summary>
public sealed class EventFrame
{
    /// <summary>Share of the signal left out at each end.</summary>
    private const double Tail = 0.015;

    /// <summary>Samples below this many rms of the noise do not count.</summary>
    private const double NoiseCut = 4.0;

    /// <summary>The colour scale ends where this share of the samples above the noise lies below.</summary>
    private const double FullScale = 0.95;

    /// <summary>Measures an event.</summary>
    public EventFrame(DisplayDetector detector, WireSignals signals)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(signals);
        int planes = detector.Planes.Count;
        DetectorCard card = detector.Card;
        double[][] perWire = [.. detector.Planes.Select(static plane => new double[plane.Wires])];
        double[] perTick = new double[card.Readout.Ticks];
        List<short>[] strong = [.. Enumerable.Range(0, planes).Select(static _ => new List<short>())];
        foreach (WireRegion region in signals.Regions)
        {
            PlaneSettings plane = card.Planes[region.Plane];
            double cut = NoiseCut * Math.Sqrt((plane.Noise * plane.Noise) + (plane.CoherentNoise * plane.CoherentNoise));
            ReadOnlySpan<short> samples = signals.Samples(region);
            for (int i = 0; i < samples.Length; i++)
            {
                short size = Math.Abs(samples[i]);
                if (size > cut)
                {
                    perWire[region.Plane][region.Wire] += size;
                    perTick[region.StartTick + i] += size;
                    strong[region.Plane].Add(size);
                }
            }
        }

        double margin = 4.0;
        Ticks = Inner(perTick, margin / detector.TickLength);
        Wires = [.. perWire.Select((wires, i) => Inner(wires, margin / detector.Planes[i].Pitch))];
        FullScaleAdc = [.. Enumerable.Range(0, planes).Select(i => Scale(card, strong, i))];
    }

    /// <summary>Range of samples, the same for all planes.</summary>
    public Span1 Ticks { get; }

    /// <summary>Range of wires of each plane.</summary>
    public IReadOnlyList<Span1> Wires { get; }

    /// <summary>ADC counts at the end of the colour scale of each plane; induction planes share theirs.</summary>
    public IReadOnlyList<double> FullScaleAdc { get; }

    /// <summary>Measures a stored event.</summary>
    public static EventFrame Of(DisplayDetector detector, StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new EventFrame(detector, stored.Signals);
    }

    private static Span1 Inner(double[] sums, double margin)
    {
        double all = sums.Sum();
        if (all == 0.0)
        {
            return new Span1(0.0, sums.Length);
        }

        int low = 0;
        int high = sums.Length - 1;
        for (double below = sums[0]; below < Tail * all; below += sums[low])
        {
            low++;
        }

        for (double above = sums[high]; above < Tail * all; above += sums[high])
        {
            high--;
        }

        return new Span1(Math.Max(0.0, low - margin), Math.Min(sums.Length, high + 1 + margin));
    }

    private static double Scale(DetectorCard card, List<short>[] strong, int plane)
    {
        PlaneSignal signal = card.Planes[plane].Signal;
        List<short> all = [];
        for (int i = 0; i < strong.Length; i++)
        {
            if (card.Planes[i].Signal == signal)
            {
                all.AddRange(strong[i]);
            }
        }

        all.Sort();
        double least = 10.0 * Math.Max(1.0, card.Planes[plane].Noise);
        return all.Count == 0 ? least : Math.Max(least, all[(int)(FullScale * (all.Count - 1))]);
    }
}
