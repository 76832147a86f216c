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

    /// <summary>An ordinary stream whose first numbers are replaced: the upper half of each by a coordinate, then all flipped.</summary>
    /// <param name="ordinary">The event's ordinary stream.</param>
    /// <param name="point">A point of <see cref="SobolSequence"/>.</param>
    /// <param name="flips">What the upper halves are combined with, of the same length.</param>
    internal static RandomStream Replaced(RandomStream ordinary, ReadOnlySpan<uint> point, ReadOnlySpan<ulong> flips)
    {
        ordinary.Refill();
        Span<ulong> numbers = MemoryMarshal.CreateSpan(ref Unsafe.As<Words, ulong>(ref ordinary.words), Buffered);
        for (int i = 0; i < point.Length; i++)
        {
            numbers[i] = ((ulong)point[i] << 32 | (uint)numbers[i]) ^ (flips[i] & 0xFFFFFFFF00000000);
        }

        return ordinary;
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
