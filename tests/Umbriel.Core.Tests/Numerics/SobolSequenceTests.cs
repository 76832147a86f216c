using Umbriel.Core.Numerics;

namespace Umbriel.Core.Tests.Numerics;

public sealed class SobolSequenceTests
{
    private const double Unit = 4294967296.0;

    [Fact]
    public void First_points_are_the_published_ones()
    {
        // Bratley and Fox, ACM Trans. Math. Softw. 14 (1988) 88 (algorithm 659): 1/2 in all coordinates, then 3/4 and 1/4 in
        // turn, in Gray-code order; here in natural order: point 1 is 1/2, points 2 and 3 are 1/4 or 3/4 as the dimension has it.
        uint[] point = new uint[SobolSequence.Dimensions];
        SobolSequence.Point(0, point);
        point.ShouldAllBe(c => c == 0);
        SobolSequence.Point(1, point);
        point.ShouldAllBe(c => c / Unit == 0.5);
        SobolSequence.Point(2, point);
        (point[0] / Unit).ShouldBe(0.25);
        (point[1] / Unit).ShouldBe(0.75);
        SobolSequence.Point(3, point);
        (point[0] / Unit).ShouldBe(0.75);
        (point[1] / Unit).ShouldBe(0.25);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(0, 10)]
    [InlineData(3072, 10)]
    public void Every_block_of_a_power_of_two_has_one_point_in_each_stratum(int first, int log)
    {
        int size = 1 << log;
        uint[] point = new uint[SobolSequence.Dimensions];
        bool[,] seen = new bool[SobolSequence.Dimensions, size];
        for (int i = first; i < first + size; i++)
        {
            SobolSequence.Point((ulong)i, point);
            for (int d = 0; d < SobolSequence.Dimensions; d++)
            {
                seen[d, (int)(point[d] >> (32 - log))] = true;
            }
        }

        seen.Cast<bool>().ShouldAllBe(s => s);
    }

    [Fact]
    public void Pairs_of_coordinates_are_more_even_than_chance()
    {
        // 4096 points in 16 × 16 cells: 16 each on average, χ² of 255 ± 23 for independent points. Every one of the 120 planes
        // must stay below 255 − 5 × 23 = 140; independent points would with a chance of 1e-9 each.
        const int Log = 12;
        const int Cells = 16;
        uint[] point = new uint[SobolSequence.Dimensions];
        int[,,] counts = new int[SobolSequence.Dimensions * SobolSequence.Dimensions, Cells, Cells];
        for (int i = 0; i < 1 << Log; i++)
        {
            SobolSequence.Point((ulong)i, point);
            for (int a = 0; a < SobolSequence.Dimensions; a++)
            {
                for (int b = 0; b < a; b++)
                {
                    counts[(a * SobolSequence.Dimensions) + b, point[a] >> 28, point[b] >> 28]++;
                }
            }
        }

        double expected = (1 << Log) / (double)(Cells * Cells);
        for (int a = 0; a < SobolSequence.Dimensions; a++)
        {
            for (int b = 0; b < a; b++)
            {
                double chiSquare = 0.0;
                for (int i = 0; i < Cells; i++)
                {
                    for (int j = 0; j < Cells; j++)
                    {
                        double difference = counts[(a * SobolSequence.Dimensions) + b, i, j] - expected;
                        chiSquare += difference * difference / expected;
                    }
                }

                chiSquare.ShouldBeLessThan(140.0, $"coordinates {a} and {b}");
            }
        }
    }

    [Fact]
    public void An_even_stream_is_uniform_over_seeds_and_even_over_events()
    {
        // Mean of 4096 even numbers: within 1/4096 of one half where independent ones would scatter by 0.0045.
        for (ulong seed = 1; seed <= 20; seed++)
        {
            double[] sums = new double[SobolSequence.Dimensions];
            EvenStreams streams = new(seed, RandomStage.Generation);
            for (ulong i = 0; i < 4096; i++)
            {
                RandomStream random = streams[i];
                for (int d = 0; d < sums.Length; d++)
                {
                    sums[d] += random.NextDouble() / 4096.0;
                }
            }

            sums.ShouldAllBe(mean => Math.Abs(mean - 0.5) < 1.0 / 4096.0);
        }

        // Over 2000 seeds the first number of one event: mean within 4.4 standard errors (false alarm 1e-5).
        double total = 0.0;
        for (ulong seed = 1; seed <= 2000; seed++)
        {
            RandomStream random = new EvenStreams(seed, RandomStage.Generation)[7];
            total += random.NextDouble();
        }

        (total / 2000.0).ShouldBe(0.5, 4.4 / Math.Sqrt(12.0 * 2000.0));

        // Beyond the sixteenth number it is the ordinary stream.
        RandomStream even = new EvenStreams(3, RandomStage.Generation)[11];
        RandomStream ordinary = new(3, RandomStage.Generation, 11);
        for (int d = 0; d < SobolSequence.Dimensions; d++)
        {
            even.NextBits();
            ordinary.NextBits();
        }

        even.NextBits().ShouldBe(ordinary.NextBits());
    }
}
