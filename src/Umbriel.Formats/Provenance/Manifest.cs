using System.Text.Json;
using System.Text.Json.Serialization;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Formats.Provenance;

/// <summary>
/// What a run was made from and what it made, beside its results as <c>manifest.json</c>. Free of times, host and user
/// names: the same run gives the same manifest, byte for byte.
/// </summary>
public sealed record Manifest
{
    /// <summary>Name of the file beside the results.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Layout version of this record.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Program, <c>umbriel</c>.</summary>
    public string Tool { get; init; } = "umbriel";

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Arguments after the program's name.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Random seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The card's canonical text.</summary>
    public required string Card { get; init; }

    /// <summary>SHA-256 of <see cref="Card"/>.</summary>
    public required string CardSha256 { get; init; }

    /// <summary>Canonical text of settings that stand beside the card, as those of the reconstruction; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Settings { get; init; }

    /// <summary>Files read, sorted by path.</summary>
    public required IReadOnlyList<FileDigest> Inputs { get; init; }

    /// <summary>Files written, sorted by path.</summary>
    public required IReadOnlyList<FileDigest> Outputs { get; init; }

    /// <summary>Builds the manifest of a finished run.</summary>
    /// <param name="version">Program version.</param>
    /// <param name="arguments">Arguments after the program's name.</param>
    /// <param name="card">The card's canonical text.</param>
    /// <param name="seed">Random seed.</param>
    /// <param name="inputs">Input files: path to record and path on disk.</param>
    /// <param name="directory">Directory of the results.</param>
    /// <param name="outputs">Output files, relative to <paramref name="directory"/>.</param>
    /// <param name="settings">Canonical text of settings beside the card, if any.</param>
    /// <param name="own">Outputs that are recorded as this text and not as what is on disk, where a user's file was kept.</param>
    /// <exception cref="UserErrorException">A file cannot be read.</exception>
    public static Manifest Create(
        string version,
        IReadOnlyList<string> arguments,
        string card,
        ulong seed,
        IEnumerable<(string RecordedAs, string Path)> inputs,
        string directory,
        IEnumerable<string> outputs,
        string? settings = null,
        IReadOnlyDictionary<string, string>? own = null) => new()
        {
            Version = version,
            Arguments = arguments,
            Seed = seed,
            Card = card,
            CardSha256 = ContentHash.OfText(card),
            Settings = settings,
            Inputs = Sorted(inputs.Select(i => FileDigest.Of(i.RecordedAs, i.Path))),
            Outputs = Sorted(outputs.Select(o => own?.GetValueOrDefault(o) is { } text ? FileDigest.OfText(o, text) : FileDigest.Of(o, Path.Combine(directory, o)))),
        };

    /// <summary>The JSON text: two-space indentation, fixed order, final newline.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ManifestJson.Default.Manifest).ReplaceLineEndings("\n") + "\n";

    /// <summary>Writes <c>manifest.json</c> into a directory.</summary>
    /// <exception cref="UserErrorException">The file system refuses.</exception>
    public void Write(string directory) => AtomicFile.WriteText(Path.Combine(directory, FileName), ToJson());

    /// <summary>Reads a manifest, or the one in a directory.</summary>
    /// <exception cref="UserErrorException">The file is missing or is not a manifest.</exception>
    public static Manifest Read(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        byte[] bytes = InputFile.ReadBytes(file, 1 << 24);
        try
        {
            Manifest? manifest = JsonSerializer.Deserialize(bytes, ManifestJson.Default.Manifest);
            return manifest is { Schema: 1, Tool: "umbriel", Inputs: not null, Outputs: not null, Card: not null, CardSha256: not null }
                && manifest.Inputs.Concat(manifest.Outputs).All(f => f is { Path: not null, Sha256: not null })
                ? manifest
                : throw new UserErrorException(file, null, "a JSON document of another kind", "a manifest of schema 1 written by umbriel");
        }
        catch (JsonException e)
        {
            throw new UserErrorException($"{file}:{(e.LineNumber ?? 0) + 1}: {e.Path}: not readable as a manifest ({e.Message})", e);
        }
    }

    /// <summary>Compares the recorded hashes with what is on disk.</summary>
    /// <param name="directory">Directory of the results.</param>
    /// <param name="resolveInput">Where a recorded input is now; null to leave inputs unchecked.</param>
    /// <param name="mayDiffer">Outputs, by path, that have to be there but whose content is the user's own; null for none.</param>
    /// <returns>One sentence for each difference; empty if everything agrees.</returns>
    public IReadOnlyList<string> Verify(string directory, Func<string, string?>? resolveInput = null, Predicate<string>? mayDiffer = null)
    {
        List<string> differences = [];
        if (ContentHash.OfText(Card) != CardSha256)
        {
            differences.Add("card: the recorded text does not have the recorded hash");
        }

        foreach (FileDigest output in Outputs)
        {
            if (!IsInside(directory, output.Path))
            {
                differences.Add($"{output.Path}: outside the results' directory");
                continue;
            }

            Compare(differences, output, Path.Combine(directory, output.Path), mayDiffer?.Invoke(output.Path) == true);
        }

        foreach (FileDigest input in resolveInput is null ? [] : Inputs)
        {
            if (resolveInput!(input.Path) is { } path)
            {
                Compare(differences, input, path);
            }
        }

        return differences;
    }

    private static void Compare(List<string> differences, FileDigest recorded, string path, bool mayDiffer = false)
    {
        if (!File.Exists(path))
        {
            differences.Add($"{recorded.Path}: missing");
            return;
        }

        if (!mayDiffer && FileDigest.Of(recorded.Path, path) is var found && found != recorded)
        {
            differences.Add($"{recorded.Path}: sha256 {found.Sha256} ({found.Bytes} bytes), recorded {recorded.Sha256} ({recorded.Bytes} bytes)");
        }
    }

    private static bool IsInside(string directory, string relative)
    {
        string root = Path.GetFullPath(directory);
        return Path.GetFullPath(relative, root).StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    private static FileDigest[] Sorted(IEnumerable<FileDigest> files) => [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
}

/// <summary>Source-generated JSON of <see cref="Manifest"/>.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
