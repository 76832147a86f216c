using System.Text.Json;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Studies.Performance;

namespace Umbriel.Studies.Reports;

/// <summary>What a validation says of its numbers.</summary>
/// <param name="Report">The numbers.</param>
/// <param name="Folder">Where the report is.</param>
public sealed record ValidationSummary(PerformanceReport Report, string Folder) : IPrintable
{
    private string Page => Path.Combine(Folder, "report.html");

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("numbers");
        foreach (PerformanceNumber number in Report.Numbers)
        {
            writer.WriteStartObject();
            writer.WriteString("quantity", number.Quantity);
            writer.WriteFinite("least", number.Least);
            writer.WriteFinite("most", number.Most);
            writer.WriteFinite("value", number.Measured?.Value);
            writer.WriteFinite("error", number.Measured?.Error);
            writer.WriteNumber("count", number.Measured?.Count ?? 0);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("median_milliseconds_per_event");
        foreach (SampleResult sample in Report.Results)
        {
            writer.WriteFinite(sample.Sample.Name, 1e3 * Estimate.Quantile(sample.Events.Select(static e => e.Time), 0.5)?.Value);
        }

        writer.WriteEndObject();
        writer.WriteString("report", Page);
    }

    /// <inheritdoc/>
    public void Write(TextWriter output)
    {
        TextTable table = new(ValidationTables.SummaryHeader);
        foreach (PerformanceNumber number in Report.Numbers)
        {
            table.Add(ValidationTables.SummaryRow(number));
        }

        table.Write(output);
        output.WriteLine($"report: {Page}");
    }
}
