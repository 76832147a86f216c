using Umbriel.DarkSector;
using Umbriel.Formats.Json;
using Umbriel.Scan;

namespace Umbriel.Reports;

/// <summary>What <c>summary.json</c> holds; scripts rely on its members.</summary>
/// <param name="SelectedSignal">Predicted selected events at the letter's example point.</param>
/// <param name="PublishedSignal">The published number.</param>
/// <param name="MixtureUncertainty">Relative uncertainty of the prediction from the mixture behind the efficiencies.</param>
/// <param name="Point">The card's own point.</param>
/// <param name="ChiSquareBackgroundOnly">χ² of the data against the background alone, in the fitted bins.</param>
/// <param name="Planes">What has to be said of MiniBooNE's regions, by scenario and Z' mass (GeV).</param>
/// <param name="WallSeconds">How long the search took.</param>
public sealed record SearchSummary(
    double SelectedSignal,
    double PublishedSignal,
    double MixtureUncertainty,
    PointResult Point,
    double ChiSquareBackgroundOnly,
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
        writer.WriteEndObject();
        writer.WriteNumber("chi2_background_only", ChiSquareBackgroundOnly);
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
}
