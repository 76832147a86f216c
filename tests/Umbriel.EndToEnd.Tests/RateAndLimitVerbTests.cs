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
        Members(document).ShouldBe(["observed_U2", "expected_U2", "covariance"]);

        // The letter: its example, 2e-10, lies just within the expected limit; validation/limits.md has both.
        document.RootElement.GetProperty("observed_U2").GetDouble().ShouldBe(2.9e-10, 0.3e-10);
        document.RootElement.GetProperty("expected_U2").GetDouble().ShouldBe(2e-10, 0.2e-10);
        document.RootElement.GetProperty("covariance").GetString().ShouldBe("drawn-minus-poisson");
    }

    [Fact]
    public void TheMixturesSpreadEntersTheLimitWhereTheCardAsks()
    {
        const string Source = "fit: {systematics: [efficiency-mixture]}\n";
        string all = Sandbox.SmallCard.Replace("mixture: single", "mixture: [light-heavy, single, dual, broad, balanced]", StringComparison.Ordinal);
        sandbox.Write("card.yaml", all);
        sandbox.Write("mixture.yaml", all + Source);
        sandbox.Write("one.yaml", Sandbox.SmallCard + Source);
        double Limit(string card)
        {
            using JsonDocument document = JsonDocument.Parse(sandbox.Umbriel("limit", card, "--json").Output);
            return document.RootElement.GetProperty("expected_U2").GetDouble();
        }

        // One bin with a relative error δ on the signal alone: s²/(V + δ² s²) = 5.99, so the limit rises by 1/√(1 - 5.99 δ²),
        // 1.087 for the 0.160 of validation/closure.md; a little more beside the signal's other errors.
        (Limit("mixture.yaml") / Limit("card.yaml")).ShouldBeInRange(1.07, 1.13);
        Outcome refused = sandbox.Umbriel("limit", "one.yaml");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("fit.systematics: efficiency-mixture: found a spread of 0 between mixtures; expected two or more mixtures in response.mixture");
    }

    private static IEnumerable<string> Members(JsonDocument document) => document.RootElement.EnumerateObject().Select(member => member.Name);
}
