using Umbriel.Core;
using Umbriel.Figures;
using Umbriel.Generation;
using Umbriel.Inference;
using Umbriel.Interchange.Cards;

namespace Umbriel.Cli;

/// <summary>Which references the results of a card rest on, as keys of <see cref="Bibliography"/>.</summary>
internal static class Citations
{
    /// <summary>The letter and its data, the flux, the detector, the generator whose conventions cards follow, and the statistics of limits.</summary>
    private static readonly string[] Always =
    [
        "MicroBooNE:2025darksector", "MicroBooNE:2025hepdata", "Maguire:2017ypu", "MicroBooNE:2016pwy", "MiniBooNE:2008hfu",
        "Abdullahi:2022cdw", "Wang:2021xhn", "ParticleDataGroup:2024cfk", "Salmon:2011philox", "Deming:1940", "Wilks:1938dza", "Cowan:2010js",
    ];

    /// <summary>The keys, in the order of a reader's interest.</summary>
    public static IReadOnlyList<string> For(Card card)
    {
        List<string> keys = [.. Always];
        if (card.Generation.Regimes.Contains(ScatteringRegime.Coherent))
        {
            keys.Add(card.Generation.FormFactor == FormFactorModel.Helm ? "Helm:1956zz" : "DeVries:1987atn");
        }

        if (card.Fit.Statistic == TestStatistic.CombinedNeymanPearson)
        {
            keys.Add("Ji:2019yca");
        }

        return keys;
    }
}
