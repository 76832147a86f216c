using Umbriel.Cards;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Formats.HepData;
using Umbriel.Formats.Text;
using Umbriel.Inference;
using Umbriel.Systematics;

namespace Umbriel.Reports.Tables;

/// <summary>What the tables of a record say of the model, the exposure and the fit, in HEPData's words and LaTeX.</summary>
internal static class RecordText
{
    /// <summary>The mass axis.</summary>
    public static string MassName(Scenario scenario) => scenario == Scenario.Single ? "$m_4$" : "$m_5$";

    /// <summary>The coupling.</summary>
    public static string CouplingName(Scenario scenario) => scenario == Scenario.Single ? "$|U_{\\mu4}|^2$" : "$|U_{\\mu5}|^2$";

    /// <summary>Where the data are from.</summary>
    public static string Data(Card card) => card.Response.Tables is null ? "arXiv:2502.10900's data, digitised from public plots" : "tables that the card names";

    /// <summary>What becomes of the background's error where a signal is added.</summary>
    public static string Scaling(BackgroundScaling scaling) => scaling == BackgroundScaling.Fixed ? "stays what it is in events" : "is relative to the whole prediction";

    /// <summary>What a plane of the card's scan keeps fixed, but for the Z' mass.</summary>
    public static IEnumerable<HepDataQualifier> Plane(Card card, Scenario scenario)
    {
        IEnumerable<HepDataQualifier> model = Model(card, scenario);
        return scenario == Scenario.Single ? model : model.Append(new("$\\Delta = (m_5 - m_4)/m_4$", Show.Brief(card.Scan.Delta)));
    }

    /// <summary>What a model is, but for its masses and its mixing.</summary>
    public static IEnumerable<HepDataQualifier> Model(Card card, Scenario scenario)
    {
        DarkSectorParameters model = card.Model;
        yield return new("scenario", scenario == Scenario.Single ? "single dark neutrino" : "two dark neutrinos");
        yield return new("type", model.HnlType == HnlType.Dirac ? "Dirac" : "Majorana");
        yield return new("$\\varepsilon$", Show.Brief(model.Epsilon));
        yield return new("$\\alpha_D$", Show.Brief(model.AlphaD));
        yield return new("normalisation", (model.UD4, model.UD5) switch
        {
            (null, null) => "|V_mu4(5)| = |U_mu4(5)|, |V_54| = 1",
            var (first, second) => $"three-portal vertices, |U_D4| = {Show.Brief(first ?? 1.0)}, |U_D5| = {Show.Brief(second ?? 1.0)}",
        });
        yield return new("e", model.EmCoupling == EmCouplingConvention.DarkNews ? "g sin(theta_W)" : "Thomson limit");
        yield return new("exposure", Show.Brief(card.Generation.Pot), "protons on target");
    }

    /// <summary>How data and prediction are compared.</summary>
    public static IEnumerable<HepDataQualifier> Fit(FitSettings fit, BackgroundScaling scaling) =>
    [
        new("statistic", TestStatistics.Name(fit.Statistic)),
        new("covariance", fit.Covariance.Name),
        new("background's error", Scaling(scaling)),
    ];

    /// <summary>Keywords of a table.</summary>
    /// <param name="scenario">Scenario; null for tables of all.</param>
    /// <param name="observable">HEPData's word for what is tabulated.</param>
    /// <param name="phrases">Words to search by.</param>
    public static HepDataKeyword[] Keywords(Scenario? scenario, string observable, params string[] phrases) =>
    [
        new("reactions", scenario == Scenario.Dual ? ["NUMU NUCLEUS --> N5 NUCLEUS", "N5 --> N4 E+ E-"] : ["NUMU NUCLEUS --> N4 NUCLEUS", "N4 --> NU E+ E-"]),
        new("observables", [observable]),
        new("phrases", ["Neutrino", "Dark sector", "Heavy neutral lepton", "Dark photon", .. phrases]),
    ];
}
