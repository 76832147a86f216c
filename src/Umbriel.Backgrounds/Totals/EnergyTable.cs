using System.Diagnostics;

namespace Umbriel.Backgrounds.Totals;

/// <summary>A function of the neutrino's energy on 120 nodes from 0.05 to 20 GeV, linear in the energy's logarithm between; zero below, constant above.</summary>
internal sealed class EnergyTable
{
    private const int Nodes = 120;
    private const double Lowest = 0.05;
    private const double Step = 5.991464547107982 / (Nodes - 1); // ln(20/0.05) in all

    private readonly double[] values;

    /// <summary>Tabulates a function.</summary>
    public EnergyTable(Func<double, double> function) => values = [.. Enumerable.Range(0, Nodes).Select(i => function(Lowest * Math.Exp(i * Step)))];

    /// <summary>Its value at an energy in GeV.</summary>
    public double At(double energy)
    {
        Debug.Assert(energy > 0.0);
        double position = Math.Log(energy / Lowest) / Step;
        if (position < 0.0)
        {
            return 0.0;
        }

        int i = Math.Min((int)position, Nodes - 2);
        return values[i] + (Math.Min(1.0, position - i) * (values[i + 1] - values[i]));
    }
}
