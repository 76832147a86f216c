using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.Provenance;
using Umbriel.Generation.Sites;
using Umbriel.Response.Published;

namespace Umbriel.Scan;

/// <summary>A card with the analyses that a search compares.</summary>
public sealed class SearchInputs
{
    private SearchInputs(Card card, string cardPath, PublishedAnalysis microBooNE, Lazy<MiniBooNEInputs> miniBooNE)
    {
        Card = card;
        CardPath = cardPath;
        MicroBooNE = microBooNE;
        this.miniBooNE = miniBooNE;
    }

    private readonly Lazy<MiniBooNEInputs> miniBooNE;

    /// <summary>The card.</summary>
    public Card Card { get; }

    /// <summary>Where the card was read.</summary>
    public string CardPath { get; }

    /// <summary>The analysis whose limits are asked for.</summary>
    public PublishedAnalysis MicroBooNE { get; }

    /// <summary>MiniBooNE's data sets, which the limits are compared with; read when first asked for.</summary>
    public MiniBooNEInputs MiniBooNE => miniBooNE.Value;

    /// <summary>Reads a card and what it refers to.</summary>
    /// <param name="cardPath">The card's file.</param>
    /// <param name="threads">Worker threads of what is computed from it.</param>
    /// <param name="cancellation">Stops the making of the response.</param>
    /// <exception cref="UserErrorException">A file is missing, damaged or contradicts itself.</exception>
    public static SearchInputs Read(string cardPath, int threads, CancellationToken cancellation = default) => For(CardReader.Read(cardPath), threads, cancellation);

    /// <summary>The same for a card that has been read.</summary>
    public static SearchInputs For(Card card, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(card);
        return For(card, card.SourcePath, card.Response.Tables is { } written ? card.ResolvePath(written) : null, threads, cancellation);
    }

    /// <summary>What the run of a manifest read. Its card is the manifest's, since the file may have moved on; the data are where they were.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="cancellation">Stops the making of the response.</param>
    public static SearchInputs Read(Manifest manifest, string path, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        string? tables = manifest.Inputs.Select(input => input.Path).FirstOrDefault(input => Path.GetFileName(input) == PublishedData.FileNames[0]);
        return For(
            CardReader.ParseCanonical(path, manifest.Card),
            path,
            tables is null ? null : Path.GetDirectoryName(Path.GetFullPath(tables, UmbrielHome.Find()))!,
            threads,
            cancellation);
    }

    private static SearchInputs For(Card card, string cardPath, string? tables, int threads, CancellationToken cancellation) => new(
        card,
        cardPath,
        card.Generation.Site.PublishedTables is null
            ? throw new UserErrorException(cardPath, "site", card.Generation.Site.Title, $"{DetectorSites.Default}, with whose published data limits are made; rate, generate and simulate take every site")
            : PublishedAnalysis.Load(card.Generation, card.Fit, card.Response, tables, threads, cancellation),
        new Lazy<MiniBooNEInputs>(() => MiniBooNEInputs.Read(card.Generation, card.MiniBooNE)));
}
