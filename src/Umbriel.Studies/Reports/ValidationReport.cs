using Umbriel.Core;
using Umbriel.Detector;
using Umbriel.Figures;
using Umbriel.Studies.Performance;

namespace Umbriel.Studies.Reports;

/// <summary>The page of <c>validate</c>.</summary>
internal static class ValidationReport
{
    public static ReportModel Build(ValidationPlan plan, PerformanceReport report, IReadOnlyList<ValidationFigure> figures)
    {
        int met = report.Numbers.Count(static n => n.IsMet == true && (n.Least ?? n.Most) is not null);
        int measured = report.Numbers.Count(static n => n.IsMet is not null && (n.Least ?? n.Most) is not null);
        VegaSpec[] Of(string section) => [.. figures.Where(f => f.Section == section).Select(static f => ChartVega.Spec(f.Data, f.Caption))];
        return new ReportModel(
            "Performance of the reconstruction",
            $"Umbriel {CodeVersion.Release}: {MarkedText.Literal(plan.Card.Title)}",
            [
                new ReportCard("Targets met", $"{met} of {measured}", $"{plan.Samples.Sum(static s => s.Events)} events"),
                .. Headline(report),
            ],
            [
                new ReportSection("What is asked for", ["Each number with its target. Errors are statistical, one standard deviation; \"number\" is how many particles or events are behind it."], [Summary(report)], []),
                new ReportSection("Samples", [$"Places are uniform in the active volume less {PerformanceSample.Margin:F0} cm on each side, directions isotropic. A true particle is found if a reconstructed one has more than half of its charge and more than half of its own charge from it; asked for are those that leave at least {1e3 * ObservedProng.LeastVisible:F0} MeV in the active volume. Completeness is of the charge in space points. The vertex is compared with where the first primary starts, which for single photons and *π*^{{0}} nothing shows. No cosmic rays."], [Samples(plan, report)], []),
                new ReportSection(ValidationFigures.Finding, [], [Particles(report)], Of(ValidationFigures.Finding)),
                new ReportSection(ValidationFigures.Resolution, [], [], Of(ValidationFigures.Resolution)),
                new ReportSection(ValidationFigures.Separation, [.. Rejection(report)], [Confusion(report)], Of(ValidationFigures.Separation)),
                new ReportSection(ValidationFigures.Pions, ["Decays to two photons that both leave more than 80% of their energy in the active volume."], [], Of(ValidationFigures.Pions)),
                new ReportSection(TopologyFigures.Section, [], [], Of(TopologyFigures.Section)),
                new ReportSection("Provenance", ["Every number is a function of the detector card, the settings, the seed, the models and the program. The manifest has the hashes."], [], [], [new ReportListing("Detector card", plan.Card.ToCanonicalText()), new ReportListing("Settings", plan.Settings.ToCanonicalText())]),
            ],
            ["MicroBooNE:2025darksector", "MicroBooNE:2025hepdata", "MicroBooNE:2016pwy"]);
    }

    private static IEnumerable<ReportCard> Headline(PerformanceReport report)
    {
        if (report.Prongs.FirstOrDefault(static p => p.Kind == ParticleKind.Electron && p.Low == 0.3)?.Resolution is { } resolution)
        {
            yield return new ReportCard("Energy resolution, 300 MeV electrons", $"{100.0 * resolution.Value:F1}%", "target ≤ 12%");
        }

        if (report.Tracks.Area is { } area)
        {
            yield return new ReportCard("Tracks against showers", $"{area.Value:F3}", "area under the curve, target ≥ 0.98");
        }

        if (report.Pions?.Peak is { } peak)
        {
            yield return new ReportCard("*π*^{0} mass", $"{1e3 * peak.Mean.Value:F1} MeV", $"width {1e3 * peak.Width.Value:F1} MeV");
        }
    }

    private static ReportTable Summary(PerformanceReport report) => new("Numbers and targets", ValidationTables.SummaryHeader, [.. report.Numbers.Select(ValidationTables.SummaryRow)]);

    private static ReportTable Samples(ValidationPlan plan, PerformanceReport report) => new(
        "Samples",
        ["sample", "events", "seed", "particles too many, an event", "vertex, 68% within [cm]"],
        [
            .. report.Results.Select(r => new[]
            {
                r.Sample.Title, $"{r.Events.Count}", $"{plan.Seed + (ulong)r.Sample.Place}", ValidationTables.WithError(ValidationTables.Extra(r)), ValidationTables.WithError(ValidationTables.Vertex(r), 1.0, "F2"),
            }),
        ]);

    private static ReportTable Particles(PerformanceReport report) => new(
        "Single particles by energy",
        ["particle", "energy [MeV]", "efficiency", "purity", "completeness", "counts as track", "energy bias", "energy resolution", "direction [°]", "start along [cm]", "start across [cm]"],
        [
            .. report.Prongs.Select(static p => new[]
            {
                Name(p.Kind), p.Low == p.High ? $"{1e3 * p.Low:F0}" : $"{1e3 * p.Low:F0}–{1e3 * p.High:F0}",
                ValidationTables.WithError(p.Efficiency), ValidationTables.WithError(p.Purity), ValidationTables.WithError(p.Completeness), ValidationTables.WithError(p.Tracks),
                ValidationTables.WithError(p.Bias), ValidationTables.WithError(p.Resolution), ValidationTables.WithError(p.Angle, 1.0, "F1"), ValidationTables.WithError(p.Along, 1.0, "F2"), ValidationTables.WithError(p.Across, 1.0, "F2"),
            }),
        ]);

    private static ReportTable Confusion(PerformanceReport report) => new(
        "What single particles count as",
        ["particle", "shower", "track", "not found"],
        [.. report.Tracks.Confusion.Select(static c => new[] { Name(c.Kind), $"{c.Shower}", $"{c.Track}", $"{c.Missing}" })]);

    private static IEnumerable<string> Rejection(PerformanceReport report)
    {
        yield return "Photons are told from electrons by cuts on dE/dx at the shower's start and on the distance from vertex to start that keep 80% of electrons; the cuts are chosen on events of even number and tried on the others. A shower without dE/dx counts as a photon. The distance needs a vertex: it is used with a proton of 100 MeV there.";
        foreach ((string title, PhotonRejection? cut) in new[] { ("Single showers", report.LossAlone), ("Showers with a proton", report.LossAndDistance) })
        {
            if (cut is not null)
            {
                string distance = cut.DistanceCut is { } d ? $" and distance ≤ {d:F2} cm" : "";
                yield return $"{title}: dE/dx ≤ {cut.LossCut:F2} MeV/cm{distance} keep {ValidationTables.WithError(cut.Electrons, 100.0, "F1")}% of electrons and reject {ValidationTables.WithError(cut.Photons, 100.0, "F1")}% of photons.";
            }
        }
    }

    private static string Name(ParticleKind kind) => kind switch
    {
        ParticleKind.Electron => "electron",
        ParticleKind.Photon => "photon",
        ParticleKind.MuonMinus => "muon",
        _ => "proton",
    };
}
