using System.Globalization;
using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Beam;

/// <summary>
/// Where along the decay pipe the parents of neutrinos of a given energy decay. It matters for scattering far upstream,
/// where the flux is larger by ((L − z₀)/(r − z₀))² than at the detector.
/// </summary>
public sealed class ParentDecayPosition
{
    private readonly double[] energies;
    private readonly double[] positionsCm;
    private readonly double[][] probabilities;
    private readonly double[] means;

    private ParentDecayPosition(double[] energies, double[] positionsCm, double[][] probabilities)
    {
        this.energies = energies;
        this.positionsCm = positionsCm;
        this.probabilities = probabilities;
        means = [.. probabilities.Select(row => row.Zip(positionsCm, (p, z) => p * z).Sum())];
    }

    /// <summary>Reads a table with a column energy_GeV and columns z_&lt;distance&gt;_m of relative probabilities.</summary>
    public static ParentDecayPosition Load(string path)
    {
        CsvTable table = CsvTable.Read(path);
        double[] positions = new double[table.Header.Length - 1];
        for (int i = 0; i < positions.Length; i++)
        {
            string name = table.Header[i + 1];
            if (!name.StartsWith("z_", StringComparison.Ordinal) || !name.EndsWith("_m", StringComparison.Ordinal)
                || !double.TryParse(name[2..^2], NumberStyles.Float, CultureInfo.InvariantCulture, out double metres))
            {
                throw new UserErrorException(path, "header", $"'{name}'", "a column z_<distance>_m");
            }

            positions[i] = 100.0 * metres;
        }

        // The published table has no entries at its highest energies: the last filled row serves there.
        List<double[]> filled = [.. table.Rows.Where(row => row.Skip(1).Any(p => p != 0.0))];
        return filled.Count > 0
            ? new ParentDecayPosition([.. filled.Select(row => row[0])], positions, [.. filled.Select(row => Normalised(path, row))])
            : throw new UserErrorException(path, null, "no probabilities", "at least one row that is not zero");
    }

    /// <summary>
    /// Mean of ((L − z₀)/(r − z₀))² over decay positions z₀ for neutrinos of <paramref name="energy"/> GeV: the flux at
    /// distance <paramref name="r"/> from the target relative to that at <paramref name="baseline"/> (both cm).
    /// </summary>
    public double FluxRatio(double energy, double r, double baseline)
    {
        double[] p = probabilities[NearestRow(energy)];
        double sum = 0.0;
        for (int i = 0; i < p.Length; i++)
        {
            if (p[i] > 0.0)
            {
                double ratio = (baseline - positionsCm[i]) / (r - positionsCm[i]);
                sum += p[i] * ratio * ratio;
            }
        }

        return sum;
    }

    /// <summary>Mean decay position for neutrinos of <paramref name="energy"/> GeV, cm from the target.</summary>
    public double Mean(double energy) => means[NearestRow(energy)];

    private int NearestRow(double energy)
    {
        int i = Array.BinarySearch(energies, energy);
        if (i >= 0)
        {
            return i;
        }

        i = ~i;
        return i == 0 ? 0 : i == energies.Length || energy - energies[i - 1] < energies[i] - energy ? i - 1 : i;
    }

    private static double[] Normalised(string path, double[] row)
    {
        double sum = row.Skip(1).Sum();
        return row.Skip(1).All(p => p >= 0)
            ? [.. row.Skip(1).Select(p => p / sum)]
            : throw new UserErrorException(path, $"row at {row[0]} GeV", "a negative probability", "relative probabilities");
    }
}
