using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Umbriel.Core.Numerics;

namespace Umbriel.Core;

/// <summary>
/// The random numbers of one event: Philox 4x32-10 keyed by (seed, stage) and counted by (event, draw), so that the
/// n-th number of an event never depends on threads, order or restarts. Not thread-safe; make one per event.
/// </summary>
public struct RandomStream
{
    private const double Scale = 1.0 / 4503599627370496.0;
    private const int Buffered = 16;

    private readonly uint key0;
    private readonly uint key1;
    private readonly uint stage;
    private readonly uint event0;
    private readonly uint event1;
    private uint nextBlock;
    private int remaining;
    private Words words;

    /// <summary>Opens the stream of one event.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stage">A constant per purpose (see <see cref="RandomStage"/>), so that stages never share numbers.</param>
    /// <param name="eventIndex">The event's global index.</param>
    public RandomStream(ulong seed, RandomStage stage, ulong eventIndex)
    {
        key0 = (uint)seed;
        key1 = (uint)(seed >> 32);
        this.stage = (uint)stage;
        event0 = (uint)eventIndex;
        event1 = (uint)(eventIndex >> 32);
        nextBlock = 0;
        remaining = 0;
        Unsafe.SkipInit(out words);
    }

    /// <summary>
    /// Opens the stream of one event of a run whose first sixteen numbers, taken over all events, fill the unit cube evenly:
    /// a point of <see cref="SobolSequence"/> with its binary digits flipped at random, the same for the whole run. Later
    /// numbers are those of the ordinary stream. Sums over a run converge faster than with independent numbers; every
    /// single number is still uniform over seeds.
    /// </summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="stage">A constant per purpose.</param>
    /// <param name="eventIndex">The event's index in the run.</param>
    public static RandomStream Even(ulong seed, RandomStage stage, ulong eventIndex)
    {
        RandomStream stream = new(seed, stage, eventIndex);
        stream.Refill();
        RandomStream flips = new(seed, stage, ulong.MaxValue);
        flips.Refill();
        Span<uint> point = stackalloc uint[SobolSequence.Dimensions];
        SobolSequence.Point(eventIndex, point);
        Span<ulong> numbers = MemoryMarshal.CreateSpan(ref Unsafe.As<Words, ulong>(ref stream.words), Buffered);
        ReadOnlySpan<ulong> flip = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Words, ulong>(ref flips.words), Buffered);
        for (int i = 0; i < SobolSequence.Dimensions; i++)
        {
            numbers[i] = ((ulong)point[i] << 32 | (uint)numbers[i]) ^ (flip[i] & 0xFFFFFFFF00000000);
        }

        return stream;
    }

    /// <summary>64 uniform bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        if (remaining == 0)
        {
            Refill();
        }

        return Unsafe.Add(ref Unsafe.As<Words, ulong>(ref words), Buffered - remaining--);
    }

    /// <summary>Uniform in the open interval (0, 1): odd multiples of 2⁻⁵³, never 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => ((long)(NextBits() >> 12) + 0.5) * Scale;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refill()
    {
        Philox4x32.EightBlocks(nextBlock, event0, event1, stage, key0, key1, ref Unsafe.As<Words, ulong>(ref words));
        nextBlock += Buffered / 2;
        remaining = Buffered;
    }

    [InlineArray(Buffered)]
    private struct Words
    {
        private ulong first;
    }
}
