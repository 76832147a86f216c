using Umbriel.Experiments.MiniBooNE;
using Umbriel.Core;
using Umbriel.Figures;
using Umbriel.Generation;
using Umbriel.Inference;
using Umbriel.Cards;
using Umbriel.Formats.Limits;

namespace Umbriel.Cli;

/// <summary>Which references the results of a card rest on, as keys of <see cref="Bibliography"/>.</summary>
internal static class Citations
{
    private static readonly string[] Generator =
        ["MiniBooNE:2008hfu", "Abdullahi:2022cdw", "ParticleDataGroup:2024cfk", "Salmon:2011philox"];

    /// <summary>The letter and its data, the detector, the statistics of limits.</summary>
    private static readonly string[] MicroBooNE =
        ["MicroBooNE:2025darksector", "MicroBooNE:2025hepdata", "Maguire:2017ypu", "MicroBooNE:2016pwy", "Wang:2021xhn", "Deming:1940", "Cowan:2010js"];

    /// <summary>Where MiniBooNE's efficiency, the ring criterion and the way to fit come from.</summary>
    private static readonly string[] MiniBooNE = ["Abdullahi:2023ejc", "Kelly:2022uaa", "MiniBooNE:2012maf"];

    /// <summary>Those of a search, in the order of a reader's interest.</summary>
    public static IReadOnlyList<string> For(Card card)
    {
        List<string> keys = [.. MicroBooNE, .. Generator, .. ForFit(card), "Maltoni:2003cu"];
        if (card.Fit.Statistic == TestStatistic.CombinedNeymanPearson)
        {
            keys.Add("Ji:2019yca");
        }

        return [.. keys.Concat(OlderLimits.CitationKeys(card.OlderLimits)).Distinct()];
    }

    /// <summary>Those of MiniBooNE's regions alone.</summary>
    public static IReadOnlyList<string> ForMiniBooNE(Card card) => [.. Generator.Concat(ForFit(card)).Distinct()];

    private static IEnumerable<string> ForFit(Card card)
    {
        foreach (MiniBooNEDataRelease release in card.MiniBooNE.Releases)
        {
            yield return release == MiniBooNEDataRelease.Release2018 ? "MiniBooNE:2018esg" : "MiniBooNE:2020pnu";
        }

        foreach (string key in MiniBooNE)
        {
            yield return key;
        }

        yield return "Wilks:1938dza";
        if (card.Generation.Regimes.Contains(ScatteringRegime.Coherent) || card.MiniBooNE.Regimes.Contains(ScatteringRegime.Coherent))
        {
            yield return card.Generation.FormFactor == FormFactorModel.Helm ? "Helm:1956zz" : "DeVries:1987atn";
        }
    }
}
