using System.Numerics;
using System.Runtime.Intrinsics;
using Umbriel.Core;

namespace Umbriel.Detector.Readout;

/// <summary>
/// White noise of mean 0 and variance 1 as a pure function of (seed, stage, event, plane, wire, sample): it does not depend
/// on which regions are read. A sample is the number of set bits among 16, less 8, over 2: binomial, Gaussian to 1.6% in
/// kurtosis once a filter has mixed eight of them, and the same on every machine.
/// </summary>
internal readonly struct NoiseSeries
{
    private const int TickOffset = 1 << 20;
    private const int Group = 64;
    private const int Pairs = Group / 4;
    private const int Words = 8;
    private const float Scale = 0.5f;

    private readonly uint key0;
    private readonly uint key1;
    private readonly uint stage;
    private readonly uint low;
    private readonly uint high;

    /// <summary>Opens a series.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stage"><see cref="RandomStage.WireNoise"/> or <see cref="RandomStage.CoherentNoise"/>.</param>
    /// <param name="eventIndex">The event, below 2⁴⁴.</param>
    /// <param name="series">0 to 7: plane, plus 4 for a second series of the same wire.</param>
    /// <param name="wire">Wire or group, below 2¹⁶.</param>
    public NoiseSeries(ulong seed, RandomStage stage, ulong eventIndex, int series, int wire)
    {
        ulong packed = (eventIndex << 20) | ((ulong)(uint)series << 16) | (uint)wire;
        (key0, key1) = ((uint)seed, (uint)(seed >> 32));
        this.stage = (uint)stage;
        (low, high) = ((uint)packed, (uint)(packed >> 32));
    }

    /// <summary>Fills the samples from <paramref name="firstTick"/>, which may be negative.</summary>
    public void Fill(int firstTick, Span<float> samples)
    {
        Span<ulong> pairs = stackalloc ulong[Pairs];
        Span<float> group = stackalloc float[Group];
        int tick = firstTick + TickOffset;
        int i = 0;
        while (i < samples.Length)
        {
            int skip = tick & (Group - 1);
            Philox4x32.EightBlocks((uint)((tick - skip) >> 3), low, high, stage, key0, key1, pairs);
            Normalise(pairs, group);
            int count = Math.Min(Group - skip, samples.Length - i);
            group.Slice(skip, count).CopyTo(samples[i..]);
            i += count;
            tick += count;
        }
    }

    /// <summary>From 64-bit numbers, four at a time, to four times as many samples: of each eight words the lower halves, then the upper ones.</summary>
    internal static void Normalise(ReadOnlySpan<ulong> pairs, Span<float> samples)
    {
        for (int i = 0; i < pairs.Length; i += Vector256<ulong>.Count)
        {
            // Bits set in each half word, summed by pairs, fours, eights, and bytes.
            Vector256<uint> bits = Vector256.Create(pairs[i..]).AsUInt32();
            bits -= (bits >>> 1) & Vector256.Create(0x55555555u);
            bits = (bits & Vector256.Create(0x33333333u)) + ((bits >>> 2) & Vector256.Create(0x33333333u));
            bits = (bits + (bits >>> 4)) & Vector256.Create(0x0F0F0F0Fu);
            bits += bits >>> 8;
            Store(bits & Vector256.Create(0xFFu), samples[(4 * i)..]);
            Store((bits >>> 16) & Vector256.Create(0xFFu), samples[((4 * i) + Words)..]);
        }
    }

    /// <summary>One sample, the oracle of the vectors.</summary>
    internal static float Sample(ushort half) => (BitOperations.PopCount(half) - 8) * Scale;

    private static void Store(Vector256<uint> count, Span<float> samples) =>
        (Vector256.ConvertToSingle(count.AsInt32() - Vector256.Create(8)) * Scale).CopyTo(samples);
}
