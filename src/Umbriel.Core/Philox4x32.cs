using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Umbriel.Core;

/// <summary>
/// Philox 4x32-10, the counter-based generator of J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3",
/// SC11 (2011). A block of four 32-bit words is a pure function of a 128-bit counter and a 64-bit key.
/// </summary>
public static class Philox4x32
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The ten-round bijection applied to counter (c0..c3) under key (k0, k1).</summary>
    public static (uint X0, uint X1, uint X2, uint X3) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>The words X0 X1 X2 X3 of the blocks of counters (c0 … c0 + 7, c1, c2, c3), one block after the other.</summary>
    /// <param name="c0">First counter.</param>
    /// <param name="c1">Second word of the counter.</param>
    /// <param name="c2">Third word of the counter.</param>
    /// <param name="c3">Fourth word of the counter.</param>
    /// <param name="k0">First word of the key.</param>
    /// <param name="k1">Second word of the key.</param>
    /// <param name="words">Takes sixteen numbers, each of two words, the first the low half.</param>
    public static void EightBlocks(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, Span<ulong> words)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(words.Length, 16);
        EightBlocks(c0, c1, c2, c3, k0, k1, ref MemoryMarshal.GetReference(words));
    }

    /// <summary>
    /// The blocks of counters (c0 … c0 + 7, c1, c2, c3), written as the sixteen 64-bit numbers X0 + 2³² X1, X2 + 2³² X3 of
    /// each in turn. The same bits with and without vector instructions.
    /// </summary>
    internal static void EightBlocks(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, ref ulong words)
    {
        if (Avx2.IsSupported)
        {
            EightBlocksVector(c0, c1, c2, c3, k0, k1, ref words);
        }
        else
        {
            EightBlocksScalar(c0, c1, c2, c3, k0, k1, ref words);
        }
    }

    /// <summary>One block after the other.</summary>
    internal static void EightBlocksScalar(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, ref ulong words)
    {
        for (int block = 0; block < 8; block++)
        {
            (uint x0, uint x1, uint x2, uint x3) = Block(c0 + (uint)block, c1, c2, c3, k0, k1);
            Unsafe.Add(ref words, 2 * block) = x0 | ((ulong)x1 << 32);
            Unsafe.Add(ref words, (2 * block) + 1) = x2 | ((ulong)x3 << 32);
        }
    }

    /// <summary>
    /// One block per 64-bit lane, in two vectors whose multiplications overlap. Only the low half of a lane means anything
    /// between rounds: the multiplication reads no more, and additions and exclusive-ors do not carry downwards.
    /// </summary>
    private static void EightBlocksVector(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, ref ulong words)
    {
        Vector256<uint> multiplier0 = Vector256.Create((ulong)Multiplier0).AsUInt32();
        Vector256<uint> multiplier1 = Vector256.Create((ulong)Multiplier1).AsUInt32();
        Vector256<ulong> x0 = Vector256.Create((ulong)c0) + Vector256.Create(0UL, 1, 2, 3);
        Vector256<ulong> y0 = x0 + Vector256.Create(4UL);
        Vector256<ulong> x1 = Vector256.Create((ulong)c1);
        Vector256<ulong> x2 = Vector256.Create((ulong)c2);
        Vector256<ulong> x3 = Vector256.Create((ulong)c3);
        Vector256<ulong> y1 = x1;
        Vector256<ulong> y2 = x2;
        Vector256<ulong> y3 = x3;
        for (int round = 0; round < 10; round++)
        {
            Vector256<ulong> key0 = Vector256.Create((ulong)k0);
            Vector256<ulong> key1 = Vector256.Create((ulong)k1);
            Vector256<ulong> xProduct0 = Avx2.Multiply(multiplier0, x0.AsUInt32());
            Vector256<ulong> yProduct0 = Avx2.Multiply(multiplier0, y0.AsUInt32());
            Vector256<ulong> xProduct1 = Avx2.Multiply(multiplier1, x2.AsUInt32());
            Vector256<ulong> yProduct1 = Avx2.Multiply(multiplier1, y2.AsUInt32());
            x0 = (xProduct1 >> 32) ^ x1 ^ key0;
            y0 = (yProduct1 >> 32) ^ y1 ^ key0;
            x2 = (xProduct0 >> 32) ^ x3 ^ key1;
            y2 = (yProduct0 >> 32) ^ y3 ^ key1;
            x1 = xProduct1;
            y1 = yProduct1;
            x3 = xProduct0;
            y3 = yProduct0;
            k0 += Weyl0;
            k1 += Weyl1;
        }

        Store(x0, x1, x2, x3, ref words);
        Store(y0, y1, y2, y3, ref Unsafe.Add(ref words, 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ulong> x0, Vector256<ulong> x1, Vector256<ulong> x2, Vector256<ulong> x3, ref ulong words)
    {
        Vector256<ulong> low = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> first = (x0 & low) | (x1 << 32);
        Vector256<ulong> second = (x2 & low) | (x3 << 32);
        Vector256<ulong> even = Avx2.UnpackLow(first, second);
        Vector256<ulong> odd = Avx2.UnpackHigh(first, second);
        Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref words);
        Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref words, 4);
    }
}
