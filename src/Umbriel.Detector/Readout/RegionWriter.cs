using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Umbriel.Core.Numerics;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// Folds the charge of each wire with the plane's response, adds noise, digitises, and writes the regions of interest:
/// every group of samples that a response reaches, if its noise-free signal passes the threshold, with padding. Groups
/// are apart by more than response and padding, so that regions never overlap.
/// </summary>
internal sealed class RegionWriter
{
    private readonly DetectorResponse response;
    private readonly float[][] weights;

    // Electrons of the group from its first sample on, between stretches of zeros as long as the longest response.
    private readonly float[] charge;
    private readonly int margin;
    private int groupWire;
    private int groupStart;
    private int groupEnd;
    private float[] samples = [];
    private float[] scratch = [];

    public RegionWriter(DetectorResponse response)
    {
        this.response = response;
        weights = [.. response.Responses.Select(static shape => Backwards(shape.Kernel))];
        margin = weights.Max(static w => w.Length) - 1;
        charge = new float[response.Card.Readout.Ticks + (2 * margin)];
    }

    public void Write(ChargeGrid grid, int plane, ulong seed, ulong eventIndex, WireSignals signals)
    {
        int gap = response.Responses[plane].Kernel.Length + (2 * response.Card.Readout.Padding);
        int pages = grid.Sort();
        groupWire = -1;
        for (int rank = 0; rank < pages; rank++)
        {
            ReadOnlySpan<long> page = grid.Page(rank, out int wire, out int first);
            if (response.IsDead(plane, wire))
            {
                continue;
            }

            for (int i = page.IndexOfAnyExcept(0L); (uint)i < (uint)page.Length;)
            {
                ReadOnlySpan<long> run = page[i..];
                int end = run.IndexOf(0L);
                run = end < 0 ? run : run[..end];
                int tick = first + i;
                if (wire != groupWire || tick - groupEnd > gap)
                {
                    Flush(plane, seed, eventIndex, signals);
                    groupWire = wire;
                    groupStart = tick;
                }

                groupEnd = tick + run.Length - 1;
                Span<float> electrons = charge.AsSpan(margin + tick - groupStart, run.Length);
                for (int k = 0; k < run.Length; k++)
                {
                    electrons[k] = (float)(run[k] * (1.0 / ChargeGrid.Unit));
                }

                i += run.Length;
                int skip = page[i..].IndexOfAnyExcept(0L);
                i = skip < 0 ? page.Length : i + skip;
            }
        }

        Flush(plane, seed, eventIndex, signals);
    }

    private static float[] Backwards(ReadOnlySpan<float> kernel)
    {
        float[] weights = kernel.ToArray();
        Array.Reverse(weights);
        return weights;
    }

    private void Flush(int plane, ulong seed, ulong eventIndex, WireSignals signals)
    {
        if (groupWire < 0)
        {
            return;
        }

        int wire = groupWire;
        groupWire = -1;
        ReadoutSettings readout = response.Card.Readout;
        PlaneResponse shape = response.Responses[plane];
        ReadOnlySpan<float> weight = weights[plane];
        int span = groupEnd - groupStart + 1;
        int reached = span + weight.Length - 1;
        int start = groupStart + shape.Start - readout.Padding;
        int length = reached + (2 * readout.Padding);
        if (samples.Length < length)
        {
            samples = new float[2 * length];
            scratch = new float[response.Noise.Scratch(2 * length)];
        }

        Span<float> all = samples.AsSpan(0, length);
        all.Clear();
        Convolution.Add(charge.AsSpan(margin - weight.Length + 1), weight, all.Slice(readout.Padding, reached));
        charge.AsSpan(margin, span).Clear();
        int from = Math.Max(0, -start);
        int to = Math.Min(length, readout.Ticks - start);
        if (from >= to || TensorPrimitives.MaxMagnitude(all) is var peak && Math.Abs(peak) < readout.Threshold)
        {
            return;
        }

        Span<float> region = all[from..to];
        PlaneSettings settings = response.Card.Planes[plane];
        (int, double) common = (wire / readout.CoherentGroup, settings.CoherentNoise);
        response.Noise.Add(seed, eventIndex, plane, (wire, settings.Noise), common, start + from, region, scratch);
        Digitise(region, (float)settings.Pedestal, (1 << readout.Bits) - 1, signals.Add(plane, wire, start + from, region.Length));
    }

    /// <summary>Rounds to whole counts between 0 and the largest, above the rounded pedestal.</summary>
    internal static void Digitise(ReadOnlySpan<float> volts, float pedestal, int largest, Span<short> counts)
    {
        int zero = (int)MathF.Round(pedestal);
        int i = 0;
        for (; i <= volts.Length - Vector256<short>.Count; i += Vector256<short>.Count)
        {
            Vector256<int> low = Counts(Vector256.Create(volts[i..]), pedestal, largest) - Vector256.Create(zero);
            Vector256<int> high = Counts(Vector256.Create(volts[(i + Vector256<int>.Count)..]), pedestal, largest) - Vector256.Create(zero);
            Vector256.Narrow(low, high).CopyTo(counts[i..]);
        }

        for (; i < volts.Length; i++)
        {
            counts[i] = Count(volts[i], pedestal, largest, zero);
        }
    }

    /// <summary>One sample, the oracle of the vectors.</summary>
    internal static short Count(float volts, float pedestal, int largest, int zero) =>
        (short)(Math.Clamp((int)MathF.Floor(volts + pedestal + 0.5f), 0, largest) - zero);

    private static Vector256<int> Counts(Vector256<float> volts, float pedestal, int largest) =>
        Vector256.Clamp(Vector256.ConvertToInt32(Vector256.Floor(volts + Vector256.Create(pedestal) + Vector256.Create(0.5f))), Vector256<int>.Zero, Vector256.Create(largest));
}
