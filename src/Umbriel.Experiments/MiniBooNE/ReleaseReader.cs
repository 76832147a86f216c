using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Formats.Csv;
using Umbriel.Inference;

namespace Umbriel.Experiments.MiniBooNE;

/// <summary>Reads and checks the files of a release.</summary>
internal static class ReleaseReader
{
    private const double GeVPerMeV = 1e-3;

    /// <summary>Protons on target in neutrino mode, arXiv:1805.12028 and arXiv:2006.16883.</summary>
    private static readonly double[] FhcProtonsOnTarget = [12.84e20, 18.75e20];

    /// <summary>Protons on target in antineutrino mode, arXiv:1805.12028.</summary>
    private const double RhcProtonsOnTarget = 11.27e20;

    private static readonly string[] Folders = ["release_2018_12p84e20", "release_2020_18p75e20"];

    /// <summary>Spectra of electron-like and muon events, then the matrices of neutrino mode, antineutrino mode and both.</summary>
    public static string[] FilesIn(string dataDirectory, MiniBooNEDataRelease release)
    {
        string folder = Path.Combine(dataDirectory, "miniboone", Folders[(int)release]);
        string[] names = ["nue_like_spectra", "numu_ccqe_spectra", "fractional_covariance_fhc", "fractional_covariance_rhc", "fractional_covariance_combined"];
        return [.. names.Select(name => Path.Combine(folder, name + ".csv"))];
    }

    public static MiniBooNERelease Read(string dataDirectory, MiniBooNEDataRelease release)
    {
        string[] files = FilesIn(dataDirectory, release);
        string nuePath = files[0];
        string numuPath = files[1];
        CsvTable nue = WithRows(nuePath, MiniBooNERelease.NueBins);
        CsvTable numu = WithRows(numuPath, MiniBooNERelease.NumuBins);
        double[] edges = Edges(nue, "EnuQE_low_MeV", "EnuQE_high_MeV");
        double[] reference = Edges(nue, "fastbnb_signal_low_MeV", "fastbnb_signal_high_MeV");

        ModeSample Sample(BeamMode mode, double pot)
        {
            string word = BeamModes.Name(mode);
            return new ModeSample(
                mode,
                pot,
                Counts(nue, word + "_data", 0.0),
                Counts(nue, word + "_bkg", double.Epsilon),
                Counts(numu, word + "_data", 0.0),
                Counts(numu, word + "_pred", double.Epsilon));
        }

        ModeSample fhc = Sample(BeamMode.Fhc, FhcProtonsOnTarget[(int)release]);
        ModeSample rhc = Sample(BeamMode.Rhc, RhcProtonsOnTarget);
        return new MiniBooNERelease(
            release,
            edges,
            reference,
            fhc,
            rhc,
            [Matrix(files[2], edges, "fhc"), Matrix(files[3], edges, "rhc"), Matrix(files[4], edges, "fhc", "rhc")]);
    }

    private static CsvTable WithRows(string path, int rows)
    {
        CsvTable table = CsvTable.Read(path);
        return table.Rows.Count == rows
            ? table
            : throw new UserErrorException(path, null, $"{table.Rows.Count} rows", $"{rows}, one per bin");
    }

    private static double[] Counts(CsvTable table, string column, double smallest)
    {
        double[] counts = table.Column(column);
        int bad = Array.FindIndex(counts, c => c < smallest);
        return bad < 0
            ? counts
            : throw new UserErrorException(table.LocationOf(bad), column, $"{counts[bad]}", smallest > 0.0 ? "a number above zero" : "zero or more");
    }

    private static double[] Edges(CsvTable table, string lowColumn, string highColumn)
    {
        double[] low = table.Column(lowColumn);
        double[] high = table.Column(highColumn);
        for (int i = 0; i < low.Length; i++)
        {
            if (low[i] >= high[i])
            {
                throw new UserErrorException(table.LocationOf(i), highColumn, $"{high[i]}", $"more than {lowColumn} = {low[i]}");
            }

            if (i > 0 && low[i] != high[i - 1])
            {
                throw new UserErrorException(table.LocationOf(i), lowColumn, $"{low[i]}", $"{high[i - 1]}, where the bin before ends");
            }
        }

        return [.. low.Append(high[^1]).Select(e => e * GeVPerMeV)];
    }

    private static FractionalCovariance Matrix(string path, double[] edges, params string[] modes)
    {
        int size = modes.Length * MiniBooNERelease.RowsPerMode;
        CsvTable table = WithRows(path, size);
        string[] expected = [.. modes.SelectMany(Columns)];
        for (int i = 0; i < Math.Max(expected.Length, table.Header.Length); i++)
        {
            string? found = i < table.Header.Length ? table.Header[i] : null;
            string? wanted = i < expected.Length ? expected[i] : null;
            if (!string.Equals(found, wanted, StringComparison.Ordinal))
            {
                throw new UserErrorException(path, $"header, column {i + 1}", found is null ? "nothing" : $"'{found}'", wanted is null ? "nothing" : $"'{wanted}'");
            }
        }

        double[] numuEdges = [.. Enumerable.Range(0, MiniBooNERelease.NumuBins + 1)];
        Channel[] channels = [.. modes.SelectMany(mode => new Channel[] { new(mode + " signal", edges), new(mode + " nue", edges), new(mode + " numu", numuEdges) })];
        return FractionalCovariance.TryCreate(
            new Binning(channels),
            table.Rows.SelectMany(row => row).ToArray(),
            "systematics; statistics of the predictions in background and muon bins",
            Tolerance,
            out FractionalCovariance? covariance,
            out CovarianceFlaw? flaw)
            ? covariance
            : throw new UserErrorException(path, flaw.Where, flaw.Found, flaw.Expected);
    }

    /// <summary>
    /// The published matrices of both modes are not positive semidefinite: eigenvalues down to -9e-4 in 2020 and -8e-5 in
    /// 2018 (data/miniboone/README.md). They are taken as they are; this lets them pass, and nothing a corrupted diagonal
    /// element would leave.
    /// </summary>
    private const double Tolerance = 1e-4;

    private static IEnumerable<string> Columns(string mode) =>
        Enumerable.Range(0, MiniBooNERelease.NueBins).Select(i => $"{mode}_sig{i}")
            .Concat(Enumerable.Range(0, MiniBooNERelease.NueBins).Select(i => $"{mode}_nuebkg{i}"))
            .Concat(Enumerable.Range(0, MiniBooNERelease.NumuBins).Select(i => $"{mode}_numu{i}"));
}
