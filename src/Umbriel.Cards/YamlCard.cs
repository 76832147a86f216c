using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Formats.Yaml;
using Umbriel.Generation;
using Umbriel.Inference;

namespace Umbriel.Cards;

/// <summary>Makes a <see cref="Card"/> of a YAML document.</summary>
internal static class YamlCard
{
    private static readonly string[] Conventions =
    [
        "title", "model", "HNLtype", "emCoupling", "BRee", "zInterference", "POT", "regimes", "nu_flavors", "zPolarisation",
        "geometry", "formFactor", "pauliBlocking", "seed", "helicity", "fit", "scan", "response", "miniboone", "olderLimits",
    ];

    private static readonly string[] Known = [.. Conventions, .. ModelNumbers.Supported, .. ModelNumbers.OnlyZero];

    public static Card Interpret(string path, YamlNode root, ModelDefaults defaults)
    {
        if (root is YamlScalar { IsNull: true })
        {
            throw new UserErrorException(path, null, "an empty file", "keys and values in YAML");
        }

        if (root is not YamlMap map)
        {
            throw new UserErrorException($"{path}:{root.Line}", null, root.Kind, "keys and values in YAML, as in \"m4: 0.1\"");
        }

        SectionReader card = new(path, "", map, Known);
        DarkSectorParameters model = Model(card, defaults);
        FitSettings fit = CardSections.Fit(card);
        return new Card
        {
            Title = card.Text("title", null) ?? Path.GetFileNameWithoutExtension(path),
            Model = model,
            Generation = Generation(card),
            Fit = fit,
            Scan = CardSections.Scan(card),
            Response = CardSections.Response(card),
            MiniBooNE = CardSections.MiniBooNE(card),
            OlderLimits = card.List("olderLimits", Formats.Limits.OlderLimits.Letter, node => card.Choice("olderLimits", node, CardChoices.OlderLimits), "a list of " + string.Join(", ", Formats.Limits.OlderLimits.All) + ", or [] for none", fewest: 0),
            Format = CardFormat.Yaml,
            Notes = Notes(card, model, fit),
            SourcePath = path,
        };
    }

    private static DarkSectorParameters Model(SectionReader card, ModelDefaults defaults)
    {
        ModelNumbers numbers = new(card.File);
        foreach (YamlEntry entry in card.Map.Entries)
        {
            if (!Conventions.Contains(entry.Key))
            {
                numbers.Add(entry.Key, card.Number(entry.Key, entry.Value, double.IsFinite, "a finite number"), entry.Value.Line);
            }
        }

        Scenario scenario = card.Choice("model", Scenario.Single, CardChoices.Scenarios);
        return ModelAssembler.Assemble(numbers, scenario, defaults) with
        {
            HnlType = card.Choice("HNLtype", HnlType.Dirac, CardChoices.HnlTypes),
            EmCoupling = card.Choice("emCoupling", EmCouplingConvention.DarkNews, CardChoices.EmCouplings),
            BRee = card.Choice("BRee", BranchingRatioConvention.Unity, CardChoices.BranchingRatios),
            ZInterference = card.Flag("zInterference", true),
        };
    }

    private static GenerationSettings Generation(SectionReader card)
    {
        GenerationSettings standard = new();
        return new GenerationSettings
        {
            Pot = card.Number("POT", standard.Pot, value => value is >= 0.0 and <= 1e30, "protons on target, from 0 to 1e30"),
            Regimes = card.List("regimes", standard.Regimes, node => card.Choice("regimes", node, CardChoices.Regimes), "a list of coherent, p-el, n-el"),
            NeutrinoFlavours = card.List("nu_flavors", standard.NeutrinoFlavours, node => card.Choice("nu_flavors", node, CardChoices.Flavours), "a list of nu_mu, nu_mu_bar"),
            ZPolarisation = card.Choice("zPolarisation", standard.ZPolarisation, CardChoices.Polarisations),
            Geometry = card.Choice("geometry", standard.Geometry, CardChoices.Geometries),
            FormFactor = card.Choice("formFactor", standard.FormFactor, CardChoices.FormFactors),
            PauliBlocking = card.Flag("pauliBlocking", standard.PauliBlocking),
            Helicity = card.Choice("helicity", standard.Helicity, CardChoices.Helicities),
            Seed = card.Whole("seed", standard.Seed, 0, ulong.MaxValue),
        };
    }

    private static List<string> Notes(SectionReader card, DarkSectorParameters model, FitSettings fit)
    {
        List<string> notes = [];
        string mixing = model.Scenario == Scenario.Single ? "Umu4" : "Umu5";
        if (card.Map.Find(mixing) is null)
        {
            notes.Add($"{mixing} is not given: the letter's example |U|^2 = 2e-10 is used where one value is needed");
        }

        if (model is { Scenario: Scenario.Dual, UD4: null, Umu4: not 0.0 })
        {
            notes.Add("Umu4 has no effect in the letter's dual scenario (|V_mu5| = |U_mu5|); give UD4 and UD5 for the general vertices");
        }

        if (fit is { Systematics.Count: > 0, Statistic: TestStatistic.PoissonDeviance })
        {
            notes.Add("fit.systematics has no effect: the statistic poisson ignores every covariance");
        }

        return notes;
    }
}
