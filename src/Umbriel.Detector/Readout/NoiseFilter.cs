using Umbriel.Core;
using Umbriel.Core.Numerics;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// Adds noise to samples. Power spectrum: a share 1 − w shaped by the electronics, S(f) ∝ |H(f)|² (white noise at the input
/// of the shaper), and a share w white (added after it); coherent noise is all shaped. The taps are the sampled impulse
/// response with Σ g² = 1, the last first. Immutable.
/// </summary>
internal sealed class NoiseFilter
{
    /// <summary>Length of the filter in peaking times: what follows is below 1e-3 of the height. Chosen.</summary>
    private const double PeakingTimes = 4.0;

    private readonly float[] taps;
    private readonly float shaped;
    private readonly float white;

    public NoiseFilter(ColdElectronics electronics, ReadoutSettings readout)
    {
        int count = Math.Max(1, (int)(PeakingTimes * electronics.PeakingNs / readout.TickNs));
        double[] g = [.. Enumerable.Range(0, count).Select(k => electronics.At((k + 0.5) * readout.TickNs))];
        double norm = 1.0 / Math.Sqrt(g.Sum(static v => v * v));
        taps = Array.ConvertAll(g, v => (float)(v * norm));
        Array.Reverse(taps);
        shaped = (float)Math.Sqrt(1.0 - readout.WhiteNoise);
        white = (float)Math.Sqrt(readout.WhiteNoise);
    }

    /// <summary>Scratch space needed for that many samples.</summary>
    public int Scratch(int samples) => 2 * (samples + taps.Length);

    /// <summary>Adds a wire's own noise and that of its group. The shaped parts are mixed before they are filtered together.</summary>
    public void Add(ulong seed, ulong eventIndex, int plane, (int Number, double Rms) wire, (int Number, double Rms) group, int firstTick, Span<float> samples, Span<float> scratch)
    {
        if (wire.Rms == 0.0 && group.Rms == 0.0)
        {
            return;
        }

        int history = samples.Length + taps.Length - 1;
        Span<float> input = scratch[..history];
        Span<float> part = scratch.Slice(history, history);
        input.Clear();
        if (wire.Rms > 0.0)
        {
            new NoiseSeries(seed, RandomStage.WireNoise, eventIndex, plane, wire.Number).Fill(firstTick - taps.Length + 1, part);
            ScaledSum.Add(part, (float)wire.Rms * shaped, input);
        }

        if (group.Rms > 0.0)
        {
            new NoiseSeries(seed, RandomStage.CoherentNoise, eventIndex, plane, group.Number).Fill(firstTick - taps.Length + 1, part);
            ScaledSum.Add(part, (float)group.Rms, input);
        }

        Convolution.Add(input, taps, samples);
        if (wire.Rms > 0.0 && white > 0.0f)
        {
            Span<float> flat = part[..samples.Length];
            new NoiseSeries(seed, RandomStage.WireNoise, eventIndex, plane | 4, wire.Number).Fill(firstTick, flat);
            ScaledSum.Add(flat, (float)wire.Rms * white, samples);
        }
    }
}
