using Umbriel.Beam;

namespace Umbriel.Generation;

/// <summary>Mean decay position of the neutrinos' parents, with the nearest row of the table found at once for most energies.</summary>
internal sealed class ParentSource
{
    private const int CellsPerGeV = 100;
    private const int Cells = 10 * CellsPerGeV;

    private readonly ParentDecayPosition parents;
    private readonly double[] means = new double[Cells];

    /// <summary>Tabulates the means; a cell within which the row changes is left to the search.</summary>
    public ParentSource(ParentDecayPosition parents)
    {
        this.parents = parents;
        double low = parents.Mean(0.0);
        for (int i = 0; i < Cells; i++)
        {
            double high = parents.Mean((i + 1.0) / CellsPerGeV);
            means[i] = low == high ? low : double.NaN;
            low = high;
        }
    }

    /// <summary>Mean decay position for neutrinos of <paramref name="energy"/> GeV, cm from the target.</summary>
    public double Mean(double energy)
    {
        int i = (int)(energy * CellsPerGeV);
        double mean = (uint)i < Cells ? means[i] : double.NaN;
        return double.IsNaN(mean) ? parents.Mean(energy) : mean;
    }
}
