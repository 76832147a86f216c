using System.Text;
using Umbriel.DarkSector;
using Umbriel.Experiments.MicroBooNE;
using Umbriel.Experiments.MiniBooNE;
using Umbriel.Formats.Text;
using Umbriel.Generation;

namespace Umbriel.Cards;

/// <summary>Writes a card as the stable text that is hashed. The text is itself a readable card.</summary>
internal static class CanonicalCard
{
    public static string Write(Card card)
    {
        StringBuilder text = new();
        Model(text, card.Model);
        Generation(text, card.Generation);
        text.Append("fit:\n");
        Line(text, "  variable", CardChoices.Word(CardChoices.Variables, card.Fit.Variable));
        Line(text, "  covariance", CardChoices.Word(CardChoices.Covariances, card.Fit.Covariance));
        Line(text, "  correlation", Show.Number(card.Fit.Correlation));
        Line(text, "  signalCovariance", Flag(card.Fit.SignalCovariance));
        Line(text, "  systematics", List(card.Fit.Systematics, value => CardChoices.Word(CardChoices.Systematics, value)));
        Line(text, "  statistic", CardChoices.Word(CardChoices.Statistics, card.Fit.Statistic));
        text.Append("scan:\n");
        Line(text, "  scenarios", List(card.Scan.Scenarios, value => CardChoices.Word(CardChoices.Scenarios, value)));
        Line(text, "  delta", Show.Number(card.Scan.Delta));
        Line(text, "  mzprime", List(card.Scan.MZPrime, Show.Number));
        Line(text, "  mass", Grid(card.Scan.Mass));
        Line(text, "  coupling", Grid(card.Scan.Coupling));
        Response(text, card.Response);
        text.Append("miniboone:\n");
        Line(text, "  release", List(card.MiniBooNE.Releases, MiniBooNEDataReleases.Name));
        Line(text, "  mode", List(card.MiniBooNE.Modes, BeamModes.Name));
        Line(text, "  efficiency", CardChoices.Word(CardChoices.Efficiencies, card.MiniBooNE.Efficiency));
        Line(text, "  ringCut", CardChoices.Word(CardChoices.RingCuts, card.MiniBooNE.RingCut));
        Line(text, "  clipped", CardChoices.Word(CardChoices.Clipped, card.MiniBooNE.Clipped));
        Line(text, "  regimes", List(card.MiniBooNE.Regimes, value => CardChoices.Word(CardChoices.Regimes, value)));
        Line(text, "olderLimits", List(card.OlderLimits, value => value));
        return text.ToString();
    }

    private static void Model(StringBuilder text, DarkSectorParameters model)
    {
        bool dual = model.Scenario == Scenario.Dual;
        Line(text, "model", CardChoices.Word(CardChoices.Scenarios, model.Scenario));
        Line(text, "HNLtype", CardChoices.Word(CardChoices.HnlTypes, model.HnlType));
        Line(text, "m4", Show.Number(model.M4));
        Optional(text, "m5", dual ? model.M5 : null);
        Line(text, "mzprime", Show.Number(model.MZPrime));
        Line(text, "Umu4", Show.Number(model.Umu4));
        Optional(text, "Umu5", dual ? model.Umu5 : null);
        Optional(text, "UD4", model.UD4);
        Optional(text, "UD5", model.UD5);
        Line(text, "epsilon", Show.Number(model.Epsilon));
        Line(text, "gD", Show.Number(model.GD));
        Line(text, "emCoupling", CardChoices.Word(CardChoices.EmCouplings, model.EmCoupling));
        Line(text, "BRee", CardChoices.Word(CardChoices.BranchingRatios, model.BRee));
        Line(text, "zInterference", Flag(model.ZInterference));
    }

    private static void Generation(StringBuilder text, GenerationSettings settings)
    {
        Line(text, "POT", Show.Number(settings.Pot));
        Line(text, "regimes", List(settings.Regimes, value => CardChoices.Word(CardChoices.Regimes, value)));
        Line(text, "nu_flavors", List(settings.NeutrinoFlavours, value => CardChoices.Word(CardChoices.Flavours, value)));
        Line(text, "zPolarisation", CardChoices.Word(CardChoices.Polarisations, settings.ZPolarisation));
        Line(text, "geometry", CardChoices.Word(CardChoices.Geometries, settings.Geometry));
        Line(text, "formFactor", CardChoices.Word(CardChoices.FormFactors, settings.FormFactor));
        Line(text, "pauliBlocking", Flag(settings.PauliBlocking));
        Line(text, "helicity", CardChoices.Word(CardChoices.Helicities, settings.Helicity));
        Line(text, "seed", settings.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void Response(StringBuilder text, ResponseSettings response)
    {
        if (response.Mixtures.Count == 0 && response.Tables is null)
        {
            return;
        }

        text.Append("response:\n");
        if (response.Mixtures.Count > 0)
        {
            Line(text, "  mixture", List(response.Mixtures, value => value));
        }

        if (response.Tables is { } tables)
        {
            Line(text, "  tables", $"\"{tables.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }
    }

    private static void Line(StringBuilder text, string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');

    private static void Optional(StringBuilder text, string key, double? value)
    {
        if (value is { } number)
        {
            Line(text, key, Show.Number(number));
        }
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private static string List<T>(IEnumerable<T> values, Func<T, string> word) => "[" + string.Join(", ", values.Select(word)) + "]";

    private static string Grid(ScanGrid grid) =>
        $"{{low: {Show.Number(grid.Low)}, high: {Show.Number(grid.High)}, points: {grid.Points.ToString(System.Globalization.CultureInfo.InvariantCulture)}}}";
}
