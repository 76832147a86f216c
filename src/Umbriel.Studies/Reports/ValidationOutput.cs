using Umbriel.Core;
using Umbriel.Figures;
using Umbriel.Formats.HepData;
using Umbriel.Reports;
using Umbriel.Response.Published;
using Umbriel.Studies.Performance;

namespace Umbriel.Studies.Reports;

/// <summary>Writes what <c>validate</c> found: tables, figures, report, manifest.</summary>
public static class ValidationOutput
{
    private const string TimingFile = "timing.csv";

    /// <summary>Writes everything into <paramref name="folder"/> and puts it in place.</summary>
    public static void Write(OutputFolder folder, ValidationPlan plan, PerformanceReport report, CancellationToken cancellation)
    {
        PublishedData published = PublishedData.Load(UmbrielHome.DataPath("hepdata-2502.10900"));
        IReadOnlyList<ValidationFigure> figures = [.. ValidationFigures.All(report), .. TopologyFigures.All(report, published)];
        folder.Notice = FigureSet.Write([.. figures.Select(static f => ChartFigure.Describe(f.Data))], Path.Combine(folder.Path, "figures"), cancellation);
        folder.WriteText("summary.md", ValidationTables.Markdown(report));
        folder.WriteText("numbers.csv", ValidationTables.Numbers(report));
        folder.WriteText("particles.csv", ValidationTables.Particles(report));
        folder.WriteText("events.csv", ValidationTables.Events(report));
        folder.WriteText(TimingFile, ValidationTables.Timing(report));
        folder.WriteText("card.txt", plan.Card.ToCanonicalText());
        folder.WriteText("settings.txt", plan.Settings.ToCanonicalText());
        HtmlReport.Write(ValidationReport.Build(plan, report, figures), Path.Combine(folder.Path, "report.html"));
        string[] samples = [.. plan.Samples.Select(static s => $"{s.Sample.Name}:{s.Events}")];
        string[] data =
        [
            .. new[] { "dark_portal_energy.yaml", "dark_portal_angle.yaml", "dark_portal_efficiency.yaml" }.Select(name => Path.Combine(published.Directory, name)),
            .. plan.Models.Files(),
        ];
        folder.Commit(["validate", "reconstruction", .. samples], plan.Card.ToCanonicalText(), plan.Seed, [plan.CardPath, .. data], plan.Settings.ToCanonicalText(), TimingFile);
    }
}
