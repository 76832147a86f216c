using Umbriel.Core;

namespace Umbriel.Core.Tests;

public sealed class Philox4x32Tests
{
    // Known-answer vectors "philox4x32 10" of Random123 1.14, tests/kat_vectors (D. E. Shaw Research).
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void MatchesPublishedVectors(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint x0, uint x1, uint x2, uint x3) =>
        Philox4x32.Block(c0, c1, c2, c3, k0, k1).ShouldBe((x0, x1, x2, x3));

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue - 2u)]
    public void EightBlocksAtATimeAreEightBlocks(uint first)
    {
        ulong[] vector = new ulong[16];
        ulong[] scalar = new ulong[16];
        Philox4x32.EightBlocks(first, 1, 2, 3, 4, 5, ref vector[0]);
        Philox4x32.EightBlocksScalar(first, 1, 2, 3, 4, 5, ref scalar[0]);
        vector.ShouldBe(scalar);
    }
}
