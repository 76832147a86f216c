using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Beam;

/// <summary>
/// A neutrino flux in neutrinos / cm² / POT / GeV at a stated place, linear between the centres of the published bins
/// (the interpolation DarkNews uses) and zero outside them.
/// </summary>
public sealed class NeutrinoFlux
{
    private static readonly Dictionary<int, string> Columns = new()
    {
        [12] = "nu_e",
        [14] = "nu_mu",
        [-12] = "nubar_e",
        [-14] = "nubar_mu",
    };

    private readonly Dictionary<int, double[]> values = [];

    private NeutrinoFlux(double[] energies, double[] edges)
    {
        Energies = energies;
        Edges = edges;
    }

    /// <summary>Bin centres, GeV, ascending.</summary>
    public IReadOnlyList<double> Energies { get; }

    /// <summary>Edges of the published bins, GeV, ascending: one more than <see cref="Energies"/>.</summary>
    public IReadOnlyList<double> Edges { get; }

    /// <summary>Reads a table with columns energy_low_GeV, energy_high_GeV, nu_e, nu_mu, …, nubar_mu.</summary>
    /// <exception cref="UserErrorException">Missing column, swapped or non-contiguous bins, negative flux.</exception>
    public static NeutrinoFlux Load(string path)
    {
        CsvTable table = CsvTable.Read(path);
        double[] low = table.Column("energy_low_GeV");
        double[] high = table.Column("energy_high_GeV");
        double[] centres = new double[low.Length];
        for (int i = 0; i < low.Length; i++)
        {
            if (!(high[i] > low[i]) || (i > 0 && Math.Abs(low[i] - high[i - 1]) > 1e-6 * high[i]))
            {
                throw new UserErrorException(path, $"row {i + 1}", $"energy bin {low[i]} to {high[i]} GeV", "ascending bins, each starting where the last one ended");
            }

            centres[i] = 0.5 * (low[i] + high[i]);
        }

        if (centres.Length < 2)
        {
            throw new UserErrorException(path, null, $"{centres.Length} energy bins", "at least two");
        }

        NeutrinoFlux flux = new(centres, [low[0], .. high]);
        foreach ((int pdg, string column) in Columns)
        {
            double[] content = table.Column(column);
            int negative = Array.FindIndex(content, x => x < 0);
            if (negative >= 0)
            {
                throw new UserErrorException(path, $"{column}, row {negative + 1}", $"{content[negative]}", "a flux that is not negative");
            }

            flux.values[pdg] = content;
        }

        return flux;
    }

    /// <summary>Flux of neutrinos of PDG code <paramref name="pdg"/> at <paramref name="energy"/> GeV.</summary>
    public double Evaluate(int pdg, double energy)
    {
        double[] y = values[pdg];
        double[] x = (double[])Energies;
        if (!(energy >= x[0]) || energy > x[^1])
        {
            return 0.0;
        }

        int i = Array.BinarySearch(x, energy);
        if (i >= 0)
        {
            return y[i];
        }

        i = ~i;
        double f = (energy - x[i - 1]) / (x[i] - x[i - 1]);
        return ((1.0 - f) * y[i - 1]) + (f * y[i]);
    }

    /// <summary>Highest energy with any flux of this kind, GeV (the first zero bin centre after it).</summary>
    public double MaximumEnergy(int pdg)
    {
        double[] y = values[pdg];
        int last = Array.FindLastIndex(y, v => v > 0);
        return last < 0 ? 0.0 : Energies[Math.Min(last + 1, y.Length - 1)];
    }
}
