using System.Text.Json;
using Umbriel.Interchange.Hdf5;

namespace Umbriel.EndToEnd.Tests;

public sealed class SimulateVerbTests : IDisposable
{
    private static readonly string Detector = Repository.PathOf("cards/detectors/microboone.yaml");

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("gamma", 22, 300.0)]
    [InlineData("e-", 11, 300.0)]
    [InlineData("mu-", 13, 200.0)]
    [InlineData("proton", 2212, 150.0)]
    public void EnergyIsAccountedForAndWiresSeeIt(string particle, int pdg, double energy)
    {
        Outcome outcome = sandbox.Umbriel("simulate", "--detector", Detector, "--particle", particle, "--energy", $"{energy}", "--vertex", "128,0,800", "--events", "3", "-o", "s.h5", "--json");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        sandbox.Entries().ShouldBe(["s.h5"]);
        using Hdf5Reader reader = Hdf5Reader.Open(sandbox["s.h5"]);
        double[] given = reader.Read<double>("/events/energy_given");
        double[] released = reader.Read<double>("/events/energy_released");
        double[] deposited = reader.Read<double>("/events/energy_deposited");
        double[] escaped = reader.Read<double>("/events/energy_escaped");
        double[] lost = reader.Read<double>("/events/energy_lost");
        double[] energies = reader.Read<double>("/deposits/energy");
        int[] owners = reader.Read<int>("/deposits/event");
        int[] regions = reader.Read<int>("/events/region_count");
        int[] photoElectrons = reader.Read<int>("/flashes/photo_electrons");
        reader.Read<int>("/events/primary_pdg").ShouldBe([pdg, pdg, pdg]);
        for (int e = 0; e < 3; e++)
        {
            given[e].ShouldBe(1e-3 * energy, 1e-12);
            (deposited[e] + escaped[e] + lost[e]).ShouldBe(given[e] + released[e], 1e-6 * given[e]);
            energies.Where((_, i) => owners[i] == e).Sum().ShouldBe(deposited[e], 1e-9);
            deposited[e].ShouldBeGreaterThan(0.05 * given[e]);
            regions[e].ShouldBeGreaterThan(10);
        }

        photoElectrons.Sum().ShouldBeGreaterThan(0);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        document.RootElement.GetProperty("events").GetInt64().ShouldBe(3);
        document.RootElement.GetProperty("energy_deposited_MeV").GetDouble().ShouldBe(1e3 * deposited.Average(), 1e-9 * energy);
        document.RootElement.GetProperty("samples").GetInt64().ShouldBe(reader.Count("/samples/adc"));
    }

    [Fact]
    public void ThreadsDoNotChangeAByteAndTheSeedDoes()
    {
        byte[][] files = [.. new[] { (1, 1), (2, 1), (2, 2) }.Select(run =>
        {
            string name = $"{run.Item1}-{run.Item2}.h5";
            Outcome outcome = sandbox.Umbriel("simulate", "--detector", Detector, "--particle", "gamma", "--energy", "100", "--events", "35", "-o", name, "--threads", $"{run.Item1}", "--seed", $"{run.Item2}", "--quiet");
            outcome.ExitCode.ShouldBe(0, outcome.Error);
            outcome.Error.ShouldBeEmpty();
            return File.ReadAllBytes(sandbox[name]);
        })];
        files[1].AsSpan().SequenceEqual(files[0]).ShouldBeTrue();
        files[2].AsSpan().SequenceEqual(files[0]).ShouldBeFalse();
    }

    [Fact]
    public void PairsOfAModelCardKeepTheirWeightsAndPlaces()
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        sandbox.Umbriel("generate", "card.yaml", "-n", "6", "-o", "truth.h5").ExitCode.ShouldBe(0);
        Outcome outcome = sandbox.Umbriel("simulate", "card.yaml", "--detector", Detector, "-n", "6", "-o", "s.h5");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using Hdf5Reader truth = Hdf5Reader.Open(sandbox["truth.h5"]);
        using Hdf5Reader simulated = Hdf5Reader.Open(sandbox["s.h5"]);
        simulated.Read<double>("/events/weight").ShouldBe(truth.Read<double>("/events/weight"));
        double[] x = simulated.Read<double>("/particles/x");
        double[] kinetic = simulated.Read<double>("/particles/kinetic_energy");
        long[] offsets = simulated.Read<long>("/events/particle_offset");
        int[] primaries = simulated.Read<int>("/events/primaries");
        double[] vertex = truth.Read<double>("/events/vertex_x");
        double[] electron = truth.Read<double>("/events/electron_e");
        for (int e = 0; e < 6; e++)
        {
            // The electron's mass; the generator's TPC begins at x = -1.55 cm and the card's at 0.
            primaries[e].ShouldBe(2);
            kinetic[offsets[e]].ShouldBe(electron[e] - 0.51099895e-3, 1e-9);
            x[offsets[e]].ShouldBe(vertex[e] + 1.55, 1e-9);
        }
    }

    [Theory]
    [InlineData("--particle gama --energy 300", "gamma")]
    [InlineData("--particle gamma --energy -3", "--energy")]
    [InlineData("--particle gamma --energy nan", "--energy")]
    [InlineData("--particle gamma --energy 1e9", "20000")]
    [InlineData("--particle pi+ --energy 6000", "5000")]
    [InlineData("--particle gamma", "--energy")]
    [InlineData("", "--particle")]
    [InlineData("--particle e- --energy 9 --vertex 1,2", "--vertex")]
    [InlineData("--particle e- --energy 9 --vertex -100,0,0", "--vertex")]
    [InlineData("--particle e- --energy 9 --direction 0,0,0", "--direction")]
    [InlineData("--particle e- --energy 9 --events 0", "--events")]
    [InlineData("--particle e- --energy 9 --seed -1", "--seed")]
    [InlineData("--particle e- --energy 9 --threads 0", "--threads")]
    [InlineData("card.yaml --particle e-", "--particle")]
    [InlineData("none.yaml", "none.yaml: no such file")]
    public void ACommandIsRefused(string options, string named)
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        Refused(named, ["--detector", Detector, "-o", "s.h5", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
    }

    [Theory]
    [InlineData("none.yaml", "s.h5", "none.yaml: no such file")]
    [InlineData("card.yaml", "s.h5", "card.yaml")]
    [InlineData("detector.yaml", "s.root", "--output")]
    [InlineData("detector.yaml", "nowhere/s.h5", "nowhere")]
    public void AFileIsRefused(string detector, string output, string named)
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        File.Copy(Detector, sandbox["detector.yaml"]);
        Refused(named, ["--detector", detector, "-o", output, "--particle", "e-", "--energy", "9", "--events", "2"]);
    }

    [Fact]
    public void AModelCardNeedsMicroBooNE()
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        Refused("activeVolume", ["card.yaml", "--detector", Repository.PathOf("cards/detectors/sbnd-like.yaml"), "-o", "s.h5"]);
    }

    private void Refused(string named, string[] arguments)
    {
        string[] before = sandbox.Entries();
        Outcome outcome = sandbox.Umbriel(["simulate", .. arguments]);
        outcome.ExitCode.ShouldBe(2, outcome.Error);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldMatch(@"\Aumbriel: [^\n]+\n\z");
        outcome.Error.ShouldContain(named);
        sandbox.Entries().ShouldBe(before);
    }
}
