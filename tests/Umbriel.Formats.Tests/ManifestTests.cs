using Umbriel.Core;
using Umbriel.Formats.Provenance;

namespace Umbriel.Formats.Tests;

public class ManifestTests
{
    private static Manifest Make(TemporaryFolder scratch)
    {
        scratch.Write("b.csv", "x\n1\n");
        scratch.Write("a.csv", "abc");
        string input = scratch.Write("in.yaml", "");
        return Manifest.Create("0.1.0", ["search", "card.yaml"], "m4: 0.1\nmzprime: 0.03\n", 1, [("data/in.yaml", input)], scratch.Path, ["b.csv", "a.csv"]);
    }

    [Fact]
    public void Round_trips_and_is_sorted_and_free_of_time_and_place()
    {
        using TemporaryFolder scratch = new();
        Manifest manifest = Make(scratch);

        manifest.Outputs.Select(o => o.Path).ShouldBe(["a.csv", "b.csv"]);
        manifest.Outputs[0].Sha256.ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-2, appendix B.1: "abc"
        manifest.Inputs[0].Sha256.ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"); // the empty message
        manifest.Write(scratch.Path);
        string text = File.ReadAllText(Path.Combine(scratch.Path, "manifest.json"));
        Manifest again = Manifest.Read(scratch.Path);
        again.ToJson().ShouldBe(text);
        again.Card.ShouldBe(manifest.Card);
        text.ShouldNotContain(scratch.Path);
        text.ShouldNotContain(DateTime.UtcNow.Year.ToString() + "-");
        again.Verify(scratch.Path, _ => Path.Combine(scratch.Path, "in.yaml")).ShouldBeEmpty();
    }

    /// <summary>Manifests of runs without settings keep their bytes.</summary>
    [Fact]
    public void Settings_are_there_only_where_a_run_has_them()
    {
        using TemporaryFolder scratch = new();
        Manifest manifest = Make(scratch);
        manifest.ToJson().ShouldNotContain("settings");
        (manifest with { Settings = "link: 1.5\n" }).Write(scratch.Path);
        Manifest.Read(scratch.Path).Settings.ShouldBe("link: 1.5\n");
    }

    [Fact]
    public void Every_change_is_reported()
    {
        using TemporaryFolder scratch = new();
        Manifest manifest = Make(scratch);
        scratch.Write("a.csv", "abd");
        File.Delete(Path.Combine(scratch.Path, "b.csv"));
        scratch.Write("in.yaml", "changed");

        IReadOnlyList<string> differences = manifest.Verify(scratch.Path, _ => Path.Combine(scratch.Path, "in.yaml"));

        differences.Count.ShouldBe(3);
        differences[0].ShouldStartWith("a.csv: sha256");
        differences[1].ShouldBe("b.csv: missing");
        differences[2].ShouldStartWith("data/in.yaml");
        (manifest with { Card = manifest.Card + " " }).Verify(scratch.Path)[0].ShouldStartWith("card:");
        (manifest with { Outputs = [new FileDigest("../x", "", 0)] }).Verify(scratch.Path)[0].ShouldContain("outside");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"schema\": 1}")]
    [InlineData("null")]
    public void A_damaged_manifest_is_refused_in_one_line(string text)
    {
        using TemporaryFolder scratch = new();
        string path = scratch.Write("manifest.json", text);

        Should.Throw<UserErrorException>(() => Manifest.Read(path)).Message.ShouldContain("manifest.json");
    }
}
