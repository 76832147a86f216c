using System.Text.Json;
using Umbriel.Formats.Hdf5;

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

    [Fact]
    public void OurOwnHepMC3GivesThePrimariesOfTheModelCard()
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        sandbox.Umbriel("generate", "card.yaml", "-n", "8", "-o", "truth.hepmc3").ExitCode.ShouldBe(0);
        sandbox.Umbriel("simulate", "card.yaml", "--detector", Detector, "-n", "8", "-o", "direct.h5").ExitCode.ShouldBe(0);

        // The middle of the generator's TPC is at x = 126.625, y = 0.97, z = 518.5 cm and the card's at 128.175, 0, 518.4.
        Outcome outcome = sandbox.Umbriel("simulate", "--events-from", "truth.hepmc3", "--shift", "1.55,-0.97,-0.1", "--detector", Detector, "-o", "file.h5");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using Hdf5Reader direct = Hdf5Reader.Open(sandbox["direct.h5"]);
        using Hdf5Reader file = Hdf5Reader.Open(sandbox["file.h5"]);
        file.Text("/", "source")!.ShouldStartWith("events: truth.hepmc3\nsha256: ");
        file.Read<double>("/events/weight").ShouldBe(direct.Read<double>("/events/weight"));
        foreach (string column in new[] { "category", "region", "neutrino_pdg", "process", "target" })
        {
            file.Read<int>($"/events/{column}").ShouldBe(direct.Read<int>($"/events/{column}"), column);
        }

        file.Text("/weights", "names").ShouldBe("CV");
        file.Read<double>("/weights/value").ShouldBe(file.Read<double>("/events/weight"));
        file.Read<long>("/events/input_event").ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]);
        Primary[] expected = Primaries(direct);
        Primary[] found = Primaries(file);
        expected.Length.ShouldBe(16);

        // Besides the pair, the recoil and the missing neutral are in the file; they are listed, and their energy is lost.
        found.Length.ShouldBe(32);
        Primary[] pairs = [.. found.Where(static p => Math.Abs(p.Pdg) == 11)];
        for (int i = 0; i < expected.Length; i++)
        {
            (Primary e, Primary f) = (expected[i], pairs[i]);
            (f.Event, f.Pdg).ShouldBe((e.Event, e.Pdg));
            f.Energy.ShouldBe(e.Energy, 1e-12 * e.Energy);
            f.X.ShouldBe(e.X, 1e-9);
            f.Y.ShouldBe(e.Y, 1e-9);
            f.Z.ShouldBe(e.Z, 1e-9);
            f.DX.ShouldBe(e.DX, 1e-6);
            f.DZ.ShouldBe(e.DZ, 1e-6);
        }

        double[] lost = file.Read<double>("/events/energy_lost");
        for (int e = 0; e < 8; e++)
        {
            lost[e].ShouldBeGreaterThanOrEqualTo(found.Where(p => p.Event == e && Math.Abs(p.Pdg) != 11).Sum(static p => p.Energy) * (1.0 - 1e-12));
        }
    }

    [Fact]
    public void CosmicsAreLaidOverABeamEventAndToldFromIt()
    {
        string[] beam = ["simulate", "--detector", Detector, "--particle", "e-", "--energy", "200", "-n", "3", "--quiet"];
        sandbox.Umbriel([.. beam, "-o", "plain.h5"]).ExitCode.ShouldBe(0);
        Outcome outcome = sandbox.Umbriel([.. beam, "-o", "both.h5", "--cosmics", "--cosmics-scale", "0.1", "--json"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        Outcome alone = sandbox.Umbriel("simulate", "--detector", Detector, "--cosmics", "--cosmics-scale", "0.1", "-n", "3", "-o", "alone.h5", "--threads", "1");
        alone.ExitCode.ShouldBe(0, alone.Error);
        using Hdf5Reader plain = Hdf5Reader.Open(sandbox["plain.h5"]);
        using Hdf5Reader both = Hdf5Reader.Open(sandbox["both.h5"]);
        using Hdf5Reader sky = Hdf5Reader.Open(sandbox["alone.h5"]);
        plain.Text("/", "cosmics").ShouldBe("none");
        both.Text("/", "cosmics")!.ShouldContain("scale: 0.1\n");
        int[] cosmics = both.Read<int>("/events/cosmics");
        cosmics.Sum().ShouldBeGreaterThan(0);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        document.RootElement.GetProperty("cosmic_muons").GetInt64().ShouldBe(cosmics.Sum());
        sky.Read<int>("/events/cosmics").ShouldBe(cosmics);
        sky.Read<int>("/events/primaries").ShouldBe([0, 0, 0]);
        both.Read<int>("/events/primaries").ShouldBe([1, 1, 1]);
        both.Read<int>("/events/beam_particles").ShouldBe(plain.Read<int>("/events/particle_count"));
        both.Read<int>("/events/beam_deposits").ShouldBe(plain.Read<int>("/events/deposit_count"));
        both.Read<double>("/events/beam_energy_visible").ShouldBe(plain.Read<double>("/events/energy_visible"));
        both.Read<double>("/events/beam_energy_given").ShouldBe(plain.Read<double>("/events/energy_given"));
        both.Read<byte>("/particles/origin").Count(static origin => origin == 0).ShouldBe(plain.Count("/particles/pdg"));
        both.Read<byte>("/particles/origin").Count(static origin => origin == 1).ShouldBe(sky.Count("/particles/pdg"));
        double[] given = both.Read<double>("/events/energy_given");
        for (int e = 0; e < 3; e++)
        {
            double outgoing = both.Read<double>("/events/energy_deposited")[e] + both.Read<double>("/events/energy_escaped")[e] + both.Read<double>("/events/energy_lost")[e];
            outgoing.ShouldBe(given[e] + both.Read<double>("/events/energy_released")[e], 1e-6 * given[e]);
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
    [InlineData("card.yaml --events-from card.yaml", "--events-from")]
    [InlineData("--events-from none.hepevt", "none.hepevt: no such file")]
    [InlineData("--events-from card.yaml", "card.yaml:1: event")]
    [InlineData("--events-from two.hepevt --particle e-", "--particle")]
    [InlineData("--events-from two.hepevt --events 3", "two.hepevt")]
    [InlineData("--events-from two.hepevt --vertex nowhere", "--vertex")]
    [InlineData("--events-from two.hepevt --shift 1,2", "--shift")]
    [InlineData("--events-from two.hepevt --weight CV", "--weight")]
    [InlineData("--events-from two.hepevt --length-unit cm", "--length-unit")]
    [InlineData("--events-from two.hepevt --length-unit inch", "--length-unit")]
    [InlineData("--particle e- --energy 9 --weight CV", "--weight")]
    [InlineData("--particle e- --energy 9 --shift 1,2,3", "--shift")]
    [InlineData("--particle e- --energy 9 --cosmics-scale 2", "--cosmics")]
    [InlineData("--cosmics --cosmics-scale -2", "--cosmics-scale")]
    [InlineData("--cosmics --energy 9", "--energy")]
    public void ACommandIsRefused(string options, string named)
    {
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        File.Copy(Repository.PathOf("cards/events/example.hepevt"), sandbox["two.hepevt"]);
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

    private static Primary[] Primaries(Hdf5Reader reader)
    {
        int[] events = reader.Read<int>("/particles/event");
        int[] parents = reader.Read<int>("/particles/parent");
        int[] pdg = reader.Read<int>("/particles/pdg");
        double[] energy = reader.Read<double>("/particles/kinetic_energy");
        (double[] x, double[] y, double[] z) = (reader.Read<double>("/particles/x"), reader.Read<double>("/particles/y"), reader.Read<double>("/particles/z"));
        (float[] dx, float[] dz) = (reader.Read<float>("/particles/dx"), reader.Read<float>("/particles/dz"));
        return [.. Enumerable.Range(0, events.Length).Where(i => parents[i] == -1).Select(i => new Primary(events[i], pdg[i], energy[i], x[i], y[i], z[i], dx[i], dz[i]))];
    }

    private sealed record Primary(int Event, int Pdg, double Energy, double X, double Y, double Z, double DX, double DZ);

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
