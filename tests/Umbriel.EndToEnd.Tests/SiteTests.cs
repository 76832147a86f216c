using System.Text.Json;
using Umbriel.Formats.Events;
using Umbriel.Formats.Hdf5;

namespace Umbriel.EndToEnd.Tests;

/// <summary>Other sites than MicroBooNE's, through the verbs.</summary>
public sealed class SiteTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public SiteTests() => sandbox.Write("card.yaml", Sandbox.SmallCard);

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("sbnd", "digitised")]
    [InlineData("icarus", "not a simulation")]
    public void RateSaysWhatIsApproximateAndSelectsNothing(string site, string note)
    {
        Outcome outcome = sandbox.Umbriel("rate", "card.yaml", "--site", site, "--origin", "tpc", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        document.RootElement.GetProperty("site").GetString().ShouldBe(site);
        document.RootElement.GetProperty("selected").ValueKind.ShouldBe(JsonValueKind.Null);
        document.RootElement.GetProperty("notes").EnumerateArray().ShouldContain(text => text.GetString()!.Contains(note));

        // Prompt: all that is made decays where it is made.
        double scatters = document.RootElement.GetProperty("scatters").GetDouble();
        document.RootElement.GetProperty("decays_in_tpc").GetDouble().ShouldBe(scatters, 0.01 * scatters);
        sandbox.Umbriel("rate", "card.yaml", "--site", site).Output.ShouldContain("no published response");
    }

    [Fact]
    public void GeneratedVerticesAreInTheSitesVolume()
    {
        sandbox.Write("sbnd.yaml", Sandbox.SmallCard + "site: sbnd\n");
        Outcome outcome = sandbox.Umbriel("generate", "sbnd.yaml", "-n", "500", "-o", "e.h5");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("umbriel: SBND: one of SBND's two drift volumes");
        EventFileContent content = EventFile.Read(sandbox["e.h5"]);
        content.Metadata.Pot.ShouldBe(6.6e20);
        content.Metadata.Card.ShouldContain("site: sbnd\n");
        content.Events.VertexX.ShouldAllBe(x => x >= 0.0 && x <= 201.0);
        content.Events.VertexX.Max().ShouldBeGreaterThan(180.0);
        content.Events.VertexY.ShouldAllBe(y => Math.Abs(y) <= 200.0);
        content.Events.VertexZ.ShouldAllBe(z => z >= 0.0 && z <= 500.0);
    }

    [Theory]
    [InlineData("sbnd", "SBND-like", 201.0, 200.0, 500.0)]
    [InlineData("icarus", "ICARUS-like", 148.2, 158.4, 894.95)]
    public void PairsAreSimulatedInTheSitesOwnDetector(string site, string title, double x, double y, double z)
    {
        Outcome outcome = sandbox.Umbriel("simulate", "card.yaml", "--site", site, "--events", "6", "-o", "s.h5", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldBeEmpty();
        using Hdf5Reader reader = Hdf5Reader.Open(sandbox["s.h5"]);
        reader.Text("/", "detector_title").ShouldBe(title);
        reader.Text("/", "source").ShouldNotBeNull().ShouldContain($"site: {site}\n");
        int[] parents = reader.Read<int>("/particles/parent");
        foreach ((string axis, double edge) in new[] { ("x", x), ("y", y), ("z", z) })
        {
            reader.Read<double>("/particles/" + axis).Where((_, i) => parents[i] == -1).ShouldAllBe(v => Math.Abs(v) <= edge);
        }

        reader.Read<int>("/events/region_count").Sum().ShouldBeGreaterThan(60);
    }

    [Fact]
    public void ReconstructionTakesTheSitesDetectorToo()
    {
        Outcome outcome = sandbox.Umbriel("reconstruct", "card.yaml", "--site", "sbnd", "--events", "2", "-o", "r.h5", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using Hdf5Reader reader = Hdf5Reader.Open(sandbox["r.h5"]);
        reader.Text("/", "detector_title").ShouldBe("SBND-like");
    }

    [Fact]
    public void ADetectorBesideItsSiteChangesNothing()
    {
        string detector = Repository.PathOf("cards/detectors/microboone.yaml");
        sandbox.Umbriel("simulate", "card.yaml", "--events", "2", "-o", "1.h5", "--quiet").ExitCode.ShouldBe(0);
        sandbox.Umbriel("simulate", "card.yaml", "--site", "microboone", "--detector", detector, "--events", "2", "-o", "2.h5", "--quiet").ExitCode.ShouldBe(0);
        File.ReadAllBytes(sandbox["2.h5"]).AsSpan().SequenceEqual(File.ReadAllBytes(sandbox["1.h5"])).ShouldBeTrue();
    }

    [Fact]
    public void AFileOfOnesOwnIsASite()
    {
        string text = File.ReadAllText(Repository.PathOf("data/sites/sbnd.yaml")).Replace("../flux", Repository.PathOf("data/flux"), StringComparison.Ordinal)
            .Replace("../../cards", Repository.PathOf("cards"), StringComparison.Ordinal).Replace("POT: 6.6e20", "POT: 13.2e20", StringComparison.Ordinal);
        sandbox.Write("mine.yaml", text);
        double[] scatters = [.. new[] { "sbnd", "mine.yaml" }.Select(site =>
        {
            Outcome outcome = sandbox.Umbriel("rate", "card.yaml", "--site", site, "--json");
            outcome.ExitCode.ShouldBe(0, outcome.Error);
            using JsonDocument document = JsonDocument.Parse(outcome.Output);
            return document.RootElement.GetProperty("scatters").GetDouble();
        })];
        scatters[1].ShouldBe(2.0 * scatters[0], 1e-12 * scatters[0]);
    }

    [Theory]
    [InlineData("rate card.yaml --site sbdn", "--site: found \"sbdn\"; expected a known name, did you mean \"sbnd\"?")]
    [InlineData("rate card.yaml --site none.yaml", "there is none at")]
    [InlineData("rate darknews.yaml --site sbnd", "darknews.yaml:9: geometry: found \"darknews\"; expected letter")]
    [InlineData("simulate card.yaml --site microboone --detector sbnd-like.yaml -o s.h5", "sbnd-like.yaml: activeVolume: found 201 x 400 x 500 cm; expected MicroBooNE's 256.35 x 233 x 1036.8 cm")]
    [InlineData("simulate card.yaml --detector sbnd-like.yaml -o s.h5", "activeVolume")]
    [InlineData("simulate --site microboone --detector sbnd-like.yaml --particle e- --energy 9 -o s.h5", "activeVolume")]
    [InlineData("simulate card.yaml --site miniboone -o s.h5", "miniboone.yaml: detector: found no value")]
    [InlineData("simulate card.yaml --site miniboone --detector sbnd-like.yaml -o s.h5", "MiniBooNE's active volume, which is not a box of liquid argon")]
    [InlineData("simulate --particle e- --energy 9 -o s.h5", "--detector: found neither it nor --site nor a model card")]
    [InlineData("limit sbnd.yaml", "sbnd.yaml: site: found SBND; expected microboone")]
    [InlineData("search sbnd.yaml -o out", "sbnd.yaml: site: found SBND; expected microboone")]
    public void AContradictionIsRefused(string command, string named)
    {
        sandbox.Write("sbnd.yaml", Sandbox.SmallCard + "site: sbnd\n");
        sandbox.Write("darknews.yaml", "m4: 0.106\nmzprime: 0.03\n\n\n\n\n\n\ngeometry: darknews\n");
        File.Copy(Repository.PathOf("cards/detectors/sbnd-like.yaml"), sandbox["sbnd-like.yaml"]);
        string[] before = sandbox.Entries();
        Outcome outcome = sandbox.Umbriel(command.Split(' '));
        outcome.ExitCode.ShouldBe(2, outcome.Error);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]+\n\z");
        outcome.Error.ShouldContain(named);
        sandbox.Entries().ShouldBe(before);
    }
}
