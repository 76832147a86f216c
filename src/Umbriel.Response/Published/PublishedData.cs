using Umbriel.Core;
using Umbriel.Formats.HepData;

namespace Umbriel.Response.Published;

/// <summary>Everything MicroBooNE published with arXiv:2502.10900, read from a directory of HEPData-layout tables.</summary>
public sealed record PublishedData
{
    /// <summary>The file of the fractional covariance.</summary>
    public const string CovarianceFile = "covariance_matrix.yaml";

    /// <summary>Names of the files that make the set.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    [
        "dark_portal_ncpi0rejection.yaml", "dark_portal_reconstructedenergy.yaml", "dark_portal_reconstructedangle.yaml",
        "dark_portal_energy.yaml", "dark_portal_angle2.yaml", "dark_portal_angle.yaml", "dark_portal_efficiency.yaml",
        "dark_portal_2g0p.yaml", "dark_portal_2g1p.yaml", CovarianceFile,
    ];

    /// <summary>Directory the tables were read from.</summary>
    public required string Directory { get; init; }

    /// <summary>NC π⁰ rejection score (4 bins).</summary>
    public required PublishedSpectrum Score { get; init; }

    /// <summary>Reconstructed visible energy, MeV (6 bins).</summary>
    public required PublishedSpectrum Energy { get; init; }

    /// <summary>Reconstructed angle of the primary shower, degrees (5 bins).</summary>
    public required PublishedSpectrum Angle { get; init; }

    /// <summary>Events by topology and in all; null where the directory has no such file.</summary>
    public PublishedCounts? Counts { get; init; }

    /// <summary>The number of events in all as a distribution of one bin; null without <see cref="Counts"/>.</summary>
    public PublishedSpectrum? Rate => Counts?.Total is { } total
        ? new PublishedSpectrum("Events", "", [0.0, 1.0], [total.Data], [total.Background], [total.BackgroundError], [Score.ExampleSignal.Sum()], [0.0], [0.0])
        : null;

    /// <summary>Efficiency against the true e+e- energy, GeV.</summary>
    public required EfficiencyMarginal EnergyEfficiency { get; init; }

    /// <summary>Efficiency against the true angle of the pair to the beam, degrees (table <c>angle2</c>).</summary>
    public required EfficiencyMarginal ThetaEfficiency { get; init; }

    /// <summary>Efficiency against the true opening angle, degrees (table <c>angle</c>).</summary>
    public required EfficiencyMarginal OpeningAngleEfficiency { get; init; }

    /// <summary>Efficiency against the true energy asymmetry |E+ − E−|/(E+ + E−) (table <c>efficiency</c>).</summary>
    public required EfficiencyMarginal AsymmetryEfficiency { get; init; }

    /// <summary>Two photons, no proton.</summary>
    public required PublishedSideband TwoPhotonNoProton { get; init; }

    /// <summary>Two photons, one proton.</summary>
    public required PublishedSideband TwoPhotonOneProton { get; init; }

    /// <summary>
    /// Fractional covariance, row-major, of all bins, 32 in the published set: the score's, then 2γ0p's, then 2γ1p's
    /// (the order found in data/hepdata-2502.10900/README.md).
    /// </summary>
    public required IReadOnlyList<double> FractionalCovariance { get; init; }

    /// <summary>Loads the set.</summary>
    /// <exception cref="UserErrorException">A table is missing, damaged, or does not fit the others.</exception>
    public static PublishedData Load(string directory)
    {
        if (!System.IO.Directory.Exists(directory))
        {
            throw new UserErrorException(directory, null, "no such directory", "a directory with " + string.Join(", ", FileNames));
        }

        HepDataTable Table(int index) => HepDataTable.Read(Path.Combine(directory, FileNames[index]));
        PublishedSpectrum score = PublishedTableReader.Spectrum(Table(0));
        PublishedSideband noProton = PublishedTableReader.Sideband(Table(7), "2g0p");
        PublishedSideband oneProton = PublishedTableReader.Sideband(Table(8), "2g1p");
        int size = score.Data.Count + noProton.Data.Count + oneProton.Data.Count;
        return new PublishedData
        {
            Directory = directory,
            Score = score,
            Energy = PublishedTableReader.Spectrum(Table(1)),
            Angle = PublishedTableReader.Spectrum(Table(2)),
            Counts = PublishedCounts.Load(directory),
            EnergyEfficiency = PublishedTableReader.Marginal(Table(3)),
            ThetaEfficiency = PublishedTableReader.Marginal(Table(4)),
            OpeningAngleEfficiency = PublishedTableReader.Marginal(Table(5)),
            AsymmetryEfficiency = PublishedTableReader.Marginal(Table(6)),
            TwoPhotonNoProton = noProton,
            TwoPhotonOneProton = oneProton,
            FractionalCovariance = PublishedTableReader.Matrix(Table(9), size),
        };
    }
}
