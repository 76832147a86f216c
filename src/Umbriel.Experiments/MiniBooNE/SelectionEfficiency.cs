using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// MiniBooNE's efficiency for a single electron or photon: all electron-neutrino cuts, among them the fiducial radius of
/// 5 m relative to the whole tank (data release of arXiv:1207.4809). A step function: the value of the nearest tabulated
/// energy, the lower one at equal distance; the first and last value outside. Immutable.
/// </summary>
public sealed class SelectionEfficiency
{
    /// <summary>Share of the tank's events inside the fiducial radius that arXiv:2308.02543 takes out of the table.</summary>
    public const double FiducialShare = 0.55;

    /// <summary>Lower end of the visible energy in <see cref="EfficiencyConvention.Legacy"/>, GeV.</summary>
    public const double LegacyLowest = 0.14;

    /// <summary>Upper end of the visible energy in <see cref="EfficiencyConvention.Legacy"/>, GeV.</summary>
    public const double LegacyHighest = 3.0;

    private const double GeVPerMeV = 1e-3;

    private readonly double[] boundaries;
    private readonly double[] values;

    private SelectionEfficiency(double[] boundaries, double[] values)
    {
        this.boundaries = boundaries;
        this.values = values;
    }

    /// <summary>The published table.</summary>
    public static string FileIn(string dataDirectory) => Path.Combine(dataDirectory, "miniboone", "efficiency", "single_gamma_electron_efficiency_2012release.csv");

    /// <summary>Reads the published table.</summary>
    /// <param name="dataDirectory">Umbriel's data folder.</param>
    /// <exception cref="UserErrorException">The table is missing or damaged.</exception>
    public static SelectionEfficiency Load(string dataDirectory)
    {
        CsvTable table = CsvTable.Read(FileIn(dataDirectory));
        double[] energies = [.. table.Column("E_generated_MeV").Select(e => GeVPerMeV * e)];
        double[] values = table.Column("efficiency");
        double[] boundaries = new double[Math.Max(0, energies.Length - 1)];
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is < 0.0 or > 1.0)
            {
                throw new UserErrorException(table.LocationOf(i), "efficiency", $"{values[i]}", "a number between 0 and 1");
            }

            if (i > 0)
            {
                if (energies[i] <= energies[i - 1])
                {
                    throw new UserErrorException(table.LocationOf(i), "E_generated_MeV", $"{energies[i] / GeVPerMeV}", "energies in ascending order");
                }

                boundaries[i - 1] = 0.5 * (energies[i] + energies[i - 1]);
            }
        }

        return values.Length > 0
            ? new SelectionEfficiency(boundaries, values)
            : throw new UserErrorException("MiniBooNE efficiency", null, "no rows", "at least one");
    }

    /// <summary>The tabulated efficiency, in [0, 1].</summary>
    /// <param name="visibleEnergy">Reconstructed visible energy, GeV.</param>
    public double At(double visibleEnergy)
    {
        int bin = 0;
        while (bin < boundaries.Length && visibleEnergy > boundaries[bin])
        {
            bin++;
        }

        return values[bin];
    }

    /// <summary>Weight of an event that passes the single-ring cut.</summary>
    /// <param name="visibleEnergy">Reconstructed visible energy, GeV.</param>
    /// <param name="convention">How the table is applied.</param>
    public double Weight(double visibleEnergy, EfficiencyConvention convention) => convention == EfficiencyConvention.Head
        ? At(visibleEnergy) / FiducialShare
        : visibleEnergy is > LegacyLowest and < LegacyHighest ? At(visibleEnergy) : 0.0;
}
