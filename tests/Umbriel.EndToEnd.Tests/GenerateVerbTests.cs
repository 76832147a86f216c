using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Umbriel.Formats.Events;
using Umbriel.Formats.HepEvt;

namespace Umbriel.EndToEnd.Tests;

public sealed class GenerateVerbTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public GenerateVerbTests() => sandbox.Write("card.yaml", Sandbox.SmallCard);

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Hdf5HoldsTheEventsThatWerePrinted()
    {
        Outcome outcome = sandbox.Umbriel("generate", "card.yaml", "-n", "3000", "-o", "e.h5", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        document.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["file", "rows", "effective_events", "decays_in_tpc"]);
        EventFileContent content = EventFile.Read(sandbox["e.h5"]);
        content.Events.Count.ShouldBe(3000);
        double sum = content.Events.Weight.Sum();
        double squares = content.Events.Weight.Sum(w => w * w);
        document.RootElement.GetProperty("rows").GetInt64().ShouldBe(3000);
        document.RootElement.GetProperty("decays_in_tpc").GetDouble().ShouldBe(sum, 1e-12 * sum);
        document.RootElement.GetProperty("effective_events").GetDouble().ShouldBe(sum * sum / squares, 1e-9 * 3000);
        content.Metadata.Card.ShouldContain("m4: 0.106\n");
        content.Metadata.Pot.ShouldBe(6.87e20);
        sandbox.Entries().ShouldBe(["card.yaml", "e.h5"]);
    }

    [Fact]
    public void Hdf5IsReadByTheLibrarysOwnTool()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/h5dump"), "h5dump is not installed");
        sandbox.Umbriel("generate", "card.yaml", "-n", "700", "-o", "e.hdf5").ExitCode.ShouldBe(0);
        Outcome header = Shell.Run("/usr/bin/h5dump", ["-H", sandbox["e.hdf5"]]);
        header.ExitCode.ShouldBe(0, header.Error);
        header.Output.ShouldContain("DATASET \"weight\"");
        header.Output.ShouldContain("( 700 ) / ");
        header.Output.ShouldContain("ATTRIBUTE \"format_version\"");
    }

    [Fact]
    public void HepMc3IsReadByItsOwnLibraryWithTheSameSums()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/g++") && File.Exists("/usr/include/HepMC3/ReaderAscii.h"), "g++ or libhepmc3-dev is not installed");
        Outcome compiler = Shell.Run("/usr/bin/g++", ["-std=c++17", "-o", sandbox["check"], Repository.PathOf("validation/hepmc3-reader/check.cc"), "-lHepMC3"]);
        compiler.ExitCode.ShouldBe(0, compiler.Error);
        sandbox.Umbriel("generate", "card.yaml", "-n", "2000", "-o", "e.hepmc3").ExitCode.ShouldBe(0);
        sandbox.Umbriel("generate", "card.yaml", "-n", "2000", "-o", "e.h5").ExitCode.ShouldBe(0);

        Outcome check = Shell.Run(sandbox["check"], [sandbox["e.hepmc3"]]);
        check.ExitCode.ShouldBe(0, check.Error);
        Dictionary<string, double> sums = check.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        EventFileContent content = EventFile.Read(sandbox["e.h5"]);
        sums["events"].ShouldBe(2000);
        sums["weight"].ShouldBe(content.Events.Weight.Sum(), 1e-9 * sums["weight"]);
        sums["electron_e"].ShouldBe(content.Events.Electron.E.Sum(), 1e-9 * sums["electron_e"]);
        sums["positron_e"].ShouldBe(content.Events.Positron.E.Sum(), 1e-9 * sums["positron_e"]);
        sums["vertex_z"].ShouldBe(content.Events.VertexZ.Sum(), 1e-6 * Math.Abs(sums["vertex_z"]));
    }

    [Fact]
    public void PackedHepMc3IsTheSameText()
    {
        sandbox.Umbriel("generate", "card.yaml", "-n", "300", "-o", "e.hepmc3").ExitCode.ShouldBe(0);
        sandbox.Umbriel("generate", "card.yaml", "-n", "300", "-o", "p.hepmc3.gz").ExitCode.ShouldBe(0);
        sandbox.Bash("gzip -dc p.hepmc3.gz | cmp - e.hepmc3").ExitCode.ShouldBe(0);
        new FileInfo(sandbox["p.hepmc3.gz"]).Length.ShouldBeLessThan(new FileInfo(sandbox["e.hepmc3"]).Length / 2);
        using GeneratedEventFile file = GeneratedEventFile.Open(sandbox["p.hepmc3.gz"]);
        file.Count.ShouldBe(300);
        Outcome refused = sandbox.Umbriel("generate", "card.yaml", "-n", "300", "-o", "e.h5.gz");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain(".hepmc3.gz");
        sandbox.Entries().ShouldBe(["card.yaml", "e.hepmc3", "p.hepmc3.gz"]);
    }

    [Theory]
    [InlineData("h5", "tpc")]
    [InlineData("hepmc3", "cryostat")]
    [InlineData("h5", "soil")]
    public void ThreadsDoNotChangeAByte(string extension, string origin)
    {
        File.Copy(Repository.PathOf("cards/longlived.yaml"), sandbox["long.yaml"]);
        byte[][] files = [.. new[] { 1, 2, 7 }.Select(threads =>
        {
            string name = $"{threads}.{extension}";
            Outcome outcome = sandbox.Umbriel("generate", "long.yaml", "-n", "5000", "--origin", origin, "-o", name, "--threads", $"{threads}");
            outcome.ExitCode.ShouldBe(0, outcome.Error);
            return File.ReadAllBytes(sandbox[name]);
        })];
        files[1].AsSpan().SequenceEqual(files[0]).ShouldBeTrue();
        files[2].AsSpan().SequenceEqual(files[0]).ShouldBeTrue();
    }

    [Fact]
    public void AnotherSeedIsAnotherFile()
    {
        sandbox.Write("other.yaml", Sandbox.SmallCard + "seed: 2\n");
        sandbox.Umbriel("generate", "card.yaml", "-n", "100", "-o", "1.h5").ExitCode.ShouldBe(0);
        sandbox.Umbriel("generate", "other.yaml", "-n", "100", "-o", "2.h5").ExitCode.ShouldBe(0);
        EventFile.Read(sandbox["1.h5"]).Events.NeutrinoEnergy.ShouldNotBe(EventFile.Read(sandbox["2.h5"]).Events.NeutrinoEnergy);
    }

    [Theory]
    [InlineData("h5", "INT")]
    [InlineData("hepmc3", "TERM")]
    public void InterruptedItLeavesNothing(string extension, string signal)
    {
        using Process process = sandbox.Start("generate", "card.yaml", "-n", "1000000000", "-o", $"e.{extension}", "--quiet");
        Stopwatch clock = Stopwatch.StartNew();
        while (!sandbox.Entries().Any(entry => entry.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            process.HasExited.ShouldBeFalse();
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            Thread.Sleep(5);
        }

        Shell.Bash($"kill -{signal} {process.Id}").ExitCode.ShouldBe(0);
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(130, error);
        error.ShouldBe("umbriel: interrupted; nothing was left half-written\n");
        sandbox.Entries().ShouldBe(["card.yaml"]);
    }
}
