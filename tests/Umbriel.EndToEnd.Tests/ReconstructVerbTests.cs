using System.Diagnostics;
using System.Text.Json;
using Umbriel.Core;
using Umbriel.Formats.Hdf5;

namespace Umbriel.EndToEnd.Tests;

public sealed class ReconstructVerbTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public ReconstructVerbTests() =>
        sandbox.Umbriel("simulate", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--particle", "e-", "--energy", "200", "--vertex", "128,0,300", "--events", "5", "-o", "s.h5", "--quiet").ExitCode.ShouldBe(0);

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void ShowersAreFoundWithTheSameBytesForAnyNumberOfThreads()
    {
        Outcome outcome = sandbox.Umbriel("reconstruct", "s.h5", "-o", "one.h5", "--threads", "1", "--json", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement totals = JsonDocument.Parse(outcome.Output).RootElement;
        totals.GetProperty("events").GetInt64().ShouldBe(5);
        totals.GetProperty("no_particle").GetInt64().ShouldBe(0);
        totals.GetProperty("one_shower").GetInt64().ShouldBeGreaterThanOrEqualTo(1);
        totals.GetProperty("points").GetInt64().ShouldBeGreaterThan(500);
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "three.h5", "--threads", "3", "--quiet").ExitCode.ShouldBe(0);
        File.ReadAllBytes(sandbox["three.h5"]).ShouldBe(File.ReadAllBytes(sandbox["one.h5"]));
    }

    [Fact]
    public void EventsAreTheSameSimulatedOnTheWay()
    {
        string[] simulation = ["--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--particle", "e-", "--energy", "200", "--vertex", "128,0,300", "--events", "5", "--seed", "1"];
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "file.h5", "--quiet").ExitCode.ShouldBe(0);
        Outcome outcome = sandbox.Umbriel(["reconstruct", .. simulation, "-o", "one.h5", "--threads", "1", "--json", "--quiet"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonDocument.Parse(outcome.Output).RootElement.GetProperty("events").GetInt64().ShouldBe(5);
        sandbox.Umbriel(["reconstruct", .. simulation, "-o", "three.h5", "--threads", "3", "--quiet"]).ExitCode.ShouldBe(0);
        File.ReadAllBytes(sandbox["three.h5"]).ShouldBe(File.ReadAllBytes(sandbox["one.h5"]));
        using Hdf5Reader file = Hdf5Reader.Open(sandbox["file.h5"]);
        using Hdf5Reader way = Hdf5Reader.Open(sandbox["one.h5"]);
        foreach (string column in new[] { "events/point_count", "hits/wire", "hits/time", "hits/width", "hits/charge", "points/x", "points/charge", "points/particle", "particles/start_x", "particles/energy", "particles/purity", "particles/dz", "particles/charge" })
        {
            way.Read<double>($"/{column}").ShouldBe(file.Read<double>($"/{column}"), column);
        }

        foreach (string attribute in new[] { "umbriel_version", "detector_title", "detector_card", "source", "cosmics", "simulated_by", "settings", "models" })
        {
            way.Text("/", attribute).ShouldNotBeNull().ShouldBe(file.Text("/", attribute));
        }

        way.Whole("/", "seed").ShouldBe(1UL);
        way.Text("/", "input").ShouldBeNull();
        file.Text("/", "input").ShouldBe("s.h5");
        file.Text("/", "input_sha256").ShouldBe(ContentHash.OfFile(sandbox["s.h5"]));
    }

    [Fact]
    public void PairsAndCosmicsAreReconstructedOnTheWay()
    {
        Outcome outcome = sandbox.Umbriel("reconstruct", Repository.PathOf("cards/key-point.yaml"), "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--events", "1", "--cosmics", "-o", "pair.h5", "--json", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonDocument.Parse(outcome.Output).RootElement.GetProperty("points").GetInt64().ShouldBeGreaterThan(5000);
    }

    [Fact]
    public void InterruptedItLeavesNothing()
    {
        using Process process = sandbox.Start("reconstruct", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--particle", "e-", "--energy", "200", "--events", "1000000", "-o", "x.h5", "--quiet");
        Stopwatch clock = Stopwatch.StartNew();
        while (!sandbox.Entries().Any(entry => entry.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            process.HasExited.ShouldBeFalse();
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            Thread.Sleep(5);
        }

        Shell.Bash($"kill -INT {process.Id}").ExitCode.ShouldBe(0);
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(130, error);
        error.ShouldBe("umbriel: interrupted; nothing was left half-written\n");
        sandbox.Entries().ShouldBe(["s.h5"]);
    }

    [Fact]
    public void CosmicRaysWithoutAFlashInTheGateAreNoInteraction()
    {
        sandbox.Umbriel("simulate", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--cosmics", "--events", "1", "-o", "cosmics.h5", "--quiet").ExitCode.ShouldBe(0);
        Outcome outcome = sandbox.Umbriel("reconstruct", "cosmics.h5", "-o", "found.h5", "--json", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement totals = JsonDocument.Parse(outcome.Output).RootElement;
        totals.GetProperty("points").GetInt64().ShouldBeGreaterThan(5000);
        totals.GetProperty("no_particle").GetInt64().ShouldBe(1);
        using Hdf5Reader found = Hdf5Reader.Open(sandbox["found.h5"]);
        found.Read<byte>("/events/slicing").ShouldBe([2]);
        found.Number("/", "flash_reach").ShouldBeNull();

        // Around a flash that is not there, nothing is looked at.
        outcome = sandbox.Umbriel("reconstruct", "cosmics.h5", "-o", "near.h5", "--around-flash", "150", "--json", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonDocument.Parse(outcome.Output).RootElement.GetProperty("points").GetInt64().ShouldBe(0);
        using Hdf5Reader near = Hdf5Reader.Open(sandbox["near.h5"]);
        near.Read<byte>("/events/slicing").ShouldBe([2]);
        near.Number("/", "flash_reach").ShouldBe(150.0);
    }

    [Fact]
    public void AroundTheirFlashShowersAreFoundAsInTheWholeDetector()
    {
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "all.h5", "--quiet").ExitCode.ShouldBe(0);
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "near.h5", "--around-flash", "200", "--quiet").ExitCode.ShouldBe(0);
        using Hdf5Reader all = Hdf5Reader.Open(sandbox["all.h5"]);
        using Hdf5Reader near = Hdf5Reader.Open(sandbox["near.h5"]);
        near.Read<double>("/particles/start_x").ShouldBe(all.Read<double>("/particles/start_x"));
    }

    [Fact]
    public void ModelsAndSettingsAreThoseAskedForAndAreInTheFile()
    {
        Directory.CreateDirectory(sandbox["mine"]);
        foreach (string file in Directory.GetFiles(Repository.PathOf("data/reconstruction")).Where(static f => Path.GetFileName(f) is not ("README.md" or "shower-calibration-microboone.yaml")))
        {
            File.Copy(file, sandbox[$"mine/{Path.GetFileName(file)}"]);
        }

        sandbox.Write("mine/shower-calibration-double.yaml", "planes:\n- {offset: 0, slope: 2}\n- {offset: 0, slope: 2}\n- {offset: 0, slope: 2}\n");
        sandbox.Write("settings.yaml", "slices: {flashDistance: 300, minimumLight: 5}\n");
        Outcome outcome = sandbox.Umbriel("reconstruct", "s.h5", "--models", "mine", "--settings", "settings.yaml", "-o", "mine.h5", "--quiet");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "usual.h5", "--quiet").ExitCode.ShouldBe(0);
        using Hdf5Reader mine = Hdf5Reader.Open(sandbox["mine.h5"]);
        using Hdf5Reader usual = Hdf5Reader.Open(sandbox["usual.h5"]);
        mine.Number("/", "flash_reach").ShouldBe(300.0);
        mine.Text("/", "settings").ShouldNotBeNull().ShouldContain("minimumLight: 5\n");
        mine.Text("/", "models").ShouldNotBeNull().ShouldContain($"shower-calibration-double.yaml: {ContentHash.OfFile(sandbox["mine/shower-calibration-double.yaml"])}");
        usual.Text("/", "models").ShouldNotBeNull().ShouldContain($"shower-calibration-microboone.yaml: {ContentHash.OfFile(Repository.PathOf("data/reconstruction/shower-calibration-microboone.yaml"))}");
        (mine.Read<double>("/particles/energy")[0] / usual.Read<double>("/particles/energy")[0]).ShouldBeGreaterThan(1.5);
    }

    [Fact]
    public void AFileThatAnotherProcessHasLockedIsReconstructed()
    {
        Outcome outcome = sandbox.Bash("exec 9<s.h5; flock --exclusive 9; umbriel reconstruct s.h5 -o x.h5 --quiet 9<&-");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        File.Exists(sandbox["x.h5"]).ShouldBeTrue();
    }

    /// <summary>Of HDF5's own messages nothing is seen, whichever thread meets the damage.</summary>
    [Fact]
    public void DamagedDataIsOneLine()
    {
        byte[] bytes = File.ReadAllBytes(sandbox["s.h5"]);
        File.WriteAllBytes(sandbox["cut.h5"], bytes[..(bytes.Length / 2)]);

        // A byte in 3 kB: in most chunks, and in none of the places near the ends that say what is where.
        for (int i = bytes.Length / 5; i < bytes.Length * 4 / 5; i += 3000)
        {
            bytes[i] ^= 0xff;
        }

        File.WriteAllBytes(sandbox["flipped.h5"], bytes);
        foreach ((string file, string expected) in (ReadOnlySpan<(string, string)>)[("cut.h5", "not readable as an HDF5 file"), ("flipped.h5", "damaged")])
        {
            Outcome outcome = sandbox.Umbriel("reconstruct", file, "-o", "x.h5", "--threads", "2", "--quiet");
            outcome.ExitCode.ShouldBe(2);
            outcome.Error.ShouldStartWith($"umbriel: {file}: ");
            outcome.Error.ShouldContain(expected);
            outcome.Error.Count(c => c == '\n').ShouldBe(1, outcome.Error);
            File.Exists(sandbox["x.h5"]).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("none.h5 -o x.h5", "none.h5: no such file")]
    [InlineData("s.h5 -o x.txt", "--output")]
    [InlineData("s.h5 -o nowhere/x.h5", "nowhere")]
    [InlineData("text.h5 -o x.h5", "text.h5")]
    [InlineData("-o x.h5", "--detector")]
    [InlineData("--particle e- --energy 5 -o x.h5", "--detector")]
    [InlineData("s.h5 --around-flash 5 -o x.h5", "--around-flash")]
    [InlineData("s.h5 --around-flash nan -o x.h5", "--around-flash")]
    [InlineData("s.h5 --settings none.yaml -o x.h5", "none.yaml")]
    [InlineData("s.h5 --models nowhere -o x.h5", "nowhere: found no such folder; expected a folder with the models of the reconstruction")]
    [InlineData("s.h5 --seed 3 -o x.h5", "--seed")]
    [InlineData("s.h5 --particle e- -o x.h5", "--particle")]
    [InlineData("s.h5 --cosmics -o x.h5", "--cosmics")]
    [InlineData("s.h5 --detector d.yaml -o x.h5", "--detector")]
    [InlineData("none.yaml --detector d.yaml -o x.h5", "none.yaml")]
    public void MistakesAreOneLine(string arguments, string expected)
    {
        sandbox.Write("text.h5", "no HDF5");
        Outcome outcome = sandbox.Umbriel(["reconstruct", .. arguments.Split(' '), "--quiet"]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(expected);
        outcome.Error.TrimEnd('\n').ShouldNotContain("\n");
        File.Exists(sandbox["x.h5"]).ShouldBeFalse();
    }
}
