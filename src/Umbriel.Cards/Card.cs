using Umbriel.Cards.Keys;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Generation;

namespace Umbriel.Cards;

/// <summary>Which notation a card was written in.</summary>
public enum CardFormat
{
    /// <summary>A YAML card of this project.</summary>
    Yaml,

    /// <summary>A DarkNews parameter file (<c>name = value</c> lines).</summary>
    DarkNews,
}

/// <summary>Everything a run is asked to do, read from one card. See docs/formats.md for keys and defaults.</summary>
public sealed record Card
{
    /// <summary>Title for figures and reports; the file's name where the card gives none.</summary>
    public required string Title { get; init; }

    /// <summary>The model's parameters.</summary>
    public required DarkSectorParameters Model { get; init; }

    /// <summary>Site, exposure, regimes, geometry, seed.</summary>
    public required GenerationSettings Generation { get; init; }

    /// <summary>The fit.</summary>
    public FitSettings Fit { get; init; } = new();

    /// <summary>The scan of <c>umbriel search</c>.</summary>
    public ScanSettings Scan { get; init; } = new();

    /// <summary>The response.</summary>
    public ResponseSettings Response { get; init; } = new();

    /// <summary>
    /// Words of the limits older than the letter that figures draw (<see cref="Formats.Limits.OlderLimits.All"/>); empty for none.
    /// <c>olderLimits</c>; the default is the letter's six.
    /// </summary>
    public IReadOnlyList<string> OlderLimits { get; init; } = Formats.Limits.OlderLimits.Letter;

    /// <summary>The comparison with MiniBooNE.</summary>
    public MiniBooNESettings MiniBooNE { get; init; } = new();

    /// <summary>Notation the card was written in.</summary>
    public CardFormat Format { get; init; }

    /// <summary>What the reader decided that the user may want to know: one sentence each, empty for most cards.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Path the card was read from; not part of the canonical text.</summary>
    public required string SourcePath { get; init; }

    /// <summary>Values that took the place of the card's: <c>key=value</c>, as given with <c>--set</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The card as an argument of the program, with its <see cref="Settings"/>.</summary>
    public IReadOnlyList<string> ToArguments() => [SourcePath, .. Settings.SelectMany(setting => new[] { "--set", setting })];

    /// <summary>The files and folders that it names and is made of, itself first.</summary>
    public IReadOnlyList<string> InputFiles() =>
        [SourcePath, .. Generation.Files, .. new[] { Generation.Site.DetectorCard, Response.Tables is { } tables ? ResolvePath(tables) : Generation.Site.PublishedTables }.OfType<string>()];

    /// <summary>Resolves a path written in the card against the card's own directory.</summary>
    public string ResolvePath(string written) =>
        Path.GetFullPath(written, Path.GetDirectoryName(Path.GetFullPath(SourcePath))!);

    /// <summary>
    /// The card as stable text for hashing: every value, defaults included, one key per line in a fixed order, numbers in
    /// shortest round-trip form. Two cards that ask for the same run have the same text whatever their comments,
    /// key order, notation or place. Title and notes are left out.
    /// </summary>
    public string ToCanonicalText() => CardKeys.Letter.Write(this);
}
