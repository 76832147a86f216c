using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Figures;
using Umbriel.Studies.Performance;

namespace Umbriel.Studies.Reports;

/// <summary>Figures of single particles and of π0.</summary>
internal static class ValidationFigures
{
    public const string Finding = "Single particles";
    public const string Resolution = "Energy, direction and start of showers";
    public const string Separation = "Tracks and showers, electrons and photons";
    public const string Pions = "π0";

    private const int Bins = 40;
    private const double Apart = 0.015;

    private static readonly (ParticleKind Kind, string Label, int Colour)[] Kinds =
        [(ParticleKind.Electron, "electrons", 0), (ParticleKind.Photon, "photons", 4), (ParticleKind.MuonMinus, "muons", 2), (ParticleKind.Proton, "protons", 3)];

    /// <summary>Those that the samples give.</summary>
    public static IEnumerable<ValidationFigure> All(PerformanceReport report)
    {
        ValidationFigure?[] all =
        [
            Chart(Finding, "efficiency", "Share found", 1.3, report.Prongs, Kinds, static p => p.Efficiency, "Share of particles, of those that leave 20 MeV or more in the active volume, of which a found particle has more than half of the charge and more than half of its own charge from it."),
            Chart(Finding, "completeness", "Mean completeness", 1.3, report.Prongs, Kinds, static p => p.Completeness, "Mean share of a found particle's true charge that it has (completeness), against kinetic energy."),
            Chart(Resolution, "energy_resolution", "Energy resolution", null, report.Prongs, Kinds[..2], static p => p.Resolution, "Half of the central 68% interval of found over true energy, over its median, of showers that leave more than 80% of their energy in the active volume."),
            Chart(Resolution, "direction", "Direction, 68% within [°]", null, report.Prongs, Kinds[..2], static p => p.Angle, "Angle to the true direction that 68% of found showers are below."),
            Chart(Resolution, "start_along", "Start along, 68% within [cm]", null, report.Prongs, Kinds[..2], static p => p.Along, "Distance of the start from the true one along the true direction that 68% of found showers are below; a photon starts where it converts."),
            Chart(Resolution, "start_across", "Start across, 68% within [cm]", null, report.Prongs, Kinds[..2], static p => p.Across, "The same across the true direction."),
            Scores(report.Tracks),
            Losses(report),
            Masses(report.Pions),
        ];
        return all.OfType<ValidationFigure>();
    }

    /// <summary>Points with errors over energy, MeV; null without any.</summary>
    private static ValidationFigure? Chart(string section, string name, string title, double? top, IReadOnlyList<ProngNumbers> rows, (ParticleKind Kind, string Label, int Colour)[] kinds, Func<ProngNumbers, Estimate?> value, string caption)
    {
        List<ChartSeries> series = [];
        foreach ((ParticleKind kind, string label, int colour) in kinds)
        {
            // Kinds of one energy are set apart a little, so that no error bar hides another.
            double scale = 1e3 * (1.0 + (Apart * series.Count));
            (double X, Estimate Y)[] points = [.. rows.Where(r => r.Kind == kind && value(r) is not null).Select(r => (scale * Math.Sqrt(r.Low * r.High), value(r)!.Value))];
            if (points.Length > 0)
            {
                series.Add(new ChartSeries(label, ChartStyle.Points, colour, [.. points.Select(static p => p.X)], [.. points.Select(static p => p.Y.Value)], [.. points.Select(static p => p.Y.Error)]));
            }
        }

        return series.Count > 0 ? new ValidationFigure(section, new ChartFigureData(name, "Kinetic energy [MeV]", title, 0.0, 900.0, top, series), caption) : null;
    }

    private static ValidationFigure? Scores(TrackSeparation tracks) => tracks.Tracks.Count > 0 && tracks.Showers.Count > 0
        ? new ValidationFigure(
            Separation,
            new ChartFigureData("track_score", "Track score", "Share per bin", 0.0, 1.0, null,
                [Histogram("electrons and photons", 0, tracks.Showers, 0.0, 1.0, 25), Histogram("muons and protons", 4, tracks.Tracks, 0.0, 1.0, 25)]),
            "Track score of found particles, each kind normalised to 1.")
        : null;

    private static ValidationFigure? Losses(PerformanceReport report)
    {
        const double Highest = 10.0;
        double[] electrons = Losses(report.Sample("electrons"));
        double[] photons = Losses(report.Sample("photons"));
        string? note = report.LossAlone is { } cut ? $"cut that keeps 80% of electrons: {cut.LossCut:F2} MeV/cm" : null;
        return electrons.Length > 0 && photons.Length > 0
            ? new ValidationFigure(
                Separation,
                new ChartFigureData("dedx", "d*E*/d*x* at the start [MeV/cm]", "Share per bin", 0.0, Highest, null,
                    [Histogram("electrons", 0, electrons, 0.0, Highest, Bins), Histogram("photons", 4, photons, 0.0, Highest, Bins)], note),
                "dE/dx where single showers start, planes combined, each kind normalised to 1 (what is higher than the axis included).")
            : null;
    }

    private static double[] Losses(SampleResult? result) => [.. (result?.Visible() ?? []).Select(static p => p.Found?.StartLoss).OfType<double>()];

    private static ValidationFigure? Masses(PionNumbers? pions)
    {
        if (pions is not { Masses.Count: > 0 })
        {
            return null;
        }

        const double Highest = 300.0;
        const int MassBins = 30;
        double[] counts = Count([.. pions.Masses.Select(static m => 1e3 * m)], 0.0, Highest, MassBins);
        double width = Highest / MassBins;
        List<ChartSeries> series = [new("both photons found", ChartStyle.Points, 0, [.. counts.Select((_, i) => (i + 0.5) * width)], counts, [.. counts.Select(Math.Sqrt)])];
        if (pions.Peak is { } peak)
        {
            (double mean, double sigma) = (1e3 * peak.Mean.Value, 1e3 * peak.Width.Value);

            // 86.6% of a Gaussian is within the window whose values the peak was made from.
            double height = peak.Mean.Count / 0.8664 * width / (Math.Sqrt(2.0 * Math.PI) * sigma);
            double[] x = [.. Enumerable.Range(0, 61).Select(i => mean + (sigma * ((0.1 * i) - 3.0)))];
            series.Add(new ChartSeries($"Gaussian core, {mean:F1} MeV, width {sigma:F1} MeV", ChartStyle.Line, 4, x, [.. x.Select(v => height * Math.Exp(-0.5 * (v - mean) * (v - mean) / (sigma * sigma)))]));
        }

        return new ValidationFigure(
            Pions,
            new ChartFigureData("pi0_mass", "Mass of the two photons [MeV]", $"Decays / {width:F0} MeV", 0.0, Highest, null, series, $"{pions.Masses.Count} contained decays; true mass {1e3 * PhysicalConstants.MassNeutralPion:F2} MeV"),
            "Mass of the two showers that the photons were found as, which the truth points out, with the Gaussian of the values within 1.5 widths of the peak.");
    }

    private static ChartSeries Histogram(string label, int colour, IReadOnlyList<double> values, double low, double high, int bins)
    {
        double[] counts = Count(values, low, high, bins);
        return new ChartSeries(label, ChartStyle.Steps, colour, [.. Enumerable.Range(0, bins + 1).Select(i => low + ((high - low) * i / bins))], [.. counts.Select(c => c / values.Count)]);
    }

    private static double[] Count(IReadOnlyList<double> values, double low, double high, int bins)
    {
        double[] counts = new double[bins];
        foreach (double value in values)
        {
            int bin = value == high ? bins - 1 : (int)Math.Floor((value - low) / (high - low) * bins);
            if (bin >= 0 && bin < bins)
            {
                counts[bin]++;
            }
        }

        return counts;
    }
}
