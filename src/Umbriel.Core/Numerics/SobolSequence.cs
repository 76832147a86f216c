namespace Umbriel.Core.Numerics;

/// <summary>
/// Sobol's sequence in sixteen dimensions with the direction numbers of S. Joe and F. Y. Kuo (SIAM J. Sci. Comput. 30 (2008)
/// 2635): any 2^m points that begin at a multiple of 2^m put one into each 2^m-th of every coordinate.
/// </summary>
public static class SobolSequence
{
    /// <summary>Number of coordinates.</summary>
    public const int Dimensions = 16;

    private const int Bits = 32;

    // Primitive polynomial (degree, inner coefficients) and first direction numbers of dimensions 2 to 16.
    private static readonly (int Degree, uint Coefficients, uint[] First)[] Table =
    [
        (1, 0, [1]),
        (2, 1, [1, 3]),
        (3, 1, [1, 3, 1]),
        (3, 2, [1, 1, 1]),
        (4, 1, [1, 1, 3, 3]),
        (4, 4, [1, 3, 5, 13]),
        (5, 2, [1, 1, 5, 5, 17]),
        (5, 4, [1, 1, 5, 5, 5]),
        (5, 7, [1, 1, 7, 11, 19]),
        (5, 11, [1, 1, 5, 1, 1]),
        (5, 13, [1, 1, 1, 3, 11]),
        (5, 14, [1, 3, 5, 5, 31]),
        (6, 1, [1, 3, 3, 9, 7, 49]),
        (6, 13, [1, 1, 1, 15, 21, 21]),
        (6, 16, [1, 3, 1, 13, 27, 49]),
    ];

    private static readonly uint[] Directions = Build();

    /// <summary>Writes all coordinates of a point as fractions of 2³².</summary>
    /// <param name="index">The point's number; its lowest 32 bits count.</param>
    /// <param name="point">Receives <see cref="Dimensions"/> numbers.</param>
    public static void Point(ulong index, Span<uint> point)
    {
        point[..Dimensions].Clear();
        uint rest = (uint)index;
        for (int bit = 0; rest != 0; bit++, rest >>= 1)
        {
            if ((rest & 1) != 0)
            {
                for (int d = 0; d < Dimensions; d++)
                {
                    point[d] ^= Directions[(bit * Dimensions) + d];
                }
            }
        }
    }

    private static uint[] Build()
    {
        uint[] directions = new uint[Bits * Dimensions];
        for (int bit = 0; bit < Bits; bit++)
        {
            directions[bit * Dimensions] = 1u << (Bits - 1 - bit);
        }

        for (int d = 1; d < Dimensions; d++)
        {
            (int degree, uint coefficients, uint[] first) = Table[d - 1];
            for (int bit = 0; bit < Bits; bit++)
            {
                uint value;
                if (bit < degree)
                {
                    value = first[bit] << (Bits - 1 - bit);
                }
                else
                {
                    uint back = directions[((bit - degree) * Dimensions) + d];
                    value = back ^ (back >> degree);
                    for (int k = 1; k < degree; k++)
                    {
                        if (((coefficients >> (degree - 1 - k)) & 1) != 0)
                        {
                            value ^= directions[((bit - k) * Dimensions) + d];
                        }
                    }
                }

                directions[(bit * Dimensions) + d] = value;
            }
        }

        return directions;
    }
}
