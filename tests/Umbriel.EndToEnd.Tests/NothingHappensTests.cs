using System.Text.Json;
using Umbriel.Formats.Events;

namespace Umbriel.EndToEnd.Tests;

/// <summary>A point without events is an answer, and the same in every verb: exit code 0, zero, and one line that says why.</summary>
public sealed class NothingHappensTests : IDisposable
{
    private const string NoPairs = "umbriel: no e+e- pair is born in the TPC: the point is below threshold or without exposure, or N or the Z' decays elsewhere\n";

    private readonly Sandbox sandbox = new();

    public static TheoryData<string> Points => ["epsilon: 1e-10", "POT: 0", "m4: 20"];

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [MemberData(nameof(Points))]
    public void IsTheSameInEveryVerb(string point)
    {
        sandbox.Write("card.yaml", $"{(point.StartsWith("m4", StringComparison.Ordinal) ? "" : "m4: 0.106\n")}mzprime: 0.03\nresponse: {{mixture: single}}\n{point}\n");
        JsonElement hdf5 = Nothing("generate card.yaml -n 50 -o e.h5");
        JsonElement hepmc = Nothing("generate card.yaml -n 50 -o e.hepmc3");
        (hdf5.GetProperty("rows").GetInt32(), hepmc.GetProperty("rows").GetInt32()).ShouldBe((0, 0));
        hdf5.GetProperty("decays_in_tpc").GetDouble().ShouldBe(0.0);
        EventFile.Read(sandbox["e.h5"]).Events.Count.ShouldBe(0);
        File.ReadAllText(sandbox["e.hepmc3"]).ShouldNotContain("\nE ", Case.Sensitive);
        JsonElement simulated = Nothing("simulate card.yaml -n 2 -o s.h5");
        (simulated.GetProperty("events").GetInt32(), simulated.GetProperty("weights").GetDouble(), simulated.GetProperty("energy_given_MeV").GetDouble()).ShouldBe((2, 0.0, 0.0));
        foreach (string input in new[] { "card.yaml -n 2", "s.h5" })
        {
            JsonElement found = Nothing($"reconstruct {input} -o r.h5", says: input != "s.h5");
            (found.GetProperty("events").GetInt32(), found.GetProperty("no_particle").GetInt32()).ShouldBe((2, 2));
        }

        JsonElement rate = Nothing("rate card.yaml");
        (rate.GetProperty("decays_in_tpc").GetDouble(), rate.GetProperty("selected").GetDouble(), rate.GetProperty("relative_error").GetDouble()).ShouldBe((0.0, 0.0, 0.0));
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void ThereIsNoLimit(string point)
    {
        sandbox.Write("card.yaml", $"{(point.StartsWith("m4", StringComparison.Ordinal) ? "" : "m4: 0.106\n")}mzprime: 0.03\nresponse: {{mixture: single}}\n{point}\n");
        Outcome outcome = sandbox.Umbriel("limit", "card.yaml", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldMatch(@"\Aumbriel: too few events at this point: no \|U\|\^2 up to 0.0625 is excluded[^\n]*\n\z");
        using JsonDocument limit = JsonDocument.Parse(outcome.Output);
        limit.RootElement.GetProperty("observed_U2").ValueKind.ShouldBe(JsonValueKind.Null);
        limit.RootElement.GetProperty("expected_U2").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private JsonElement Nothing(string command, bool says = true)
    {
        Outcome outcome = sandbox.Umbriel([.. command.Split(' '), "--json", .. command.StartsWith("rate", StringComparison.Ordinal) ? Array.Empty<string>() : ["--quiet"]]);
        outcome.ExitCode.ShouldBe(0, $"{command}: {outcome.Error}");
        outcome.Error.ShouldBe(says ? NoPairs : "");
        outcome.Output.ShouldNotContain("NaN", Case.Sensitive);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        return document.RootElement.Clone();
    }
}
