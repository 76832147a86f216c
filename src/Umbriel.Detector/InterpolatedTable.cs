using System.Diagnostics;

namespace Umbriel.Detector;

/// <summary>A table linear in ln E between its points and constant beyond its ends.</summary>
internal sealed class InterpolatedTable
{
    private readonly double[] logs;
    private readonly double[] values;

    /// <summary>From energies (rising) and values.</summary>
    public InterpolatedTable(double[] energies, double[] values)
    {
        if (energies.Length != values.Length)
        {
            throw new ArgumentException($"{energies.Length} energies but {values.Length} values");
        }

        logs = Array.ConvertAll(energies, Math.Log);
        this.values = values;
    }

    /// <summary>The value at an energy &gt; 0.</summary>
    public double At(double energy)
    {
        Debug.Assert(!double.IsNaN(energy));
        double log = Math.Log(energy);
        if (log <= logs[0])
        {
            return values[0];
        }

        if (log >= logs[^1])
        {
            return values[^1];
        }

        int found = Array.BinarySearch(logs, log);
        int i = found >= 0 ? Math.Min(found, logs.Length - 2) : ~found - 1;
        return values[i] + ((values[i + 1] - values[i]) * (log - logs[i]) / (logs[i + 1] - logs[i]));
    }
}
