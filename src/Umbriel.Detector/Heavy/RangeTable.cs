using System.Diagnostics;

namespace Umbriel.Detector.Heavy;

/// <summary>
/// Range in the continuous-slowing-down approximation, R(T) = ∫ dT/S, and its inverse, on a logarithmic grid with
/// logarithmic interpolation (relative error below 1e-4). cm at the density given. Immutable.
/// </summary>
internal sealed class RangeTable
{
    private const int PerDecade = 80;
    private const int Decades = 10;

    /// <summary>
    /// Lowest energy of the grid, GeV: 1 keV; below, the range goes as √T, as where the loss is proportional to velocity.
    /// </summary>
    private const double Lowest = 1e-6;
    private static readonly double Step = Math.Log(10.0) / PerDecade;
    private readonly double[] logLoss = new double[(PerDecade * Decades) + 1];
    private readonly double[] logRange = new double[(PerDecade * Decades) + 1];

    /// <summary>Tabulates.</summary>
    /// <param name="loss">Loss per length at a kinetic energy, GeV/cm.</param>
    public RangeTable(Func<double, double> loss)
    {
        const int Panels = 4;
        double range = 2.0 * Lowest / loss(Lowest);
        for (int i = 0; i < logLoss.Length; i++)
        {
            double energy = EnergyAt(i);
            logLoss[i] = Math.Log(loss(energy));
            if (i > 0)
            {
                // Simpson's rule in ln T.
                double h = Step / (2.0 * Panels);
                double sum = 0.0;
                for (int k = 0; k <= 2 * Panels; k++)
                {
                    double t = EnergyAt(i - 1) * Math.Exp(k * h);
                    double weight = k is 0 or (2 * Panels) ? 1.0 : k % 2 == 1 ? 4.0 : 2.0;
                    sum += weight * t / loss(t);
                }

                range += sum * h / 3.0;
            }

            logRange[i] = Math.Log(range);
        }
    }

    /// <summary>Loss per length, GeV/cm.</summary>
    public double Loss(double energy)
    {
        Debug.Assert(energy > 0.0 && double.IsFinite(energy));
        (int i, double fraction) = Locate(energy);
        return Math.Exp(logLoss[i] + (fraction * (logLoss[i + 1] - logLoss[i])));
    }

    /// <summary>Range, cm.</summary>
    public double Range(double energy)
    {
        if (energy <= Lowest)
        {
            return Math.Exp(logRange[0]) * Math.Sqrt(Math.Max(energy, 0.0) / Lowest);
        }

        (int i, double fraction) = Locate(energy);
        return Math.Exp(logRange[i] + (fraction * (logRange[i + 1] - logRange[i])));
    }

    /// <summary>Kinetic energy with a given range, GeV.</summary>
    public double Energy(double range)
    {
        Debug.Assert(range >= 0.0);
        double log = Math.Log(range);
        if (log <= logRange[0])
        {
            double ratio = range / Math.Exp(logRange[0]);
            return Lowest * ratio * ratio;
        }

        int found = Array.BinarySearch(logRange, log);
        int i = Math.Min(found >= 0 ? found : ~found - 1, logRange.Length - 2);
        return EnergyAt(i) * Math.Exp(Step * (log - logRange[i]) / (logRange[i + 1] - logRange[i]));
    }

    private static double EnergyAt(int i) => Lowest * Math.Exp(i * Step);

    private (int Index, double Fraction) Locate(double energy)
    {
        double position = Math.Max(0.0, Math.Log(energy / Lowest) / Step);
        int i = Math.Min((int)position, logLoss.Length - 2);
        return (i, position - i);
    }
}
