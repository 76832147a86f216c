using System.Text.Json;

namespace Umbriel.EndToEnd.Tests;

public sealed class RateAndLimitVerbTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void RatePrintsWhatScriptsRelyOn()
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        Outcome outcome = sandbox.Umbriel("rate", "card.yaml", "--origin", "tpc", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        Members(document).ShouldBe(["site", "scatters", "decays_in_tpc", "selected", "relative_error", "notes"]);
        double scatters = document.RootElement.GetProperty("scatters").GetDouble();
        double decays = document.RootElement.GetProperty("decays_in_tpc").GetDouble();

        // c tau is 24 um here: every dark neutrino made in the TPC decays in it.
        decays.ShouldBe(scatters, 0.01 * scatters);

        // The default |U|^2 = 2e-10 is the letter's example of 67.3 selected events, a tenth of which may be off.
        document.RootElement.GetProperty("selected").GetDouble().ShouldBe(67.3, 6.73);
        document.RootElement.GetProperty("relative_error").GetDouble().ShouldBeInRange(0.0, 0.01);
    }

    [Fact]
    public void LimitPrintsWhatScriptsRelyOn()
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        Outcome outcome = sandbox.Umbriel("limit", "card.yaml", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        Members(document).ShouldBe(
            ["observed_U2", "expected_U2", "interval", "level", "threshold", "statistic", "covariance", "scaling", "chi2_background_only", "best_fit_U2"]);

        // The letter: its example, 2e-10, lies just within the expected limit; validation/limits.md has both.
        document.RootElement.GetProperty("observed_U2").GetDouble().ShouldBe(2.9e-10, 0.3e-10);
        document.RootElement.GetProperty("expected_U2").GetDouble().ShouldBe(2e-10, 0.2e-10);
        document.RootElement.GetProperty("interval").GetString().ShouldBe("wilks-2");
        document.RootElement.GetProperty("level").GetDouble().ShouldBe(0.95);
        document.RootElement.GetProperty("threshold").GetDouble().ShouldBe(5.99);
        document.RootElement.GetProperty("statistic").GetString().ShouldBe("cnp");
        document.RootElement.GetProperty("covariance").GetString().ShouldBe("drawn-minus-poisson");
        document.RootElement.GetProperty("scaling").GetString().ShouldBe("prediction");

        // validation/fit.md, from plain Gaussian elimination: chi2 2.865, best strength 0.249 of the example at 2e-10.
        document.RootElement.GetProperty("chi2_background_only").GetDouble().ShouldBe(2.865, 1e-3);
        document.RootElement.GetProperty("best_fit_U2").GetDouble().ShouldBe(0.249 * 2e-10, 0.1 * 0.249 * 2e-10);
    }

    [Fact]
    public void A_poisson_fit_has_the_systematic_errors_or_is_refused()
    {
        sandbox.Write("poisson.yaml", Sandbox.SmallCard + "fit:\n  statistic: poisson\n");
        Outcome refused = sandbox.Umbriel("limit", "poisson.yaml", "--json");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldMatch(@"\Aumbriel: [^\n]*poisson\.yaml:12: fit\.statistic: found poisson[^\n]*; expected poisson-profile[^\n]*\n\z");

        // Profiled, the systematic errors make the expected limit what it is with CNP, 9.6e-11 to some 10%; without them it is 4.9e-11.
        sandbox.Write("profile.yaml", Sandbox.SmallCard + "fit: {statistic: poisson-profile, backgroundScaling: fixed}\n");
        sandbox.Write("cnp.yaml", Sandbox.SmallCard + "fit: {backgroundScaling: fixed}\n");
        (double profile, string statistic) = Expected("profile.yaml");
        statistic.ShouldBe("poisson-profile");
        profile.ShouldBe(Expected("cnp.yaml").U2, 0.15 * Expected("cnp.yaml").U2);

        (double U2, string Statistic) Expected(string card)
        {
            using JsonDocument document = JsonDocument.Parse(sandbox.Umbriel("limit", card, "--json").Output);
            return (document.RootElement.GetProperty("expected_U2").GetDouble(), document.RootElement.GetProperty("statistic").GetString()!);
        }
    }

    [Fact]
    public void TheMixturesSpreadEntersTheLimitWhereTheCardAsks()
    {
        const string Source = "fit: {backgroundScaling: fixed, systematics: [efficiency-mixture]}\n";
        string all = Sandbox.SmallCard.Replace("mixture: single", "mixture: [balanced, light-heavy, single, dual, broad]", StringComparison.Ordinal);
        sandbox.Write("card.yaml", all + "fit: {backgroundScaling: fixed}\n");
        sandbox.Write("mixture.yaml", all + Source);
        sandbox.Write("one.yaml", Sandbox.SmallCard + Source);
        double Limit(string card)
        {
            using JsonDocument document = JsonDocument.Parse(sandbox.Umbriel("limit", card, "--json").Output);
            return document.RootElement.GetProperty("expected_U2").GetDouble();
        }

        // One bin with a relative error δ on the signal alone: s²/(V + δ² s²) = 5.99, so the limit rises by 1/√(1 - 5.99 δ²),
        // 1.108 for the 0.176 of validation/closure.md; a little more beside the signal's other errors.
        (Limit("mixture.yaml") / Limit("card.yaml")).ShouldBeInRange(1.08, 1.16);
        Outcome refused = sandbox.Umbriel("limit", "one.yaml");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("fit.systematics: efficiency-mixture: found a spread of 0 between mixtures; expected two or more mixtures in response.mixture");
    }

    private static IEnumerable<string> Members(JsonDocument document) => document.RootElement.EnumerateObject().Select(member => member.Name);
}
