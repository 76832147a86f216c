using System.Numerics.Tensors;
using Umbriel.Core;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// Adds noise to samples. Power spectrum: a share 1 − w shaped by the electronics, S(f) ∝ |H(f)|² (white noise at the input
/// of the shaper), and a share w white (added after it); coherent noise is all shaped. The taps are the sampled impulse
/// response with Σ g² = 1. Immutable.
/// </summary>
internal sealed class NoiseFilter
{
    private readonly float[] taps;
    private readonly float shaped;
    private readonly float white;

    public NoiseFilter(ColdElectronics electronics, ReadoutSettings readout)
    {
        // What follows after four peaking times is below 1e-3 of the height.
        int count = Math.Max(1, (int)(4.0 * electronics.PeakingNs / readout.TickNs));
        double[] g = [.. Enumerable.Range(0, count).Select(k => electronics.At((k + 0.5) * readout.TickNs))];
        double norm = 1.0 / Math.Sqrt(g.Sum(static v => v * v));
        taps = Array.ConvertAll(g, v => (float)(v * norm));
        shaped = (float)Math.Sqrt(1.0 - readout.WhiteNoise);
        white = (float)Math.Sqrt(readout.WhiteNoise);
    }

    /// <summary>Sample of history that the filter needs.</summary>
    public int Taps => taps.Length;

    /// <summary>The taps, for tests of the spectrum.</summary>
    public ReadOnlySpan<float> Response => taps;

    /// <summary>Adds one wire's incoherent noise.</summary>
    public void AddIncoherent(ulong seed, ulong eventIndex, int plane, int wire, double rms, int firstTick, Span<float> samples, Span<float> scratch)
    {
        if (rms > 0.0)
        {
            AddShaped(new NoiseSeries(seed, RandomStage.WireNoise, eventIndex, plane, wire), (float)rms * shaped, firstTick, samples, scratch);
            if (white > 0.0f)
            {
                Span<float> flat = scratch[..samples.Length];
                new NoiseSeries(seed, RandomStage.WireNoise, eventIndex, plane | 4, wire).Fill(firstTick, flat);
                TensorPrimitives.MultiplyAdd(flat, (float)rms * white, samples, samples);
            }
        }
    }

    /// <summary>Adds the noise of the wire's group.</summary>
    public void AddCoherent(ulong seed, ulong eventIndex, int plane, int group, double rms, int firstTick, Span<float> samples, Span<float> scratch)
    {
        if (rms > 0.0)
        {
            AddShaped(new NoiseSeries(seed, RandomStage.CoherentNoise, eventIndex, plane, group), (float)rms, firstTick, samples, scratch);
        }
    }

    private void AddShaped(NoiseSeries series, float rms, int firstTick, Span<float> samples, Span<float> scratch)
    {
        Span<float> input = scratch[..(samples.Length + taps.Length - 1)];
        series.Fill(firstTick - taps.Length + 1, input);
        for (int k = 0; k < taps.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(input.Slice(taps.Length - 1 - k, samples.Length), taps[k] * rms, samples, samples);
        }
    }
}
