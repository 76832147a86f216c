using Umbriel.DarkSector;
using Umbriel.Cards;
using Umbriel.Response;

namespace Umbriel.Cli.Search;

/// <summary>
/// The signal over a plane of mass and |U|² from one yield curve per mass; between masses it is interpolated in the
/// logarithms of mass and signal. Zero beyond the masses where there is none.
/// </summary>
internal sealed class SignalPlane(double[] masses, YieldCurve[] curves)
{
    private readonly double[] logMasses = [.. masses.Select(m => Math.Log(m))];

    /// <summary>Computes the signals of several planes, or reads them from the cache.</summary>
    /// <param name="card">The card.</param>
    /// <param name="planes">Scenarios and Z' masses.</param>
    /// <param name="key">Name of a point's curve in the cache.</param>
    /// <param name="curve">A point's curve.</param>
    /// <param name="cache">Finished curves.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="progress">Opens progress, from the number of points.</param>
    /// <param name="cancellation">Stops between points.</param>
    public static SignalPlane[] Compute(
        Card card,
        IReadOnlyList<(Scenario Scenario, double MZPrime)> planes,
        Func<DarkSectorParameters, string> key,
        Func<DarkSectorParameters, YieldCurve> curve,
        PointCache cache,
        int threads,
        Func<long, IProgress<long>> progress,
        CancellationToken cancellation)
    {
        double[][] masses = [.. planes.Select(p => ScanPoints.SignalMasses(card, p.Scenario, p.MZPrime))];
        DarkSectorParameters[] points = [.. planes.Zip(masses, (p, m) => m.Select(mass => ScanPoints.Point(card, p.Scenario, p.MZPrime, mass))).SelectMany(p => p)];
        double[][] curves = PointRunner.Run([.. points.Select(key)], i => curve(points[i]).ToArray(), cache, threads, progress(points.Length), cancellation);
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
