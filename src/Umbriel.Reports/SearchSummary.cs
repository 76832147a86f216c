using System.Text.Json;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Formats.Json;
using Umbriel.Inference;
using Umbriel.Response.Published;
using Umbriel.Scan;
using Umbriel.Systematics;

namespace Umbriel.Reports;

/// <summary>What <c>summary.json</c> holds; scripts rely on its members.</summary>
/// <param name="SelectedSignal">Predicted selected events at the letter's example point.</param>
/// <param name="PublishedSignal">The published number.</param>
/// <param name="MixtureUncertainty">Relative uncertainty of the prediction from the mixture behind the efficiencies.</param>
/// <param name="Point">The card's own point.</param>
/// <param name="ChiSquareBackgroundOnly">χ² of the data against the background alone, in the fitted bins.</param>
/// <param name="Counts">The letter's counts beside the signal of the card's point.</param>
/// <param name="Variables">What each published distribution alone gives at the card's masses.</param>
/// <param name="Fit">How the limits were made.</param>
/// <param name="Limits">The limits, and with which scaling of the background's error.</param>
/// <param name="Planes">What has to be said of MiniBooNE's regions, by scenario and Z' mass (GeV).</param>
/// <param name="WallSeconds">How long the search took.</param>
public sealed record SearchSummary(
    double SelectedSignal,
    double PublishedSignal,
    double MixtureUncertainty,
    PointResult Point,
    double ChiSquareBackgroundOnly,
    IReadOnlyList<SelectionCount> Counts,
    IReadOnlyList<VariableRow> Variables,
    FitSettings Fit,
    IReadOnlyList<(BackgroundScaling Scaling, PlaneResult Plane)> Limits,
    IReadOnlyList<(ScanPlane Plane, PlaneFlags Flags)> Planes,
    double WallSeconds)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "summary.json";

    /// <summary>The JSON text with a final newline.</summary>
    public string ToJson() => JsonOutput.Object(writer =>
    {
        writer.WriteStartObject("closure");
        writer.WriteNumber("selected_signal", SelectedSignal);
        writer.WriteNumber("published_signal", PublishedSignal);
        writer.WriteNumber("mixture_uncertainty", MixtureUncertainty);
        writer.WriteEndObject();
        writer.WriteStartObject("point");
        writer.WriteString("scenario", Scenarios.Name(Point.Point.Scenario));
        writer.WriteNumber("mass_GeV", Point.Point.ParentMass);
        writer.WriteNumber("mzprime_GeV", Point.Point.MZPrime);
        writer.WriteNumber("U2", Point.Point.MixingSquared);
        writer.WriteNumber("selected_signal", Point.Signal.Total);
        writer.WriteFinite("observed_U2", Point.Limit.Limit.ObservedU2);
        writer.WriteFinite("expected_U2", Point.Limit.Limit.ExpectedU2);
        writer.WriteNumber("best_fit_U2", Point.Limit.BestFit.U2);
        writer.WriteEndObject();
        writer.WriteNumber("chi2_background_only", ChiSquareBackgroundOnly);
        WriteCounts(writer);
        WriteVariables(writer);
        WriteLimits(writer);
        writer.WriteStartArray("miniboone");
        foreach ((ScanPlane plane, PlaneFlags flags) in Planes)
        {
            writer.WriteStartObject();
            writer.WriteString("scenario", Scenarios.Name(plane.Scenario));
            writer.WriteNumber("mzprime_GeV", plane.MZPrime);
            flags.Write(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("wall_seconds", WallSeconds);
    }) + "\n";

    private void WriteCounts(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("counts");
        foreach (SelectionCount count in Counts)
        {
            writer.WriteStartObject();
            writer.WriteString("selection", count.Key);
            writer.WriteNumber("data", count.Published.Data);
            writer.WriteNumber("background", count.Published.Background);
            writer.WriteNumber("background_error", count.Published.BackgroundError);
            writer.WriteNumber("signal", count.Signal);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteVariables(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("variables");
        foreach (VariableRow row in Variables)
        {
            writer.WriteStartObject();
            writer.WriteString("variable", FitVariables.Name(row.Variable));
            writer.WriteNumber("bins", row.Bins);
            writer.WriteFinite("observed_U2", row.Limit.ObservedU2);
            writer.WriteFinite("expected_U2", row.Limit.ExpectedU2);
            LimitTerms.Write(writer, Fit with { Covariance = row.Covariance }, Fit.BackgroundScaling, row.ChiSquare);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteLimits(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("limits");
        foreach ((BackgroundScaling scaling, PlaneResult plane) in Limits)
        {
            writer.WriteStartObject();
            writer.WriteString("scenario", Scenarios.Name(plane.Scenario));
            writer.WriteNumber("mzprime_GeV", plane.MZPrime);
            LimitTerms.Write(writer, Fit, scaling, plane.Limits.BackgroundOnly);
            writer.WriteNumber("best_fit_U2", plane.Limits.ObservedBestFit.U2);
            writer.WriteFinite("best_fit_mass_GeV", plane.Limits.ObservedBestFit.Mass);
            writer.WriteNumber("best_fit_chi2", plane.Limits.ObservedBestFit.ChiSquare);
            writer.WriteStartArray("masses");
            foreach (MassLimit limit in plane.Limits.Limits)
            {
                writer.WriteStartObject();
                writer.WriteNumber("mass_GeV", limit.Mass);
                writer.WriteFinite("observed_U2", limit.ObservedU2);
                writer.WriteFinite("expected_U2", limit.ExpectedU2);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
