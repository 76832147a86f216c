using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments;
using Umbriel.Response;

namespace Umbriel.Scan;

/// <summary>
/// The signal over a plane of mass and |U|² from one yield curve per mass; between masses it is interpolated in the
/// logarithms of mass and signal. Zero beyond the masses where there is none.
/// </summary>
public sealed class SignalPlane(double[] masses, YieldCurve[] curves)
{
    private readonly double[] logMasses = [.. masses.Select(m => Math.Log(m))];

    /// <summary>Masses with a yield curve, increasing, GeV.</summary>
    public IReadOnlyList<double> Masses => masses;

    /// <summary>With the masses of another part of the same plane added.</summary>
    public SignalPlane With(SignalPlane other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (double Mass, YieldCurve Curve)[] all = [.. Nodes().Concat(other.Nodes()).OrderBy(n => n.Mass)];
        return new SignalPlane([.. all.Select(n => n.Mass)], [.. all.Select(n => n.Curve)]);
    }

    private IEnumerable<(double Mass, YieldCurve Curve)> Nodes() => masses.Zip(curves);

    /// <summary>Computes a prediction in several planes, or reads it from the cache.</summary>
    /// <param name="card">The card.</param>
    /// <param name="planes">Scenarios and Z' masses.</param>
    /// <param name="masses">Masses of each plane, GeV.</param>
    /// <param name="prediction">What predicts.</param>
    /// <param name="cache">Finished curves.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="progress">Told of every point.</param>
    /// <param name="cancellation">Stops between points.</param>
    public static SignalPlane[] Compute(
        Card card,
        IReadOnlyList<ScanPlane> planes,
        IReadOnlyList<double[]> masses,
        ISignalPrediction prediction,
        PointCache cache,
        int threads,
        IProgressStages progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(planes);
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(progress);
        (double low, double high) = (card.Scan.Coupling.Low, card.Scan.Coupling.High);
        ArgumentNullException.ThrowIfNull(masses);
        DarkSectorParameters[] points = [.. planes.Zip(masses, (p, m) => m.Select(mass => ScanPoints.Point(card, p.Scenario, p.MZPrime, mass))).SelectMany(p => p)];
        double[][] curves = PointRunner.Run([.. points.Select(point => PointCache.Key(prediction.Identity, point, low, high))], i => prediction.Curve(points[i], low, high).ToArray(), cache, threads, progress.Begin(prediction.Title, "mass points", points.Length), cancellation);
        SignalPlane[] signals = new SignalPlane[planes.Count];
        int first = 0;
        for (int p = 0; p < planes.Count; p++)
        {
            signals[p] = new SignalPlane(masses[p], [.. curves.Skip(first).Take(masses[p].Length).Select(YieldCurve.FromArray)]);
            first += masses[p].Length;
        }

        return signals;
    }

    /// <summary>Expected events per fitted bin.</summary>
    public double[] At(double mass, double u2)
    {
        double x = Math.Log(mass);
        int i = 0;
        while (i < logMasses.Length - 2 && x > logMasses[i + 1])
        {
            i++;
        }

        double f = Math.Clamp((x - logMasses[i]) / (logMasses[i + 1] - logMasses[i]), 0.0, 1.0);
        if (f < 1e-12)
        {
            return curves[i].At(u2);
        }

        double[] high = curves[i + 1].At(u2);
        if (f > 1.0 - 1e-12)
        {
            return high;
        }

        double[] low = curves[i].At(u2);
        for (int b = 0; b < low.Length; b++)
        {
            low[b] = low[b] > 0.0 && high[b] > 0.0 ? Math.Exp(((1.0 - f) * Math.Log(low[b])) + (f * Math.Log(high[b]))) : ((1.0 - f) * low[b]) + (f * high[b]);
        }

        return low;
    }
}
