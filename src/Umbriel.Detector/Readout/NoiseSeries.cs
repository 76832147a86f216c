using System.Numerics;
using System.Runtime.Intrinsics;
using Umbriel.Core;

namespace Umbriel.Detector.Readout;

/// <summary>
/// White noise of mean 0 and variance 1 as a pure function of (seed, stage, event, plane, wire, sample): it does not depend
/// on which regions are read. A sample is the number of set bits among 32, less 16, over √8: binomial, Gaussian to 0.8% in
/// kurtosis once a filter has mixed eight of them, and the same on every machine.
/// </summary>
internal readonly struct NoiseSeries
{
    private const int TickOffset = 1 << 20;
    private const int Group = 32;
    private static readonly float Scale = 1.0f / MathF.Sqrt(8.0f);

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
        Span<ulong> pairs = stackalloc ulong[Group / 2];
        Span<float> group = stackalloc float[Group];
        int tick = firstTick + TickOffset;
        int i = 0;
        while (i < samples.Length)
        {
            int skip = tick & (Group - 1);
            Philox4x32.EightBlocks((uint)((tick - skip) >> 2), low, high, stage, key0, key1, pairs);
            Normalise(pairs, group);
            int count = Math.Min(Group - skip, samples.Length - i);
            group.Slice(skip, count).CopyTo(samples[i..]);
            i += count;
            tick += count;
        }
    }

    /// <summary>From 64-bit numbers, each two words, the low one first, to as many samples as words.</summary>
    internal static void Normalise(ReadOnlySpan<ulong> pairs, Span<float> samples)
    {
        int i = 0;
        for (; i <= pairs.Length - Vector256<ulong>.Count; i += Vector256<ulong>.Count)
        {
            // Bits set in each word, summed by pairs, fours, eights, and bytes.
            Vector256<uint> bits = Vector256.Create(pairs[i..]).AsUInt32();
            bits -= (bits >>> 1) & Vector256.Create(0x55555555u);
            bits = (bits & Vector256.Create(0x33333333u)) + ((bits >>> 2) & Vector256.Create(0x33333333u));
            bits = (bits + (bits >>> 4)) & Vector256.Create(0x0F0F0F0Fu);
            bits = (bits * 0x01010101u) >>> 24;
            (Vector256.ConvertToSingle(bits.AsInt32() - Vector256.Create(16)) * Scale).CopyTo(samples[(2 * i)..]);
        }

        for (; i < pairs.Length; i++)
        {
            samples[2 * i] = Sample((uint)pairs[i]);
            samples[(2 * i) + 1] = Sample((uint)(pairs[i] >> 32));
        }
    }

    /// <summary>One sample, the oracle of the vectors.</summary>
    internal static float Sample(uint word) => (BitOperations.PopCount(word) - 16) * Scale;
}
