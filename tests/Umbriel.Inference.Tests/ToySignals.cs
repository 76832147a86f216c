namespace Umbriel.Inference.Tests;

/// <summary>Signals with the features of the real ones: a spectrum that moves with mass, decays too late at small coupling and too early at large.</summary>
internal static class ToySignals
{
    public const double Scale = 1e-9;

    /// <summary>Rises as |U|⁴ while long-lived, as |U|² when prompt, and dies above |U|² of 1e-5: exclusion is a closed island in part of the plane.</summary>
    public static double[] Island(double mass, double u2)
    {
        double rate = 60.0 * (u2 / Scale) * Math.Exp(-Math.Pow(mass / 0.3, 2));
        double decays = 1.0 - Math.Exp(-(u2 / Scale) * Math.Pow(mass / 0.05, 4));
        double total = rate * decays * Math.Exp(-u2 / 1e-5);
        double tilt = 1.0 + mass;
        return [total * 0.05 * tilt, total * 0.1, total * 0.2, total * (0.65 - (0.05 * tilt))];
    }

    /// <summary>Prompt and simple: proportional to |U|².</summary>
    public static double[] Prompt(double mass, double u2)
    {
        double total = 40.0 * (u2 / Scale) / (1.0 + (mass / 0.2));
        return [0.04 * total, 0.07 * total, 0.18 * total, 0.71 * total];
    }

    public static SignalFit PublishedFit(TestStatistic statistic = TestStatistic.CombinedNeymanPearson)
    {
        (Spectrum spectrum, double[] errors, FractionalCovariance matrix) = PublishedTables.Background();
        Spectrum score = spectrum.Only("score");
        double[] systematic = [.. errors.Select((e, i) => Math.Sqrt((e * e) - score.Total[i]))];
        return new SignalFit(score, new StackedCovariance("published", matrix.Only("score"), AbsoluteCovariance.FromErrors(score.Binning, systematic, 0.0, "drawn")), statistic);
    }

    public static ScanSettings Plane(int masses = 41, int couplings = 201, double low = 1e-12, double high = 1e-2) => new()
    {
        Masses = ScanAxis.Logarithmic("mass", 0.01, 1.0, masses),
        Couplings = ScanAxis.Logarithmic("|U|^2", low, high, couplings),
    };
}
