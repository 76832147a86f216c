using Umbriel.Experiments.MicroBooNE;
using Umbriel.Formats.Keys;
using static Umbriel.Formats.Keys.ValueKinds;

namespace Umbriel.Cards.Keys;

/// <summary>The <c>fit</c> section.</summary>
internal sealed class FitKeys : CardTable<FitSettings>
{
    public FitKeys()
    {
        Key("variable", Choice(CardChoices.Variables), fit => fit.Variable, (fit, value) => fit with { Variable = value },
            "distribution fitted", example: "energy");
        Key("covariance", Choice(CardChoices.Covariances), fit => fit.Covariance, (fit, value) => fit with { Covariance = value },
            "background covariance", example: "matrix");
        Key("correlation", Number(value => value is > -1.0 and < 1.0, "a correlation between -1 and 1"), fit => fit.Correlation, (fit, value) => fit with { Correlation = value },
            "correlation of the drawn errors of any two bins", example: "-0.5");
        Key("backgroundScaling", Choice(CardChoices.BackgroundScalings), fit => fit.BackgroundScaling, (fit, value) => fit with { BackgroundScaling = value },
            "whether the background's error stays `fixed` in events, or is relative to the whole `prediction` of background and signal (`validation/limits.md` has both)", example: "fixed");
        Key("signalCovariance", Flag, fit => fit.SignalCovariance, (fit, value) => fit with { SignalCovariance = value },
            "whether the signal carries the published matrix's score block; with `backgroundScaling: fixed` only", example: "false");
        Key("systematics", List(Choice(CardChoices.Systematics), "a list of " + string.Join(", ", CardChoices.Systematics.Keys) + ", or [] for none", fewest: 0), fit => fit.Systematics, (fit, value) => fit with { Systematics = value },
            "further sources of uncertainty, each independent of the others: `efficiency-mixture` (a common factor on the signal: how differently the mixtures of `response.mixture` select other points once each selects the letter's example signal; it must name two mixtures or more or be left out)", example: "[efficiency-mixture]");
        Key("statistic", Choice(CardChoices.Statistics), fit => fit.Statistic, (fit, value) => fit with { Statistic = value },
            "test statistic", example: "poisson");
    }
}
