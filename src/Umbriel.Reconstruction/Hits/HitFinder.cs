using Umbriel.Detector.Readout;
using Umbriel.Reconstruction.Signals;

namespace Umbriel.Reconstruction.Hits;

/// <summary>
/// Finds hits in the regions of interest of an event: deconvolution, pulses above a threshold, Gaussians for their maxima.
/// A pulse that is much longer than a point's charge (a track along the drift) or has more maxima than are fitted is cut
/// into pieces of about one pitch. Holds buffers: one per thread. Hits are in order of plane, wire and time.
/// </summary>
public sealed class HitFinder
{
    private const double Margin = 4.0;
    private const int Block = 32;

    private readonly HitSettings settings;
    private readonly DeconvolutionFilter[] filters;
    private readonly IReadOnlyList<WirePlane> planes;
    private readonly (int First, int Last)[] wires;
    private readonly int margin;
    private readonly double pointWidth;
    private readonly double piece;
    private readonly double earliest = double.NegativeInfinity;
    private readonly double latest = double.PositiveInfinity;
    private readonly List<int> maxima = [];
    private float[] scratch = [];
    private float[] charge = [];

    /// <summary>Prepares for a detector.</summary>
    /// <param name="response">The detector.</param>
    /// <param name="deconvolution">Smoothing.</param>
    /// <param name="settings">Thresholds.</param>
    public HitFinder(DetectorResponse response, DeconvolutionSettings deconvolution, HitSettings settings)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(deconvolution);
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        filters = [.. Enumerable.Range(0, response.Planes.Count).Select(plane => new DeconvolutionFilter(response, plane, deconvolution))];
        planes = response.Planes;
        wires = new (int, int)[planes.Count];
        margin = (int)Math.Ceiling(Margin * deconvolution.Smoothing);
        double perSample = response.Drift.Speed * response.Card.Readout.TickNs;
        double diffusion = Math.Sqrt(response.Drift.LongitudinalVariance(response.Drift.Length / response.Drift.Speed)) / perSample;
        pointWidth = Math.Sqrt((deconvolution.Smoothing * deconvolution.Smoothing) + (diffusion * diffusion));
        piece = Math.Max(1.0, response.Planes.Min(static plane => plane.Pitch) / perSample);
        if (settings.BeyondDrift is { } beyond)
        {
            double zero = response.Card.Readout.PreSample * 1e6 / response.Card.Readout.TickNs;
            earliest = zero - (beyond / perSample);
            latest = zero + ((response.Drift.Length + beyond) / perSample);
        }
    }

    /// <summary>Adds the hits of all signals that lie in the window.</summary>
    /// <param name="signals">The signals.</param>
    /// <param name="hits">Takes the hits.</param>
    /// <param name="within">Wires that do not reach into this are left out; everything if not given.</param>
    public void Find(WireSignals signals, List<Hit> hits, Region? within = null)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(hits);
        for (int plane = 0; plane < wires.Length; plane++)
        {
            wires[plane] = (within ?? Region.All).Wires(planes[plane]);
        }

        for (int i = 0; i < signals.Regions.Count; i++)
        {
            WireRegion region = signals.Regions[i];
            if (region.Wire < wires[region.Plane].First || region.Wire > wires[region.Plane].Last)
            {
                continue;
            }

            (int start, int length) = filters[region.Plane].Range(region.StartTick, region.Length, margin);
            if (length == 0 || start >= latest || start + length <= earliest)
            {
                continue;
            }

            // Whole blocks of the convolution, whose remainders cost as much as blocks.
            int padded = (length + Block - 1) / Block * Block;
            int needed = filters[region.Plane].Scratch(padded);
            if (scratch.Length < needed)
            {
                scratch = new float[2 * needed];
                charge = new float[2 * needed];
            }

            filters[region.Plane].Apply(signals.Samples(region), region.StartTick, start, scratch, charge.AsSpan(0, padded));
            int before = hits.Count;
            Pulses(charge.AsSpan(0, length), start, region, hits);
            Trim(hits, before);
        }
    }

    /// <summary>Takes out hits outside of the window, from one on.</summary>
    private void Trim(List<Hit> hits, int first)
    {
        int kept = first;
        for (int i = first; i < hits.Count; i++)
        {
            if (hits[i].Time >= earliest && hits[i].Time <= latest)
            {
                hits[kept++] = hits[i];
            }
        }

        hits.RemoveRange(kept, hits.Count - kept);
    }

    private void Pulses(ReadOnlySpan<float> samples, int start, in WireRegion region, List<Hit> hits)
    {
        double noise = filters[region.Plane].Noise(region.Length);
        double edge = settings.Edge * noise;
        for (int from = 0; from < samples.Length;)
        {
            if (samples[from] <= edge)
            {
                from++;
                continue;
            }

            int to = from;
            float highest = 0.0f;
            while (to < samples.Length && samples[to] > edge)
            {
                highest = Math.Max(highest, samples[to]);
                to++;
            }

            if (highest > settings.Threshold * noise)
            {
                Pulse(samples[from..to], start + from, noise, region, hits);
            }

            from = to;
        }
    }

    private void Pulse(ReadOnlySpan<float> pulse, int start, double noise, in WireRegion region, List<Hit> hits)
    {
        Maxima(pulse, noise);
        if (maxima.Count > settings.MostPeaks)
        {
            Pieces(pulse, start, region, hits);
            return;
        }

        if (maxima.Count == 1)
        {
            GaussianPeak? one = GaussianFit.One(pulse, Math.Max(2.0 * noise, 0.1 * pulse[maxima[0]]));
            if (one is not { } peak || peak.Width > 0.25 * settings.LongPulse * pointWidth)
            {
                Pieces(pulse, start, region, hits);
                return;
            }

            ReadOnlySpan<GaussianPeak> single = [peak];
            double spread = GaussianFit.Sum(pulse, single) / (Math.Max(1, pulse.Length - 3) * noise * noise);
            hits.Add(new Hit(region.Plane, region.Wire, start + peak.Time, peak.Width, peak.Area, start, start + pulse.Length - 1, 1, spread));
            return;
        }

        Span<GaussianPeak> peaks = stackalloc GaussianPeak[maxima.Count];
        for (int k = 0; k < peaks.Length; k++)
        {
            double half = Math.Min(
                k > 0 ? maxima[k] - maxima[k - 1] : double.PositiveInfinity,
                k + 1 < peaks.Length ? maxima[k + 1] - maxima[k] : double.PositiveInfinity);
            peaks[k] = new GaussianPeak(pulse[maxima[k]], maxima[k] + 0.5, Math.Clamp(0.4 * half, 1.0, pointWidth));
        }

        double goodness = GaussianFit.Several(pulse, peaks) / (Math.Max(1, pulse.Length - (3 * peaks.Length)) * noise * noise);
        peaks.Sort(static (a, b) => a.Time.CompareTo(b.Time));
        foreach (GaussianPeak peak in peaks)
        {
            hits.Add(new Hit(region.Plane, region.Wire, start + peak.Time, peak.Width, peak.Area, start, start + pulse.Length - 1, peaks.Length, goodness));
        }
    }

    /// <summary>Pieces of about a pitch, cut at the same times on all wires, each a hit at its centre of charge.</summary>
    private void Pieces(ReadOnlySpan<float> pulse, int start, in WireRegion region, List<Hit> hits)
    {
        int first = hits.Count;
        int from = 0;
        for (double cut = Math.Floor(start / piece) + 1.0; from < pulse.Length; cut++)
        {
            int to = Math.Min(pulse.Length, (int)Math.Round(cut * piece) - start);
            Piece(pulse[from..to], start + from, region, hits);
            from = to;
        }

        for (int i = first; i < hits.Count; i++)
        {
            hits[i] = hits[i] with { Start = start, End = start + pulse.Length - 1, Multiplicity = hits.Count - first };
        }
    }

    private static void Piece(ReadOnlySpan<float> part, int start, in WireRegion region, List<Hit> hits)
    {
        double sum = 0.0;
        double first = 0.0;
        double second = 0.0;
        for (int i = 0; i < part.Length; i++)
        {
            sum += part[i];
            first += part[i] * (i + 0.5);
            second += part[i] * (i + 0.5) * (i + 0.5);
        }

        if (sum > 0.0)
        {
            double mean = first / sum;
            double width = Math.Sqrt(Math.Max(1.0 / 12.0, (second / sum) - (mean * mean)));
            hits.Add(new Hit(region.Plane, region.Wire, start + mean, width, sum, 0, 0, 0, null));
        }
    }

    /// <summary>Maxima that valleys separate, from left to right.</summary>
    private void Maxima(ReadOnlySpan<float> pulse, double noise)
    {
        maxima.Clear();
        int top = 0;
        int bottom = 0;
        bool rising = true;
        for (int i = 1; i < pulse.Length; i++)
        {
            if (rising)
            {
                if (pulse[i] > pulse[top])
                {
                    top = i;
                }
                else if (pulse[top] - pulse[i] > Depth(pulse[top], noise))
                {
                    maxima.Add(top);
                    bottom = i;
                    rising = false;
                }
            }
            else if (pulse[i] < pulse[bottom])
            {
                bottom = i;
            }
            else if (pulse[i] - pulse[bottom] > Depth(pulse[i], noise))
            {
                top = i;
                rising = true;
            }
        }

        if (rising)
        {
            maxima.Add(top);
        }
    }

    private double Depth(double height, double noise) => Math.Max(settings.Valley * noise, settings.ValleyShare * height);
}
