using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Interchange.Cards;
using Umbriel.Interchange.HepData;
using Umbriel.Response;

namespace Umbriel.Cli.Search;

/// <summary>A card with everything it refers to, read and hashed.</summary>
internal sealed class SearchInputs
{
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

    public static SearchInputs Read(string cardPath)
    {
        Card card = CardReader.Read(cardPath);
        string tables = card.Response.Tables is { } written ? card.ResolvePath(written) : UmbrielHome.DataPath("hepdata-2502.10900");
        string flux = UmbrielHome.DataPath("flux", "bnb_microboone_fhc.csv");
        string parents = UmbrielHome.DataPath("flux", "bnb_parent_decay_position.csv");
        BeamData beam = new(NeutrinoFlux.Load(flux), ParentDecayPosition.Load(parents));
        PublishedData data = PublishedData.Load(tables);
        return new SearchInputs(card, beam, data, [cardPath, flux, parents, .. PublishedData.FileNames.Select(name => Path.Combine(tables, name))]);
    }
}
