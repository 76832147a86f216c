using Umbriel.Response.Published;
using Umbriel.Core;
using Umbriel.Cards;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Provenance;
using Umbriel.Generation.Sites;
using Umbriel.Response;

namespace Umbriel.Cli.Search;

/// <summary>A card with everything it refers to, read and hashed.</summary>
internal sealed class SearchInputs
{
    private SearchInputs(Card card, PublishedData data, IReadOnlyList<string> files)
    {
        Card = card;
        Data = data;
        Files = files;
        DataHash = ContentHash.OfParts(files.Skip(1).Select(f => KeyValuePair.Create(Path.GetFileName(f), ContentHash.OfFile(f))));
    }

    public Card Card { get; }

    /// <summary>Where the search looks; it has published data.</summary>
    public DetectorSite Site => Card.Generation.Site;

    public PublishedData Data { get; }

    /// <summary>Every file read, the card first.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Hash of the files besides the card.</summary>
    public string DataHash { get; }

    /// <summary>The reference mixtures asked for, the one that predicts first.</summary>
    public IReadOnlyList<ReferenceMixture> Mixtures =>
        Card.Response.Mixtures.Count == 0 ? ReferenceMixtures.All : [.. Card.Response.Mixtures.Select(ReferenceMixtures.Parse)];

    public static SearchInputs Read(string cardPath) => Of(CardReader.Read(cardPath));

    /// <summary>What a card refers to.</summary>
    /// <exception cref="UserErrorException">Its site has no published data.</exception>
    public static SearchInputs Of(Card card)
    {
        string published = Published(card, card.SourcePath);
        return Read(card, card.SourcePath, card.Response.Tables is { } written ? card.ResolvePath(written) : published);
    }

    /// <summary>What the run of a manifest read. Its card is the manifest's, since the file may have moved on; the data are where they were.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="path">Its path, for messages.</param>
    public static SearchInputs Read(Manifest manifest, string path)
    {
        string? tables = manifest.Inputs.Select(input => input.Path).FirstOrDefault(input => Path.GetFileName(input) == PublishedData.FileNames[0]);
        Card card = CardReader.ParseCanonical(path, manifest.Card);
        return Read(
            card,
            path,
            tables is null ? Published(card, path) : Path.GetDirectoryName(Path.GetFullPath(tables, UmbrielHome.Find()))!);
    }

    private static SearchInputs Read(Card card, string cardPath, string tables)
    {
        PublishedData data = PublishedData.Load(tables);
        return new SearchInputs(card, data, [cardPath, .. card.Generation.Site.Files, .. PublishedData.FileNames.Select(name => Path.Combine(tables, name))]);
    }
    private static string Published(Card card, string path) => card.Generation.Site.PublishedTables ?? throw new UserErrorException(
        path, "site", card.Generation.Site.Title, $"{DetectorSites.Default}, with whose published data limits are made; rate, generate and simulate take every site");
}
