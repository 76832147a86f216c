using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Formats.Csv;
using Umbriel.Inference;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// MiniBooNE's published spectra to draw a signal on: quasi-elastic energy from a release, visible energy and angle of the
/// neutrino-mode events of arXiv:2006.16883 (18.75e20 protons on target) with their background categories.
/// </summary>
public sealed class MiniBooNEObservables
{
    /// <summary>Name of the one contribution of <see cref="NeutrinoEnergy"/>.</summary>
    public const string TotalBackground = "background";

    private const double GeVPerMeV = 1e-3;

    /// <summary>Upper edge, GeV, in quasi-elastic energy of the events that the figures show.</summary>
    public const double FigureEnergyLimit = 1.25;

    private static readonly (string Column, string Name)[] Categories =
    [
        ("intrinsic_nue", "intrinsic nue"), ("pi0", "pi0"), ("delta", "delta"), ("dirt", "dirt"), ("numu", "numu"), ("other", "other"),
    ];

    private MiniBooNEObservables(Spectrum visibleEnergy, Spectrum cosTheta, double scale, double protonsOnTarget)
    {
        VisibleEnergy = visibleEnergy;
        CosTheta = cosTheta;
        BackgroundScale = scale;
        ProtonsOnTarget = protonsOnTarget;
    }

    /// <summary>
    /// Visible energy, edges in GeV from 0.1 to 1.25 in steps of 0.05, all angles; data and backgrounds in events per bin. Backgrounds, here and in
    /// <see cref="CosTheta"/>: "intrinsic nue", "pi0", "delta" (Δ → Nγ), "dirt" (from outside the tank), "numu", "other".
    /// </summary>
    public Spectrum VisibleEnergy { get; }

    /// <summary>Cosine of the angle to the beam, 20 bins from −1 to 1, all visible energies; data and backgrounds in events per bin.</summary>
    public Spectrum CosTheta { get; }

    /// <summary>
    /// Factor that the backgrounds of the file were multiplied by (0.9146), so that their sum is the release's background
    /// below 1.25 GeV of quasi-elastic energy. With it they are the published figures; data/miniboone/README.md shows it.
    /// </summary>
    public double BackgroundScale { get; }

    /// <summary>Exposure of <see cref="VisibleEnergy"/> and <see cref="CosTheta"/>.</summary>
    public double ProtonsOnTarget { get; }

    /// <summary>Quasi-elastic neutrino energy of a release: edges in GeV, data, total background.</summary>
    /// <param name="release">The release.</param>
    /// <param name="mode">One polarity.</param>
    /// <exception cref="ArgumentOutOfRangeException">For <see cref="BeamMode.Combined"/>, which is two spectra.</exception>
    public static Spectrum NeutrinoEnergy(MiniBooNERelease release, BeamMode mode)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentOutOfRangeException.ThrowIfEqual(mode, BeamMode.Combined);
        ModeSample sample = release.Samples(mode)[0];
        return new Spectrum(new Binning(new Channel("E_nu^QE", release.EnergyEdges)), TotalBackground, [.. sample.NueBackground], [.. sample.NueData]);
    }

    /// <summary>Reads the two-dimensional counts and projects them.</summary>
    /// <param name="dataDirectory">Umbriel's data folder.</param>
    /// <exception cref="UserErrorException">A file is missing or damaged.</exception>
    public static MiniBooNEObservables Load(string dataDirectory)
    {
        MiniBooNERelease release = MiniBooNERelease.Load(dataDirectory, MiniBooNEDataRelease.Release2020);
        CsvTable table = CsvTable.Read(FileIn(dataDirectory));
        string[] columns = ["data", .. Categories.Select(c => c.Column)];
        foreach (string column in columns)
        {
            int bad = Array.FindIndex(table.Column(column), c => c < 0.0);
            if (bad >= 0)
            {
                throw new UserErrorException(table.LocationOf(bad), column, $"{table.Column(column)[bad]}", "zero or more");
            }
        }

        double expected = release.EnergyEdges[1..].ToArray().Zip(release.Fhc.NueBackground).Where(bin => bin.First <= FigureEnergyLimit + 1e-9).Sum(bin => bin.Second);
        double scale = expected / Categories.Sum(c => table.Column(c.Column).Sum());
        RequireDistinctCells(table);
        return new MiniBooNEObservables(
            Project(table, "E_vis", "Evis_low_MeV", "Evis_high_MeV", GeVPerMeV, scale),
            Project(table, "cos(theta)", "cos_low", "cos_high", 1.0, scale),
            scale,
            release.Fhc.ProtonsOnTarget);
    }

    /// <summary>The files that <see cref="Load"/> reads.</summary>
    /// <param name="dataDirectory">Umbriel's data folder.</param>
    public static IReadOnlyList<string> FilesIn(string dataDirectory) => [FileIn(dataDirectory), .. MiniBooNERelease.FilesIn(dataDirectory, MiniBooNEDataRelease.Release2020)];

    /// <summary>The file of <see cref="VisibleEnergy"/> and <see cref="CosTheta"/>.</summary>
    public static string FileIn(string dataDirectory) => Path.Combine(dataDirectory, "miniboone", "evis_costheta_oct19", "evis_costheta_2d.csv");

    private static Spectrum Project(CsvTable table, string name, string lowColumn, string highColumn, double unit, double scale)
    {
        double[] low = table.Column(lowColumn);
        double[] high = table.Column(highColumn);
        double[] lows = [.. low.Distinct().Order()];
        double[] edges = [.. lows, high.DefaultIfEmpty(double.NaN).Max()];
        for (int row = 0; row < low.Length; row++)
        {
            double end = edges[Array.BinarySearch(lows, low[row]) + 1];
            if (high[row] != end)
            {
                throw new UserErrorException(table.LocationOf(row), highColumn, $"{high[row]}", $"{end}, where the next bin begins");
            }
        }

        double[] Sum(string column, double factor)
        {
            double[] sums = new double[lows.Length];
            double[] counts = table.Column(column);
            for (int row = 0; row < counts.Length; row++)
            {
                sums[Array.BinarySearch(lows, low[row])] += factor * counts[row];
            }

            return sums;
        }

        var binning = new Binning(new Channel(name, [.. edges.Select(e => e * unit)]));
        return new Spectrum(binning, Categories.Select(c => new Subchannel(c.Name, Sum(c.Column, scale))), Sum("data", 1.0));
    }

    private static void RequireDistinctCells(CsvTable table)
    {
        double[] energy = table.Column("Evis_low_MeV");
        double[] angle = table.Column("cos_low");
        var seen = new HashSet<(double, double)>();
        for (int row = 0; row < energy.Length; row++)
        {
            if (!seen.Add((energy[row], angle[row])))
            {
                throw new UserErrorException(table.LocationOf(row), "Evis_low_MeV, cos_low", $"{energy[row]}, {angle[row]} a second time", "each cell once");
            }
        }
    }
}
