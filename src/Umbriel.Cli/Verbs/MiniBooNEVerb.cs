using System.Diagnostics;
using Umbriel.Cards;
using Umbriel.DarkSector;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Inference;
using Umbriel.Reports;
using Umbriel.Reports.MiniBooNE;
using Umbriel.Scan;

namespace Umbriel.Cli.Verbs;

/// <summary><c>umbriel miniboone</c>: what of the card's model explains MiniBooNE's excess.</summary>
internal static class MiniBooNEVerb
{
    public static Command Create()
    {
        CardInput card = new();
        OutputOption output = CommonOptions.OutputFolder();
        Option<bool> replace = CommonOptions.ReplaceFigures();
        return Verb.Create(
            "miniboone",
            "From a card to the regions that MiniBooNE's electron-like events prefer, with best fits, spectra and figures.",
            [.. card.Symbols, output, replace],
            Shared.All,
            ["umbriel miniboone cards/letter.yaml -o out/miniboone", "umbriel miniboone cards/panorama.yaml -o out/panorama --threads 2 --json"],
            run =>
            {
                Stopwatch clock = Stopwatch.StartNew();
                Card model = card.Read(run);
                MiniBooNEInputs inputs = MiniBooNEInputs.Read(model.Generation, model.MiniBooNE);
                using OutputFolder folder = new(run.Required(output), run.Value(replace));
                IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> planes;
                using (ProgressStages progress = run.Stages())
                {
                    ScanRun scan = new(model, new PointCache(PointCache.DefaultFolder()), run.Threads, progress, run.Cancellation);
                    planes = scan.Regions(inputs.Analyses, "MiniBooNE's fits");
                }

                MiniBooNEOutput.Write(folder, model, inputs, planes, ["miniboone", .. model.ToArguments()], model.SourcePath, run.Cancellation);
                IReadOnlyList<FailedPlane> failures = FailedPlane.Of(planes);
                run.Warn(folder.Notice);
                run.Warn(FailedPlane.Describe(failures, "chi2"));
                Print(run, planes, failures, run.Required(output), clock.Elapsed.TotalSeconds);
            });
    }

    private static void Print(VerbRun run, IReadOnlyList<PreferredPlane<MiniBooNEAnalysis>> planes, IReadOnlyList<FailedPlane> failures, string folder, double seconds) => run.Print(
        writer =>
        {
            writer.WriteStartArray("best_fits");
            foreach (PreferredPlane<MiniBooNEAnalysis> plane in planes)
            {
                writer.WriteStartObject();
                writer.WriteString("scenario", Scenarios.Name(plane.Scenario));
                writer.WriteString("release", MiniBooNEDataReleases.Name(plane.Analysis.Fit.Release.Which));
                writer.WriteString("mode", BeamModes.Name(plane.Analysis.Fit.Mode));
                writer.WriteNumber("mzprime_GeV", plane.MZPrime);
                writer.WriteFinite("mass_GeV", plane.ChiSquare.BestFit.Mass);
                writer.WriteNumber("U2", plane.ChiSquare.BestFit.U2);
                writer.WriteNumber("chi2", plane.ChiSquare.BestFit.ChiSquare);
                writer.WriteNumber("chi2_background", plane.Analysis.Fit.BackgroundOnly);
                PlaneFlags.Of(plane.ChiSquare).Write(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("failures");
            foreach (FailedPlane plane in failures)
            {
                writer.WriteStartObject();
                writer.WriteString("analysis", plane.Analysis);
                writer.WriteString("scenario", Scenarios.Name(plane.Plane.Scenario));
                writer.WriteNumber("mzprime_GeV", plane.Plane.MZPrime);
                writer.WriteNumber("points", plane.Failures.Count);
                writer.WriteFinite("mass_GeV", plane.Failures.Mass);
                writer.WriteFinite("U2", plane.Failures.U2);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNumber("wall_seconds", seconds);
        },
        output =>
        {
            TextTable table = new("scenario", "release", "mode", "mZ' [GeV]", "best mass [GeV]", "best |U|^2", "chi2", "background only", "95% region touches");
            foreach (PreferredPlane<MiniBooNEAnalysis> plane in planes)
            {
                BestFit best = plane.ChiSquare.BestFit;
                PlaneFlags flags = PlaneFlags.Of(plane.ChiSquare);
                table.Add(
                    Scenarios.Name(plane.Scenario), MiniBooNEDataReleases.Name(plane.Analysis.Fit.Release.Which), BeamModes.Name(plane.Analysis.Fit.Mode), Show.Brief(plane.MZPrime),
                    Show.Brief(best.Mass), Show.Brief(best.U2), Show.Brief(best.ChiSquare), Show.Brief(plane.Analysis.Fit.BackgroundOnly),
                    flags.Preference ? string.Join(' ', flags.Region.Names()) : PlaneFlags.NoPreference);
            }

            table.Write(output);
            output.WriteLine($"{seconds:F1} s; report: {Path.Combine(folder, "report.html")}");
        });
}
