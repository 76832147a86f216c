using System.Globalization;
using System.Text;
using Umbriel.Studies.Performance;

namespace Umbriel.Studies.Reports;

/// <summary>The numbers of a validation as tables.</summary>
public static class ValidationTables
{
    /// <summary>Titles of the columns of <see cref="SummaryRow"/>.</summary>
    public static string[] SummaryHeader { get; } = ["quantity", "target", "value", "error", "number", "met"];

    /// <summary>One line per number that is asked for.</summary>
    public static string[] SummaryRow(PerformanceNumber number) =>
    [
        number.Quantity,
        (number.Least, number.Most) switch
        {
            ({ } least, { } most) => $"{Number(least)} to {Number(most)}",
            ({ } least, null) => $"≥ {Number(least)}",
            (null, { } most) => $"≤ {Number(most)}",
            _ => "-",
        },
        Number(number.Measured?.Value),
        Number(number.Measured?.Error),
        number.Measured is { } m ? $"{m.Count}" : "0",
        number switch { { Least: null, Most: null } => "-", { IsMet: true } => "met", { IsMet: false } => "missed", _ => "not measured" },
    ];

    /// <summary>The summary in Markdown.</summary>
    public static string Markdown(PerformanceReport report)
    {
        StringBuilder text = new($"| {string.Join(" | ", SummaryHeader)} |\n|{string.Concat(Enumerable.Repeat("---|", SummaryHeader.Length))}\n");
        foreach (PerformanceNumber number in report.Numbers)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", SummaryRow(number))} |\n");
        }

        return text.ToString();
    }

    /// <summary>The same numbers with all their digits.</summary>
    public static string Numbers(PerformanceReport report)
    {
        StringBuilder text = new("quantity,least,most,value,error,number\n");
        foreach (PerformanceNumber n in report.Numbers)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"{n.Quantity}\",{n.Least:R},{n.Most:R},{Cells(n.Measured)},{n.Measured?.Count ?? 0}\n");
        }

        return text.ToString();
    }

    /// <summary>How single particles are found, by energy.</summary>
    public static string Particles(PerformanceReport report)
    {
        string[] names = ["efficiency", "purity", "completeness", "track_share", "energy_bias", "energy_resolution", "direction_68_deg", "start_along_68_cm", "start_across_68_cm"];
        StringBuilder text = new("sample,particle,energy_low_GeV,energy_high_GeV,");
        text.AppendJoin(',', names.Select(static n => $"{n},{n}_error")).Append(",visible\n");
        foreach (ProngNumbers p in report.Prongs)
        {
            Estimate?[] values = [p.Efficiency, p.Purity, p.Completeness, p.Tracks, p.Bias, p.Resolution, p.Angle, p.Along, p.Across];
            text.Append(CultureInfo.InvariantCulture, $"{p.Sample},{p.Kind},{p.Low:R},{p.High:R},{string.Join(',', values.Select(Cells))},{p.Efficiency?.Count ?? 0}\n");
        }

        return text.ToString();
    }

    /// <summary>Particles too many, topologies and vertices of each sample.</summary>
    public static string Events(PerformanceReport report)
    {
        StringBuilder text = new("sample,events,extra_per_event,extra_per_event_error,none,one_shower,one_shower_one_track,two_showers,other,vertex_68_cm,vertex_68_cm_error\n");
        foreach (SampleResult r in report.Results)
        {
            int[] topologies = new int[5];
            foreach (EventObservation e in r.Events)
            {
                topologies[(int)e.Topology]++;
            }

            text.Append(CultureInfo.InvariantCulture, $"{r.Sample.Name},{r.Events.Count},{Cells(Extra(r))},{string.Join(',', topologies)},{Cells(Vertex(r))}\n");
        }

        return text.ToString();
    }

    /// <summary>Time of the reconstruction; the only numbers that differ between equal runs.</summary>
    public static string Timing(PerformanceReport report)
    {
        StringBuilder text = new("sample,events,median_ms,percentile_95_ms\n");
        foreach (SampleResult r in report.Results)
        {
            double[] times = [.. r.Events.Select(static e => 1e3 * e.Time)];
            text.Append(CultureInfo.InvariantCulture, $"{r.Sample.Name},{times.Length},{Estimate.Quantile(times, 0.5)?.Value:G4},{Estimate.Quantile(times, 0.95)?.Value:G4}\n");
        }

        return text.ToString();
    }

    /// <summary>Particles beside the best ones of true particles, an event.</summary>
    public static Estimate? Extra(SampleResult result) => Estimate.Mean([.. result.Events.Select(static e => (double)e.Extra)]);

    /// <summary>68% of vertices are closer to the true place, cm.</summary>
    public static Estimate? Vertex(SampleResult result) => Estimate.Quantile(result.Events.Select(static e => e.VertexDistance).OfType<double>(), 0.68);

    /// <summary>Up to four decimals, or a dash.</summary>
    public static string Number(double? value) => value is { } v ? v.ToString("0.####", CultureInfo.InvariantCulture) : "-";

    /// <summary>A value with its error, or a dash.</summary>
    public static string WithError(Estimate? e, double scale = 1.0, string format = "F3") => e is { } m
        ? $"{(scale * m.Value).ToString(format, CultureInfo.InvariantCulture)} ± {(scale * m.Error).ToString(format, CultureInfo.InvariantCulture)}"
        : "-";

    private static string Cells(Estimate? e) => string.Create(CultureInfo.InvariantCulture, $"{e?.Value:R},{e?.Error:R}");
}
