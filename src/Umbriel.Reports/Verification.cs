using System.Text.Json;
using Umbriel.Core;
using Umbriel.Formats.Json;
using Umbriel.Formats.Provenance;
using Umbriel.Formats.Text;
using Umbriel.Scan;

namespace Umbriel.Reports;

/// <summary>Whether a folder of results is what its manifest says, and whether a sample of its limits comes out again.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Differences">One sentence for each difference.</param>
/// <param name="Again">Limits computed again; null if none were.</param>
/// <param name="Restyled">Scripts of figures, and the style, that were changed: no difference, and neither is what they draw.</param>
public sealed record Verification(Manifest Manifest, IReadOnlyList<string> Differences, Rederivation? Again, IReadOnlyList<string> Restyled) : IPrintable
{
    /// <summary>Checks a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="hashesOnly">Whether no limit is computed again.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="progress">Told of every stage.</param>
    /// <param name="cancellation">Stops between points.</param>
    /// <exception cref="UserErrorException">There is no manifest, or the limits are not those of its card.</exception>
    public static Verification Of(string directory, bool hashesOnly, int threads, IProgressStages progress, CancellationToken cancellation)
    {
        Manifest manifest = Manifest.Read(directory);
        EditedFigures edited = EditedFigures.In(directory, manifest);
        List<string> differences = [.. manifest.Verify(directory, Resolve, edited.Covers)];
        Rederivation? again = null;
        if (differences.Count == 0 && !hashesOnly && Rederivation.Concerns(manifest))
        {
            again = Rederivation.Run(manifest, directory, threads, progress, cancellation);
            differences.AddRange(again.Differences);
        }

        return new Verification(manifest, differences, again, [.. edited.Names.Select(name => $"{EditedFigures.Folder}/{name}")]);
    }

    // Data must be there; a card may have moved on since, and its text is in the Manifest.
    private static string? Resolve(string recorded)
    {
        string path = Path.IsPathRooted(recorded) ? recorded : Path.Combine(UmbrielHome.Find(), recorded);
        return File.Exists(path) || recorded.StartsWith("data/", StringComparison.Ordinal) ? path : null;
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteBoolean("agrees", Differences.Count == 0);
        writer.WriteString("made_by", Manifest.Version);
        writer.WriteString("this_is", CodeVersion.Full);
        writer.WriteStartArray("differences");
        foreach (string difference in Differences)
        {
            writer.WriteStringValue(difference);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("restyled");
        foreach (string script in Restyled)
        {
            writer.WriteStringValue(script);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rederived");
        foreach (RederivedLimit limit in Again?.Limits ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("scenario", limit.Row.Scenario);
            writer.WriteNumber("mzprime_GeV", limit.Row.MZPrime);
            writer.WriteNumber("mass_GeV", limit.Row.Mass);
            writer.WriteString("limit", limit.Kind);
            writer.WriteFinite("file_U2", limit.FileU2);
            writer.WriteFinite("recomputed_U2", limit.RecomputedU2);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public void Write(TextWriter output)
    {
        if (Again is not null)
        {
            TextTable table = new("scenario", "mZ' [GeV]", "mass [GeV]", "limit", "|U|^2 in the file", "computed again");
            foreach (RederivedLimit limit in Again.Limits)
            {
                table.Add(limit.Row.Scenario, Show.Brief(limit.Row.MZPrime), Show.Brief(limit.Row.Mass), limit.Kind, Show.Brief(limit.FileU2), Show.Brief(limit.RecomputedU2));
            }

            table.Write(output);
        }

        foreach (string difference in Differences)
        {
            output.WriteLine(difference);
        }

        output.WriteLine(Differences.Count == 0
            ? $"{Manifest.Outputs.Count} outputs and {Manifest.Inputs.Count} inputs agree with the manifest"
            : $"{Differences.Count} differences");
        if (Again is not null && Differences.Count == 0)
        {
            output.WriteLine($"{Again.Limits.Count} limits computed again agree within {Show.Brief(Again.Tolerance)} (largest difference {Show.Brief(Again.Limits.Max(limit => limit.Difference))})");
        }

        if (Restyled.Count > 0)
        {
            output.WriteLine($"figures are drawn with changed scripts: {string.Join(", ", Restyled)}; their tables agree or are named above");
        }

        if (Manifest.Version != CodeVersion.Full)
        {
            output.WriteLine($"made by {Manifest.Version}; this is {CodeVersion.Full}, whose limits may differ by 1%");
        }
    }
}
