using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Vector kernels of the readout against their scalar oracles, bit by bit, for every remainder of lengths.</summary>
public sealed class KernelTests
{
    [Fact]
    public void Convolution_has_the_oracles_bits()
    {
        RandomStream random = new(51, RandomStage.Generation, 0);
        for (int length = 1; length <= 80; length++)
        {
            for (int taps = 1; taps <= 9; taps += 4)
            {
                float[] x = Numbers(ref random, length + taps - 1);
                float[] weights = Numbers(ref random, taps);
                float[] y = Numbers(ref random, length);
                float[] expected = [.. y.Select((start, i) => Convolution.Scalar(x.AsSpan(i), weights, start))];
                Convolution.Add(x, weights, y);
                y.ShouldBe(expected);
            }
        }

        Should.Throw<ArgumentOutOfRangeException>(() => Convolution.Add(new float[4], new float[3], new float[3]));
    }

    [Fact]
    public void Digitising_has_the_oracles_bits()
    {
        RandomStream random = new(52, RandomStage.Generation, 0);
        for (int length = 1; length <= 50; length++)
        {
            float[] volts = [.. Numbers(ref random, length).Select(v => 3000.0f * v)];
            short[] counts = new short[length];
            RegionWriter.Digitise(volts, 400.3f, 4095, counts);
            counts.ShouldBe(volts.Select(v => RegionWriter.Count(v, 400.3f, 4095, 400)));
        }
    }

    [Fact]
    public void Noise_has_the_oracles_bits()
    {
        RandomStream random = new(53, RandomStage.Generation, 0);
        ulong[] pairs = [.. Enumerable.Range(0, 18).Select(_ => random.NextBits()), 0UL, ulong.MaxValue];
        float[] samples = new float[4 * pairs.Length];
        NoiseSeries.Normalise(pairs, samples);
        uint[] words = [.. pairs.SelectMany(static pair => new[] { (uint)pair, (uint)(pair >> 32) })];
        samples.ShouldBe(words.Chunk(8).SelectMany(static eight => eight.Select(static w => NoiseSeries.Sample((ushort)w)).Concat(eight.Select(static w => NoiseSeries.Sample((ushort)(w >> 16))))));
    }

    private static float[] Numbers(ref RandomStream random, int count)
    {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = (float)((2.0 * random.NextDouble()) - 1.0);
        }

        return numbers;
    }
}
