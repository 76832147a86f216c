using Umbriel.DarkSector;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Limits;
using Umbriel.Generation;
using Umbriel.Generation.Sites;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Cards.Keys;

/// <summary>Every key of a model card.</summary>
internal sealed class CardKeys : CardTable<Card>
{
    /// <summary>The keys as users write them, with the letter's defaults.</summary>
    public static readonly CardKeys Letter = new(ModelDefaults.Letter, null);

    /// <summary>The keys of a canonical text: as <see cref="Letter"/>, but dark mixings need not be unitary, since a DarkNews file may bring such.</summary>
    public static readonly CardKeys Canonical = new(ModelDefaults.Letter with { UnitaryDarkMixing = false }, null);

    private readonly DetectorSite? instead;

    private CardKeys(ModelDefaults defaults, DetectorSite? instead)
    {
        this.instead = instead;

        Key("title", Text, card => card.Title, (card, value) => card with { Title = value },
            "for figures and reports", example: "another", standard: "the file's name", canonical: false);
        Group(new ModelKeys(defaults), card => card.Model, (card, value) => card with { Model = value });
        Group(new GenerationKeys(instead), card => card.Generation, (card, value) => card with { Generation = value });
        Section("fit", new FitKeys(), card => card.Fit, (card, value) => card with { Fit = value });
        Section("scan", new ScanKeys(), card => card.Scan, (card, value) => card with { Scan = value });
        Section("response", new ResponseKeys(), card => card.Response, (card, value) => card with { Response = value });
        Section("miniboone", new MiniBooNEKeys(), card => card.MiniBooNE, (card, value) => card with { MiniBooNE = value });
        Key("olderLimits", List(Choice(CardChoices.OlderLimits), "a list of " + string.Join(", ", OlderLimits.All) + ", or [] for none", fewest: 0), card => card.OlderLimits, (card, value) => card with { OlderLimits = value },
            "earlier limits drawn in grey. See data/limits", example: "[blennow2023, daum1987]");
        Add(new OnlyZeroKey<Card>());
    }

    /// <summary>The keys as users write them, with a site that takes the place of the card's.</summary>
    public static CardKeys At(DetectorSite site) => new(ModelDefaults.Letter, site);

    /// <summary>The card of a file that gives no key; what must be given is zero.</summary>
    public Card Start(string path) => new()
    {
        Title = Path.GetFileNameWithoutExtension(path),
        Model = new DarkSectorParameters { Scenario = Scenario.Single, M4 = 0.0, MZPrime = 0.0 },
        Generation = new GenerationSettings(instead ?? DetectorSites.Read(DetectorSites.Default)),
        SourcePath = path,
    };
}
