using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Sampling;

/// <summary>
/// σ(E) of nucleons in a nucleus: a cubic through the four nearest of 48 nodes in ln(1 + (E − E_thr)/20 MeV). Good to 3e-3 of σ and
/// 1e-3 of its largest value, as the nodes' own quadrature is near the threshold.
/// </summary>
internal sealed class BoundTotals
{
    private const int Nodes = 48;
    private const double Scale = 0.02;

    private readonly double threshold;
    private readonly double step;
    private readonly double[] values;

    /// <summary>Tabulates up to an energy in GeV.</summary>
    public BoundTotals(BoundUpscattering bound, Helicity helicity, double maximum)
    {
        threshold = bound.Threshold;
        step = Math.Log(1.0 + ((maximum - threshold) / Scale)) / (Nodes - 1);
        values = [.. Enumerable.Range(0, Nodes).Select(i => bound.Total(threshold + (Scale * (Math.Exp(i * step) - 1.0)), helicity))];
    }

    /// <summary>σ in cm² per nucleus.</summary>
    public double At(double energy)
    {
        if (energy <= threshold)
        {
            return 0.0;
        }

        double place = Math.Log(1.0 + ((energy - threshold) / Scale)) / step;
        int i = Math.Clamp((int)place - 1, 0, Nodes - 4);
        double x = place - i;
        double cubic = (values[i] * (x - 1.0) * (x - 2.0) * (x - 3.0) / -6.0)
            + (values[i + 1] * x * (x - 2.0) * (x - 3.0) / 2.0)
            + (values[i + 2] * x * (x - 1.0) * (x - 3.0) / -2.0)
            + (values[i + 3] * x * (x - 1.0) * (x - 2.0) / 6.0);
        return Math.Max(0.0, cubic);
    }
}
