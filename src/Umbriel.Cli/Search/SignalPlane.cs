using Umbriel.Response;

namespace Umbriel.Cli.Search;

/// <summary>
/// The signal over a plane of mass and |U|² from one yield curve per mass; between masses it is interpolated in the
/// logarithms of mass and signal. Zero beyond the masses where there is none.
/// </summary>
internal sealed class SignalPlane(double[] masses, YieldCurve[] curves)
{
    private readonly double[] logMasses = [.. masses.Select(m => Math.Log(m))];

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
