using Umbriel.Response.Published;
using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Cards;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Provenance;
using Umbriel.Response;

namespace Umbriel.Cli.Search;

/// <summary>A card with everything it refers to, read and hashed.</summary>
internal sealed class SearchInputs
{
    private const string PublishedTables = "hepdata-2502.10900";

    private SearchInputs(Card card, BeamData beam, PublishedData data, IReadOnlyList<string> files)
    {
        Card = card;
        Beam = beam;
        Data = data;
        Files = files;
        DataHash = ContentHash.OfParts(files.Skip(1).Select(f => KeyValuePair.Create(Path.GetFileName(f), ContentHash.OfFile(f))));
    }

    public Card Card { get; }

    public BeamData Beam { get; }

    public PublishedData Data { get; }

    /// <summary>Every file read, the card first.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Hash of the files besides the card.</summary>
    public string DataHash { get; }

    /// <summary>The reference mixtures asked for, the one that predicts first.</summary>
    public IReadOnlyList<ReferenceMixture> Mixtures =>
        Card.Response.Mixtures.Count == 0 ? ReferenceMixtures.All : [.. Card.Response.Mixtures.Select(ReferenceMixtures.Parse)];

    /// <summary>What these mixtures leave open, computed when it is first asked for.</summary>
    public Lazy<MixtureUncertainty> MixtureUncertainty(ResponseBuilder builder) => new(() => builder.Uncertainty(Mixtures[0], Mixtures));

    public static SearchInputs Read(string cardPath)
    {
        Card card = CardReader.Read(cardPath);
        return Read(card, cardPath, card.Response.Tables is { } written ? card.ResolvePath(written) : UmbrielHome.DataPath(PublishedTables));
    }

    /// <summary>What the run of a manifest read. Its card is the manifest's, since the file may have moved on; the data are where they were.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="path">Its path, for messages.</param>
    public static SearchInputs Read(Manifest manifest, string path)
    {
        string? tables = manifest.Inputs.Select(input => input.Path).FirstOrDefault(input => Path.GetFileName(input) == PublishedData.FileNames[0]);
        return Read(
            CardReader.ParseCanonical(path, manifest.Card),
            path,
            tables is null ? UmbrielHome.DataPath(PublishedTables) : Path.GetDirectoryName(Path.GetFullPath(tables, UmbrielHome.Find()))!);
    }

    private static SearchInputs Read(Card card, string cardPath, string tables)
    {
        string flux = UmbrielHome.DataPath("flux", "bnb_microboone_fhc.csv");
        string parents = UmbrielHome.DataPath("flux", "bnb_parent_decay_position.csv");
        BeamData beam = new(NeutrinoFlux.Load(flux), ParentDecayPosition.Load(parents));
        PublishedData data = PublishedData.Load(tables);
        return new SearchInputs(card, beam, data, [cardPath, flux, parents, .. PublishedData.FileNames.Select(name => Path.Combine(tables, name))]);
    }
}
