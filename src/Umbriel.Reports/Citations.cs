using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Figures;
using Umbriel.Formats.Limits;
using Umbriel.Generation;
using Umbriel.Inference;

namespace Umbriel.Reports;

/// <summary>Which references the results of a card rest on, as keys of <see cref="Bibliography"/>.</summary>
public static class Citations
{
    private static readonly string[] Generator =
        ["MiniBooNE:2008hfu", "Abdullahi:2022cdw", "ParticleDataGroup:2024cfk", "Salmon:2011philox"];

    /// <summary>Those of a search, in the order of a reader's interest.</summary>
    public static IReadOnlyList<string> For(Card card)
    {
        List<string> keys = [.. PublishedAnalysis.Cited, .. Generator, .. ForFit(card), "Maltoni:2003cu"];
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
        foreach (string key in MiniBooNEAnalysis.Cited(card.MiniBooNE.Releases))
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
