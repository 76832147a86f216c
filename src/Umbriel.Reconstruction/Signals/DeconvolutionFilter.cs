using System.Numerics;
using MathNet.Numerics.IntegralTransforms;
using Umbriel.Core.Numerics;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Readout;

namespace Umbriel.Reconstruction.Signals;

/// <summary>
/// Takes field and electronics response of one plane out of its waveforms: what is left is the charge, in electrons per
/// sample, that reached the first plane, smoothed with a Gaussian. In frequency space the filter is K* G/(|K|² + P/Q²), K
/// the response, G the Gaussian, P the power of the plane's noise and Q a typical charge (N. Wiener's; for wire chambers
/// B. Baller, JINST 12 (2017) P07010). It is applied as a sum over neighbouring samples, so that short regions need no
/// transform. A bipolar response has no answer at frequency zero: samples of induction planes are summed up from the
/// region's beginning, less their mean so that the sum ends at zero, and K is the sum of the response, which is unipolar.
/// That supposes that the region holds all of a signal. Immutable; threads share it.
/// </summary>
public sealed class DeconvolutionFilter
{
    private const int Frequencies = 4096;

    /// <summary>Taps smaller than this share of the largest are left out.</summary>
    private const double Negligible = 1e-3;

    /// <summary>Period, samples, above which noise of a summed waveform is that of a random walk between the region's ends.</summary>
    private const int Walk = 64;

    private readonly float[] weights;
    private readonly int lastTap;
    private readonly int responseStart;
    private readonly int responseEnd;
    private readonly bool summed;
    private readonly double fastVariance;
    private readonly double walkVariance;

    /// <summary>Works out the filter of a plane.</summary>
    /// <param name="response">The detector.</param>
    /// <param name="plane">Index of the plane.</param>
    /// <param name="settings">Smoothing and noise.</param>
    public DeconvolutionFilter(DetectorResponse response, int plane, DeconvolutionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settings);
        PlaneResponse shape = response.Responses[plane];
        PlaneSettings wires = response.Card.Planes[plane];
        summed = wires.Signal == PlaneSignal.Induction;
        responseStart = shape.Start;
        responseEnd = shape.Start + shape.Kernel.Length - 1;
        double[] noise = NoisePower(response, (wires.Noise * wires.Noise) + (wires.CoherentNoise * wires.CoherentNoise));
        Complex[] spectrum = new Complex[Frequencies];
        double sum = 0.0;
        for (int i = 0; i < shape.Kernel.Length; i++)
        {
            sum = summed ? sum + shape.Kernel[i] : shape.Kernel[i];
            spectrum[Index(shape.Start + i)] = sum;
        }

        Fourier.Forward(spectrum, FourierOptions.Matlab);
        walkVariance = summed ? noise[0] / (6.0 * Square(spectrum[0])) : 0.0;
        double balance = settings.NoiseLength / (settings.TypicalCharge * settings.TypicalCharge);

        for (int k = 0; k < Frequencies; k++)
        {
            int frequency = Math.Min(k, Frequencies - k);
            double phase = 2.0 * Math.PI * frequency / Frequencies;
            double smoothing = settings.Smoothing * phase;
            double power = summed ? noise[k] / Math.Max(4.0 * Math.Pow(Math.Sin(0.5 * phase), 2.0), Math.Pow(2.0 * Math.PI / Walk, 2.0)) : noise[k];
            spectrum[k] = Complex.Conjugate(spectrum[k]) * (Math.Exp(-0.5 * smoothing * smoothing) / (Square(spectrum[k]) + (balance * power)));
            fastVariance += summed && frequency < Frequencies / Walk ? 0.0 : Square(spectrum[k]) * power / Frequencies;
        }

        Fourier.Inverse(spectrum, FourierOptions.Matlab);
        double largest = spectrum.Max(static c => Math.Abs(c.Real));
        int low = 0;
        int high = 0;
        for (int m = -Frequencies / 2; m < Frequencies / 2; m++)
        {
            if (Math.Abs(spectrum[Index(m)].Real) > Negligible * largest)
            {
                low = Math.Min(low, m);
                high = Math.Max(high, m);
            }
        }

        lastTap = high;
        weights = [.. Enumerable.Range(low, high - low + 1).Reverse().Select(m => (float)spectrum[Index(m)].Real)];
    }

    /// <summary>Noise that is left in a region, rms in electrons per sample. It grows with the length on induction planes: a random walk between fixed ends has the mean variance L/6.</summary>
    /// <param name="regionLength">Samples of the region.</param>
    public double Noise(int regionLength) => Math.Sqrt(fastVariance + (walkVariance * regionLength));

    /// <summary>Samples of the answer for a region: those in which all of the response to a charge lies within the region, and some on either side.</summary>
    /// <param name="regionStart">First sample of the region.</param>
    /// <param name="regionLength">Number of its samples.</param>
    /// <param name="margin">Samples added on either side.</param>
    public (int Start, int Length) Range(int regionStart, int regionLength, int margin)
    {
        int start = regionStart - responseStart - margin;
        int end = regionStart + regionLength - 1 - responseEnd + margin;
        return (start, Math.Max(0, end - start + 1));
    }

    /// <summary>Length of the scratch space that an answer of a length needs.</summary>
    public int Scratch(int length) => length + weights.Length - 1;

    /// <summary>Charge per sample.</summary>
    /// <param name="samples">ADC counts above the pedestal; zero outside of the region.</param>
    /// <param name="regionStart">First sample.</param>
    /// <param name="start">First sample of the answer.</param>
    /// <param name="scratch">Space of <see cref="Scratch"/> values.</param>
    /// <param name="charge">Takes the answer, electrons per sample.</param>
    public void Apply(ReadOnlySpan<short> samples, int regionStart, int start, Span<float> scratch, Span<float> charge)
    {
        // charge[j] = Σ_m tap[m] sample[j − m]; the weights are the taps from last to first.
        Span<float> input = scratch[..Scratch(charge.Length)];
        input.Clear();
        int shift = regionStart - (start - lastTap);
        int first = Math.Clamp(-shift, 0, samples.Length);
        int last = Math.Clamp(input.Length - shift, first, samples.Length);
        Span<float> inside = last > first ? input.Slice(first + shift, last - first) : [];
        if (summed)
        {
            double mean = Mean(samples);
            long sum = Sum(samples[..first]);
            for (int i = 0; i < inside.Length; i++)
            {
                sum += samples[first + i];
                inside[i] = (float)(sum - (mean * (first + i + 1)));
            }
        }
        else
        {
            for (int i = 0; i < inside.Length; i++)
            {
                inside[i] = samples[first + i];
            }
        }

        charge.Clear();
        Convolution.Add(input, weights, charge);
    }

    private static double Mean(ReadOnlySpan<short> samples) => (double)Sum(samples) / samples.Length;

    private static long Sum(ReadOnlySpan<short> samples)
    {
        long sum = 0;
        foreach (short sample in samples)
        {
            sum += sample;
        }

        return sum;
    }

    private static double Square(Complex c) => (c.Real * c.Real) + (c.Imaginary * c.Imaginary);

    private static int Index(int m) => m & (Frequencies - 1);

    /// <summary>Power at each frequency: noise of a variance, a white share of it and the rest shaped by the electronics, and 1/12 of rounding.</summary>
    private static double[] NoisePower(DetectorResponse response, double variance)
    {
        double tick = response.Card.Readout.TickNs;
        double white = response.Card.Readout.WhiteNoise;
        double[] shaped = [.. Enumerable.Range(0, Frequencies).Select(k => response.Electronics.Power(Math.Min(k, Frequencies - k) / (Frequencies * tick)))];
        double mean = shaped.Average();
        return [.. shaped.Select(p => (variance * (white + ((1.0 - white) * p / mean))) + (1.0 / 12.0))];
    }
}
