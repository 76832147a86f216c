using System.Text.Json;
using Umbriel.Core;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Inference;
using Umbriel.Scan;
using Umbriel.Systematics;

namespace Umbriel.Reports;

/// <summary>The limit at a card's masses, and all that says how it was made.</summary>
/// <param name="Point">The limit.</param>
/// <param name="Inputs">The card and its analysis.</param>
public sealed record LimitSummary(PointLimit Point, SearchInputs Inputs) : IPrintable
{
    /// <summary>What to say where nothing is excluded; null elsewhere.</summary>
    public string? Notice => Point.Limit is { ObservedU2: null, ExpectedU2: null } ? $"too few events at this point: no |U|^2 up to {Show.Brief(Inputs.Card.Scan.Coupling.High)} is excluded or could be expected to be" : null;

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteFinite("observed_U2", Point.Limit.ObservedU2);
        writer.WriteFinite("expected_U2", Point.Limit.ExpectedU2);
        LimitTerms.Write(writer, Inputs.Card.Fit, Inputs.Card.Fit.BackgroundScaling, Inputs.MicroBooNE.Fit.BackgroundOnly);
        writer.WriteNumber("best_fit_U2", Point.BestFit.U2);
    }

    /// <inheritdoc/>
    public void Write(TextWriter output)
    {
        TextTable table = new("|U|^2 above this is excluded at 95%", "");
        table.Add("observed", Show.Brief(Point.Limit.ObservedU2));
        table.Add("expected", Show.Brief(Point.Limit.ExpectedU2));
        table.Add("best fit at these masses", Show.Brief(Point.BestFit.U2));
        table.Add("chi2 of the background alone", Show.Brief(Inputs.MicroBooNE.Fit.BackgroundOnly));
        table.Add("covariance", Inputs.Card.Fit.Covariance.Name);
        table.Add("background's error", BackgroundScalings.Name(Inputs.Card.Fit.BackgroundScaling));
        table.Add("statistic", TestStatistics.Name(Inputs.MicroBooNE.Fit.Statistic));
        table.Write(output);
    }
}
