using System.Numerics;
using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Detector.Tests.Readout;

/// <summary>Noise: size, spectrum, independence. Seeds are fixed; false-alarm rates are per test, had the seed been free.</summary>
public sealed class NoiseTests
{
    private const int Samples = 256 * 512;
    private static readonly NoiseFilter Filter = new(new ColdElectronics(2200.0), Cards.MicroBooNE.Readout);

    [Fact]
    public void Root_mean_square_is_the_card_s()
    {
        // About 8 samples are correlated: 16000 independent ones, relative error 1/sqrt(32000) = 0.6%; 3% is 5 sigma (6e-7).
        float[] noise = Incoherent(7, 100, 2.5);
        Rms(noise).ShouldBe(2.5, 0.075);
        noise.Average().ShouldBe(0.0f, 0.1f);
        Rms(Coherent(3, 0.5)).ShouldBe(0.5, 0.015);
    }

    [Fact]
    public void Spectrum_is_the_shaper_s_plus_a_white_floor()
    {
        // Periodogram of 512 blocks of 256 samples, averaged over bands of 8 frequencies: 1.6% each; 7% is above 4 sigma
        // for 15 bands (1e-3), leakage between bands included.
        float[] noise = Incoherent(11, 55, 1.0);
        ColdElectronics electronics = new(2200.0);
        double white = Cards.MicroBooNE.Readout.WhiteNoise;
        double[] expected = new double[128];
        double norm = 0.0;
        for (int k = 0; k < 128; k++)
        {
            expected[k] = electronics.Power(k / (256.0 * 500.0));
            norm += expected[k] / 128.0;
        }

        double[] power = Periodogram(noise);
        for (int band = 1; band < 16; band++)
        {
            double mine = 0.0;
            double theirs = 0.0;
            for (int k = 8 * band; k < (8 * band) + 8; k++)
            {
                mine += power[k] / 8.0;
                theirs += ((1.0 - white) * expected[k] / norm / 8.0) + (white / 8.0);
            }

            mine.ShouldBe(theirs, (0.07 * theirs) + 0.01, $"band {band}");
        }
    }

    [Fact]
    public void Wires_of_a_group_share_coherent_noise_and_nothing_else()
    {
        // Correlation of independent series of 16000 effective samples: error 0.8%; 5% is 6 sigma.
        Coherent(3, 1.0).ShouldBe(Coherent(3, 1.0));
        Correlation(Coherent(3, 1.0), Coherent(4, 1.0)).ShouldBe(0.0, 0.05);
        Correlation(Incoherent(7, 100, 1.0), Incoherent(7, 101, 1.0)).ShouldBe(0.0, 0.05);
        Correlation(Incoherent(7, 100, 1.0), Incoherent(8, 100, 1.0)).ShouldBe(0.0, 0.05);
    }

    [Fact]
    public void A_sample_does_not_depend_on_where_the_region_begins()
    {
        float[] whole = new float[500];
        new NoiseSeries(5, RandomStage.WireNoise, 9, 2, 77).Fill(-30, whole);
        foreach (int start in new[] { 1, 2, 3, 4, 90 })
        {
            float[] part = new float[101];
            new NoiseSeries(5, RandomStage.WireNoise, 9, 2, 77).Fill(start - 30, part);
            part.ShouldBe(whole[start..(start + 101)]);
        }
    }

    private static float[] Incoherent(ulong index, int wire, double rms)
    {
        float[] samples = new float[Samples];
        Filter.Add(3, index, 1, (wire, rms), (0, 0.0), 0, samples, new float[Filter.Scratch(Samples)]);
        return samples;
    }

    private static float[] Coherent(int group, double rms)
    {
        float[] samples = new float[Samples];
        Filter.Add(3, 7, 1, (0, 0.0), (group, rms), 0, samples, new float[Filter.Scratch(Samples)]);
        return samples;
    }

    private static double Rms(float[] values) => Math.Sqrt(values.Average(static v => (double)v * v));

    private static double Correlation(float[] a, float[] b) => a.Zip(b, static (x, y) => (double)x * y).Average() / (Rms(a) * Rms(b));

    /// <summary>Mean |DFT|²/256 of blocks of 256, at frequencies k/256, by definition.</summary>
    private static double[] Periodogram(float[] noise)
    {
        Complex[] wheel = [.. Enumerable.Range(0, 256).Select(static i => Complex.FromPolarCoordinates(1.0, 2.0 * Math.PI * i / 256.0))];
        double[] power = new double[128];
        int blocks = noise.Length / 256;
        for (int block = 0; block < blocks; block++)
        {
            for (int k = 8; k < 128; k++)
            {
                (double re, double im) = (0.0, 0.0);
                for (int n = 0; n < 256; n++)
                {
                    Complex turn = wheel[(k * n) & 255];
                    re += noise[(block * 256) + n] * turn.Real;
                    im += noise[(block * 256) + n] * turn.Imaginary;
                }

                power[k] += ((re * re) + (im * im)) / 256.0 / blocks;
            }
        }

        return power;
    }
}
