using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Umbriel.Detector.Electromagnetic;

/// <summary>Columns of numbers on one grid uniform in ln E; a row's columns lie side by side.</summary>
internal sealed class EnergyGrid
{
    private readonly double[] table;
    private readonly int columns;
    private readonly double logLow;
    private readonly double perLog;
    private readonly double last;

    /// <summary>Fills the table: <paramref name="fill"/> gets an energy (GeV) and its row. The ends are clamped.</summary>
    public EnergyGrid(double low, double high, int perDecade, int columns, Action<double, double[]> fill)
    {
        int rows = (int)Math.Ceiling(Math.Log10(high / low) * perDecade) + 1;
        this.columns = columns;
        logLow = Math.Log(low);
        perLog = perDecade / Math.Log(10.0);
        last = rows - 1.000001;
        table = new double[rows * columns];
        double[] row = new double[columns];
        for (int i = 0; i < rows; i++)
        {
            Array.Clear(row);
            fill(Math.Exp(logLow + (i / perLog)), row);
            row.CopyTo(table, i * columns);
        }
    }

    /// <summary>Number of energies.</summary>
    public int Rows => table.Length / columns;

    /// <summary>The i-th energy, GeV.</summary>
    public double EnergyAt(int i) => Math.Exp(logLow + (i / perLog));

    /// <summary>An entry, to be changed after the table is made.</summary>
    public ref double this[int row, int column] => ref table[(row * columns) + column];

    /// <summary>Place of an energy: first element of its row, and the fraction towards the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Locate(double energy, out double fraction)
    {
        Debug.Assert(energy > 0.0 && double.IsFinite(energy));
        double at = Math.Clamp((Math.Log(energy) - logLow) * perLog, 0.0, last);
        int row = (int)at;
        fraction = at - row;
        return row * columns;
    }

    /// <summary>Interpolates a column linearly in ln E.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double At(int offset, double fraction, int column)
    {
        double low = table[offset + column];
        return low + (fraction * (table[offset + columns + column] - low));
    }

    /// <summary>A column at an energy.</summary>
    public double Value(double energy, int column) => At(Locate(energy, out double fraction), fraction, column);
}
