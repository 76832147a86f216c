using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Readout;

/// <summary>
/// What one electron that arrives does to a wire's samples: the field response, an analytic parametrisation, folded with
/// the electronics. With T = pitch/speed and time counted from the plane's crossing, in unit-area lobes (1 − cos)/width:
/// collection, one lobe of full width 2T around −T/2 (half maximum: the crossing of one gap); induction, strength times
/// (a lobe of 2T around −T/2 minus one of 2T around +T/2), the approach to the first plane being slower, 4T around −T. The
/// widths are chosen, not fitted to a calculated field.
/// Charge counts on the nearest wire alone: induction on farther neighbours is left out. Immutable.
/// </summary>
public sealed class PlaneResponse
{
    /// <summary>Points of the integral in a sample. Chosen.</summary>
    private const int Fine = 20;

    /// <summary>Size relative to the largest sample below which both ends are cut off. Chosen.</summary>
    private const double Negligible = 1e-5;

    private readonly float[] kernel;

    /// <summary>Folds the responses for one plane.</summary>
    /// <param name="card">The detector.</param>
    /// <param name="plane">Index of the plane.</param>
    /// <param name="electronics">The shaper.</param>
    public PlaneResponse(DetectorCard card, int plane, ColdElectronics electronics)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(electronics);
        PlaneSettings settings = card.Planes[plane];
        double speed = card.Drift.Speed / 1000.0;
        double tick = card.Readout.TickNs;
        double gap = settings.Pitch / speed;
        double delay = settings.Depth / speed;
        double adc = card.Electronics.AdcPerElectron;
        Lobe[] lobes = settings.Signal == PlaneSignal.Collection
            ? [new Lobe(1.0, -0.5 * gap, 2.0 * gap)]
            : [
                plane == 0 ? new Lobe(card.Electronics.InductionStrength, -gap, 4.0 * gap) : new Lobe(card.Electronics.InductionStrength, -0.5 * gap, 2.0 * gap),
                new Lobe(-card.Electronics.InductionStrength, 0.5 * gap, 2.0 * gap),
            ];

        // Sample n sees charge of bin 0, on average half a tick old, at t = (n − 1/2) tick − delay.
        double begin = lobes.Min(static l => l.Centre - (0.5 * l.Width));
        double end = lobes.Max(static l => l.Centre + (0.5 * l.Width)) + electronics.LengthNs;
        int first = (int)Math.Floor((begin + delay) / tick);
        int last = (int)Math.Ceiling((end + delay) / tick) + 1;
        double[] samples = new double[last - first + 1];
        for (int i = 0; i < samples.Length; i++)
        {
            double t = ((first + i - 0.5) * tick) - delay;
            foreach (Lobe lobe in lobes)
            {
                samples[i] += adc * Fold(lobe, electronics, t, tick / Fine);
            }
        }

        double size = samples.Max(Math.Abs);
        int from = Array.FindIndex(samples, s => Math.Abs(s) > Negligible * size);
        int to = Array.FindLastIndex(samples, s => Math.Abs(s) > Negligible * size);
        Start = size > 0.0 ? first + from : first;
        kernel = size > 0.0 ? Array.ConvertAll(samples[from..(to + 1)], static s => (float)s) : [0.0f];
        AdcTicksPerElectron = adc * electronics.AreaNs / tick;
        Delay = delay;
    }

    /// <summary>First sample touched by charge that reaches the first plane in sample 0.</summary>
    public int Start { get; }

    /// <summary>ADC counts per electron, sample by sample from <see cref="Start"/>.</summary>
    public ReadOnlySpan<float> Kernel => kernel;

    /// <summary>Sum over samples of a collection wire's signal per electron: collected charge is the sum divided by this.</summary>
    public double AdcTicksPerElectron { get; }

    /// <summary>Time from the first plane to this one, ns, at the drift speed (the higher field of the gaps is left out).</summary>
    public double Delay { get; }

    /// <summary>∫ lobe(t') e(t − t') dt' by the midpoint rule, which is exact for a periodic integrand's low harmonics.</summary>
    private static double Fold(Lobe lobe, ColdElectronics electronics, double t, double step)
    {
        int steps = (int)Math.Ceiling(lobe.Width / step);
        double h = lobe.Width / steps;
        double sum = 0.0;
        for (int i = 0; i < steps; i++)
        {
            double phase = (i + 0.5) / steps;
            sum += (1.0 - Math.Cos(2.0 * Math.PI * phase)) * electronics.At(t - (lobe.Centre + ((phase - 0.5) * lobe.Width)));
        }

        return lobe.Area * sum * h / lobe.Width;
    }

    private readonly record struct Lobe(double Area, double Centre, double Width);
}
