using System.Globalization;

namespace Umbriel.Inference.Tests;

/// <summary>The published spectra and matrix, read straight from the repository's CSV copies.</summary>
internal static class PublishedTables
{
    public static string Folder { get; } = Repository.PathOf("data/hepdata-2502.10900");

    /// <summary>Score bins and sidebands, the score bins' drawn errors, the matrix of all.</summary>
    public static (Spectrum Spectrum, double[] Errors, FractionalCovariance Matrix) Background(bool swapSidebands = false)
    {
        (Channel score, double[] data, double[] mc, double[] errors) = Table("dark_portal_ncpi0rejection", "score");
        var first = Table(swapSidebands ? "dark_portal_2g1p" : "dark_portal_2g0p", swapSidebands ? "2g1p" : "2g0p");
        var second = Table(swapSidebands ? "dark_portal_2g0p" : "dark_portal_2g1p", swapSidebands ? "2g0p" : "2g1p");
        var binning = new Binning(score, first.Channel, second.Channel);
        var spectrum = new Spectrum(binning, "background", [.. mc, .. first.Mc, .. second.Mc], [.. data, .. first.Data, .. second.Data]);
        return (spectrum, errors, Matrix(binning));
    }

    /// <summary>The example signal drawn in the letter's Fig. 3 (m4 = 106 MeV, mZ' = 30 MeV, |U|² = 2e-10).</summary>
    public static double[] ExampleSignal() => Column("dark_portal_ncpi0rejection", "Sig");

    public static FractionalCovariance Matrix(Binning binning)
    {
        double[] elements = [.. Lines("covariance_matrix_32x32.txt").SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Parse)];
        return new FractionalCovariance(binning, elements, "released matrix");
    }

    private static (Channel Channel, double[] Data, double[] Mc, double[] Errors) Table(string file, string name)
    {
        double[] low = Column(file, "low");
        return (new Channel(name, [.. low, Column(file, "high")[^1]]), Column(file, "Data"), Column(file, "MC"), Column(file, "MC_err"));
    }

    private static double[] Column(string file, string name)
    {
        string[][] rows = [.. Lines(file + ".csv").Select(l => l.Split(','))];
        int column = Array.IndexOf(rows[0], name);
        return [.. rows.Skip(1).Select(r => Parse(r[column]))];
    }

    private static IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(Folder, file)).Where(l => !l.StartsWith('#') && l.Length > 0);

    private static double Parse(string s) => double.Parse(s, CultureInfo.InvariantCulture);
}
