using Umbriel.Formats.Csv;

namespace Umbriel.Nuclei.Cascade;

/// <summary>A cross section against kinetic energy, on equal steps up to 2 GeV; constant above the last energy of its source.</summary>
internal sealed class EnergyTable
{
    private const double Maximum = 2.0;
    private const int Steps = 800;

    private readonly double[] values = new double[Steps + 1];

    /// <summary>Interpolates a column.</summary>
    /// <param name="energies">MeV, ascending.</param>
    /// <param name="column">Values.</param>
    public EnergyTable(double[] energies, Func<int, double> column)
    {
        int j = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double energy = 1e3 * Maximum * i / Steps;
            while (j < energies.Length - 2 && energies[j + 1] < energy)
            {
                j++;
            }

            double part = Math.Clamp((energy - energies[j]) / (energies[j + 1] - energies[j]), 0.0, 1.0);
            values[i] = ((1.0 - part) * column(j)) + (part * column(j + 1));
        }
    }

    /// <summary>A column of a table whose energies are in <c>ke_mev</c>.</summary>
    public static EnergyTable Of(CsvTable table, string name)
    {
        double[] column = table.Column(name);
        return new EnergyTable(table.Column("ke_mev"), i => column[i]);
    }

    /// <summary>Value at a kinetic energy, GeV.</summary>
    public double At(double energy)
    {
        double x = Math.Clamp(energy, 0.0, Maximum * (1.0 - 1e-12)) * (Steps / Maximum);
        int i = (int)x;
        return values[i] + ((x - i) * (values[i + 1] - values[i]));
    }
}
