using System.Numerics.Tensors;
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
    private readonly List<(int Tick, float Charge)> group = [];
    private float[] samples = [];
    private float[] scratch = [];

    public RegionWriter(DetectorResponse response) => this.response = response;

    public void Write(ChargeGrid grid, int plane, ulong seed, ulong eventIndex, WireSignals signals)
    {
        int gap = response.Responses[plane].Kernel.Length + (2 * response.Card.Readout.Padding);
        int pages = grid.Sort();
        int current = -1;
        group.Clear();
        for (int rank = 0; rank < pages; rank++)
        {
            ReadOnlySpan<long> page = grid.Page(rank, out int wire, out int first);
            if (response.IsDead(plane, wire))
            {
                continue;
            }

            for (int i = 0; i < page.Length; i++)
            {
                if (page[i] != 0)
                {
                    if (group.Count > 0 && (wire != current || first + i - group[^1].Tick > gap))
                    {
                        Flush(plane, current, seed, eventIndex, signals);
                    }

                    current = wire;
                    group.Add((first + i, (float)(page[i] / ChargeGrid.Unit)));
                }
            }
        }

        if (group.Count > 0)
        {
            Flush(plane, current, seed, eventIndex, signals);
        }
    }

    private void Flush(int plane, int wire, ulong seed, ulong eventIndex, WireSignals signals)
    {
        ReadoutSettings readout = response.Card.Readout;
        PlaneResponse shape = response.Responses[plane];
        ReadOnlySpan<float> kernel = shape.Kernel;
        int firstTick = group[0].Tick;
        int start = firstTick + shape.Start - readout.Padding;
        int length = group[^1].Tick - firstTick + kernel.Length + (2 * readout.Padding);
        if (samples.Length < length)
        {
            samples = new float[2 * length];
            scratch = new float[response.Noise.Scratch(2 * length)];
        }

        Span<float> all = samples.AsSpan(0, length);
        all.Clear();
        foreach ((int tick, float charge) in group)
        {
            Span<float> part = all.Slice(readout.Padding + tick - firstTick, kernel.Length);
            ScaledSum.Add(kernel, charge, part);
        }

        group.Clear();
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
    private static void Digitise(ReadOnlySpan<float> volts, float pedestal, int largest, Span<short> counts)
    {
        int zero = (int)MathF.Round(pedestal);
        for (int i = 0; i < volts.Length; i++)
        {
            counts[i] = (short)(Math.Clamp((int)MathF.Floor(volts[i] + pedestal + 0.5f), 0, largest) - zero);
        }
    }
}
