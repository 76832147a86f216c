using Umbriel.Core;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Formats.Keys;
using Umbriel.Formats.Text;
using Umbriel.Formats.Yaml;
using Umbriel.Inference;
using Umbriel.Systematics;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Cards.Keys;

/// <summary>The <c>fit</c> section.</summary>
internal sealed class FitKeys : CardTable<FitSettings>
{
    private static readonly ValueKind<TestStatistic> Statistic = Choice(CardChoices.Statistics) with { Read = ReadStatistic };

    public FitKeys()
    {
        Key("variable", Choice(CardChoices.Variables), fit => fit.Variable, (fit, value) => fit with { Variable = value },
            "distribution fitted: score of the NC π⁰ rejection (the letter's limits), visible energy, angle to the beam, or the number of events in all; `search` has the limits of all four at the card's masses", example: "energy");
        Key("covariance", Choice(CardChoices.Covariances), fit => fit.Covariance, (fit, value) => fit with { Covariance = value },
            "background covariance", example: "matrix");
        Key("correlation", Number(value => value is > -1.0 and < 1.0, "a correlation between -1 and 1"), fit => fit.Correlation, (fit, value) => fit with { Correlation = value },
            "correlation of the drawn errors of any two bins; 0 with a matrix, which has its own", example: "-0.5");
        Key("backgroundScaling", Choice(CardChoices.BackgroundScalings), fit => fit.BackgroundScaling, (fit, value) => fit with { BackgroundScaling = value },
            "whether the background's error stays `fixed` in events, or is relative to the whole `prediction` of background and signal (`validation/limits.md` has both)", example: "fixed");
        Key("signalCovariance", Flag, fit => fit.SignalCovariance, (fit, value) => fit with { SignalCovariance = value },
            "whether the signal carries the published matrix's score block; in effect with `backgroundScaling: fixed`, and for the score alone, which the matrix is of", example: "false");
        Key("systematics", List(Choice(CardChoices.Systematics), "a list of " + string.Join(", ", CardChoices.Systematics.Keys) + ", or [] for none", fewest: 0), fit => fit.Systematics, (fit, value) => fit with { Systematics = value },
            "further sources of uncertainty, each independent of the others: `efficiency-mixture` (a common factor on the signal: how differently the mixtures of `response.mixture` select other points once each selects the letter's example signal; it must name two mixtures or more or be left out)", example: "[efficiency-mixture]");
        Key("statistic", Statistic, fit => fit.Statistic, (fit, value) => fit with { Statistic = value },
            "how counts are compared, the covariance of signal and background added to each: `cnp` (the letter's), `pearson`, `neyman`; `poisson-profile` (Poisson, every systematic shift of the covariance profiled as a Gaussian nuisance parameter); `covariance-only` (no term of its own) with the one covariance that contains the statistics, `drawn-only`, and no other",
            example: "poisson-profile", standard: "`cnp`; `covariance-only` with `drawn-only`", absent: fit => fit.Covariance.Statistic);
    }

    /// <summary>A covariance that contains the statistics leaves no room for a statistic's own, and none has to be without; a matrix has correlations of its own.</summary>
    protected override void Check(SectionReader section, FitSettings record)
    {
        bool contains = record.Covariance.ContainsStatistics;
        if (contains != (record.Statistic == TestStatistic.CovarianceOnly))
        {
            throw Refused(
                section, "statistic",
                $"{TestStatistics.Name(record.Statistic)} with the covariance {record.Covariance}, which {(contains ? "contains" : "does not contain")} the statistics",
                contains ? TestStatistics.Name(TestStatistic.CovarianceOnly) : string.Join(" or ", TestStatistics.Names.Where(name => name != TestStatistics.Name(TestStatistic.CovarianceOnly))));
        }

        if (record.Covariance.Basis == PublishedErrors.Matrix && record.Correlation != 0.0)
        {
            throw Refused(section, "correlation", $"{Show.Number(record.Correlation)} with the covariance {record.Covariance}, which has correlations of its own", "0, or a covariance of the drawn errors");
        }
    }

    // Asked for by name, since every covariance has systematic errors, which Poisson counts alone would leave out.
    private static TestStatistic ReadStatistic(SectionReader section, string key, YamlNode node) => node is YamlScalar { Text: "poisson" }
        ? throw section.ErrorAt(node.Line, key, "poisson, which leaves out the systematic errors", "poisson-profile, which profiles them")
        : section.Choice(key, node, CardChoices.Statistics);

    private static UserErrorException Refused(SectionReader section, string key, string found, string expected) =>
        section.ErrorAt((section.Map.Find(key) ?? section.Map.Entries[0]).Line, key, found, expected);
}
