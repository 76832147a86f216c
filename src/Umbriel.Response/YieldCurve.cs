using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Generation.Geometry;

namespace Umbriel.Response;

/// <summary>
/// The selected signal of one mass point as a function of |U|², all origins together. In the dual scenario the lifetime
/// does not depend on |U|² and the signal is proportional to it. In the single one the signal is computed at a few
/// couplings, placed where its logarithm bends, and interpolated in logarithms in between. The same random numbers serve
/// every mass and coupling, so that curves are smooth.
/// </summary>
public sealed class YieldCurve
{
    private const double Bend = 0.004;
    private const double NarrowestLog10 = 0.25;

    private static readonly EventOrigin[] Origins = [EventOrigin.Tpc, EventOrigin.Cryostat, EventOrigin.Soil];

    private readonly DarkSectorParameters parameters;
    private readonly GenerationSettings settings;
    private readonly BeamData beam;
    private readonly UpstreamFlux upstream;
    private readonly PublishedResponse response;
    private readonly Func<SelectedSignal, double[]> spectrum;
    private readonly int events;
    private readonly List<(double LogU2, double[] LogSignal)> nodes = [];

    /// <summary>Computes the curve between two couplings.</summary>
    /// <param name="parameters">Model; its mixing is ignored.</param>
    /// <param name="settings">Exposure, regimes, geometry.</param>
    /// <param name="beam">The beam.</param>
    /// <param name="upstream">Flux upstream in the settings' geometry.</param>
    /// <param name="response">Selection.</param>
    /// <param name="spectrum">Which spectrum is wanted.</param>
    /// <param name="range">Smallest and largest |U|² that will be asked for often; others are extrapolated.</param>
    /// <param name="events">Events per origin and coupling.</param>
    public YieldCurve(
        DarkSectorParameters parameters,
        GenerationSettings settings,
        BeamData beam,
        UpstreamFlux upstream,
        PublishedResponse response,
        Func<SelectedSignal, double[]> spectrum,
        (double Low, double High) range,
        int events)
    {
        this.parameters = parameters;
        this.settings = settings;
        this.beam = beam;
        this.upstream = upstream;
        this.response = response;
        this.spectrum = spectrum;
        this.events = events;
        double low = Math.Log(range.Low);
        double high = Math.Log(range.High);
        if (parameters.Scenario == Scenario.Dual)
        {
            nodes.Add(Node(low));
            return;
        }

        (double LogU2, double[] LogSignal) first = Node(low);
        (double LogU2, double[] LogSignal) last = Node(high);
        nodes.Add(first);
        Refine(first, last);
        nodes.Add(last);
    }

    /// <summary>Number of couplings at which the signal was computed.</summary>
    public int NodeCount => nodes.Count;

    /// <summary>Expected events per bin at |U|².</summary>
    public double[] At(double u2)
    {
        double x = Math.Log(u2);
        if (nodes.Count == 1)
        {
            return [.. nodes[0].LogSignal.Select(v => Math.Exp(v + x - nodes[0].LogU2))];
        }

        int i = 0;
        while (i < nodes.Count - 2 && x > nodes[i + 1].LogU2)
        {
            i++;
        }

        (double x0, double[] y0) = nodes[i];
        (double x1, double[] y1) = nodes[i + 1];
        double f = (x - x0) / (x1 - x0);
        double[] signal = new double[y0.Length];
        for (int b = 0; b < signal.Length; b++)
        {
            signal[b] = double.IsNegativeInfinity(y0[b]) || double.IsNegativeInfinity(y1[b]) ? 0.0 : Math.Exp(((1.0 - f) * y0[b]) + (f * y1[b]));
        }

        return signal;
    }

    /// <summary>The full selected signal at |U|², without interpolation.</summary>
    public SelectedSignal Compute(double u2)
    {
        DarkSectorParameters point = parameters.WithMixingSquared(u2);
        SelectedSignal sum = response.Empty();
        foreach (EventOrigin origin in Origins)
        {
            EventSource source = new(point, settings, beam, origin, upstream);
            sum.Add(response.Fold(EventGenerator.Generate(source, 0, events, events, threads: 1)));
        }

        return sum;
    }

    private void Refine((double LogU2, double[] LogSignal) low, (double LogU2, double[] LogSignal) high)
    {
        double middle = 0.5 * (low.LogU2 + high.LogU2);
        (double LogU2, double[] LogSignal) node = Node(middle);
        bool bends = false;
        for (int b = 0; b < node.LogSignal.Length; b++)
        {
            bends |= Math.Abs(node.LogSignal[b] - (0.5 * (low.LogSignal[b] + high.LogSignal[b]))) > Bend;
        }

        bends &= high.LogU2 - low.LogU2 > NarrowestLog10 * Math.Log(10.0);
        if (bends)
        {
            Refine(low, node);
        }

        nodes.Add(node);
        if (bends)
        {
            Refine(node, high);
        }
    }

    private (double LogU2, double[] LogSignal) Node(double logU2) =>
        (logU2, [.. spectrum(Compute(Math.Exp(logU2))).Select(v => Math.Log(v))]);
}
