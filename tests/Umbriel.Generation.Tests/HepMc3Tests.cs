using System.Globalization;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Formats.HepMc3;
using Umbriel.Generation.HepMc3;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests;

/// <summary>Files are read back by validation/hepmc3-reader, a program on HepMC3's own reader that shares no code with the writer.</summary>
[Collection("External tools")] // a tool that starts inherits open HDF5 files with their locks
public sealed class HepMc3Tests : IClassFixture<HepMc3Tests.Checker>
{
    private readonly Checker checker;

    public HepMc3Tests(Checker checker) => this.checker = checker;

    private static DarkSectorParameters Single => new() { Scenario = Scenario.Single, M4 = 0.106, MZPrime = 0.03, Umu4 = 1e-5 };

    private static DarkSectorParameters HeavyDual => new() { Scenario = Scenario.Dual, M4 = 0.1, M5 = 0.2, MZPrime = 1.25, Umu5 = 1e-3 };

    private static HepMc3Run Run(DarkSectorParameters model) => new()
    {
        Version = "0.1.0",
        Model = model,
        Pot = 6.87e20,
        Seed = 7,
        Card = "model: single\nm4: 0.106 # \\ and |\n",
        BeamOrigin = Points.Site.BeamOrigin,
        NuclearMass = code => code == 18040 ? 37.215541 : throw new InvalidOperationException(),
        FluxAveragedCrossSectionPb = 1e-3,
    };

    [Fact]
    public void On_shell_events_are_read_with_the_same_sums()
    {
        TruthEventBatch batch = SampleEvents.Make(2_000, 11, 0.106, 0.0, 0.03);
        Dictionary<string, double> found = Check([batch], Run(Single));

        Compare(found, batch);
        found["zprime"].ShouldBe(2_000);
        found["process_150"].ShouldBe(2_000);
    }

    [Fact]
    public void Off_shell_dual_events_off_nuclei_and_nucleons_are_read_with_the_same_sums()
    {
        TruthEventBatch batch = SampleEvents.Make(1_500, 12, 0.2, 0.1, null, nucleons: true);
        Dictionary<string, double> found = Check([batch], Run(HeavyDual));

        Compare(found, batch);
        found.ShouldNotContainKey("zprime");
        found["process_150"].ShouldBe(500);
        found["process_250"].ShouldBe(500);
        found["process_251"].ShouldBe(500);
    }

    [Fact]
    public void Breakups_are_read_with_the_same_sums_and_conserve_four_momentum_at_every_vertex()
    {
        GenerationSettings settings = new(Points.Site) { Regimes = [ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic, ScatteringRegime.NeutronElastic], NuclearResponse = NuclearResponse.FermiGas };
        TruthEventBatch batch = Points.Run(HeavyDual with { MZPrime = 0.5 }, settings, EventOrigin.Tpc, 1_000);
        batch.Breakup.Count(breakup => breakup is not null).ShouldBeGreaterThan(100);
        Dictionary<string, double> found = Check([batch], Run(HeavyDual with { MZPrime = 0.5 }) with { HasBreakups = true });

        Compare(found, batch);
        (found["process_250"] + found["process_251"]).ShouldBe(batch.Regime.Count(regime => regime != ScatteringRegime.Coherent));
    }

    /// <summary>With N's flight f, the Z' 's 20 cm and the velocities known, the birth is at c t = f E/p + 20 E/p.</summary>
    [Fact]
    public void A_displaced_mediator_has_its_own_vertex_and_time()
    {
        TruthEventBatch batch = SampleEvents.Make(200, 13, 0.106, 0.0, 0.03, mediatorFlight: 20.0);
        Dictionary<string, double> found = Check([batch], Run(Single));

        double expected = 0.0;
        for (int i = 0; i < batch.Count; i++)
        {
            FourVector pair = batch.Electron[i] + batch.Positron[i];
            FourVector heavy = batch.DarkNeutrino[i];
            double q = 20.0 / pair.Momentum;
            FourVector leg = new(0, batch.VertexX[i] - batch.ScatterX[i] - (q * pair.X), batch.VertexY[i] - batch.ScatterY[i] - (q * pair.Y), batch.VertexZ[i] - batch.ScatterZ[i] - (q * pair.Z));
            expected += (leg.Momentum * heavy.E / heavy.Momentum) + (20.0 * pair.E / pair.Momentum);
        }

        found["vertex_ct"].ShouldBe(expected, 1e-6 * expected);
    }

    [Fact]
    public void The_neutrino_direction_is_recovered()
    {
        TruthEventBatch batch = SampleEvents.Make(500, 14, 0.106, 0.0, 0.03);
        for (int i = 0; i < batch.Count; i++)
        {
            FourVector line = new(0.0, batch.VertexX[i] - 126.625, batch.VertexY[i] - 0.97, batch.VertexZ[i] - SampleEvents.BeamZ);
            FourVector neutrino = EventKinematics.Neutrino(batch.NeutrinoEnergy[i], batch.DarkNeutrino[i], 37.215541, line);

            neutrino.MassSquared.ShouldBe(0.0, 1e-12);
            FourVector.AngleBetween(neutrino, line).ShouldBeLessThan(1e-6);
        }
    }

    [Fact]
    public void The_checker_refuses_a_damaged_file()
    {
        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "e.hepmc3");
        HepMc3Writer.Write(path, [SampleEvents.Make(5, 15, 0.106, 0.0, 0.03)], Run(Single));
        string text = File.ReadAllText(path);
        string electron = text.Split('\n').First(l => l.StartsWith("P 7 ", StringComparison.Ordinal));
        string[] words = electron.Split(' ');
        words[5] = "1.5";
        string bad = scratch.Write("bad.hepmc3", text.Replace(electron, string.Join(' ', words)));

        Tool.Run(checker.Program, path).Code.ShouldBe(0);
        (int code, _, string error) = Tool.Run(checker.Program, bad);
        code.ShouldBe(1);
        error.ShouldContain("not conserved");
        Tool.Run(checker.Program, scratch.Write("no.hepmc3", text.Replace("A 0 signal_process_id 150\n", ""))).Code.ShouldBe(1);
    }

    [Fact]
    public void The_same_events_give_the_same_bytes_however_they_are_batched()
    {
        using TemporaryFolder scratch = new();
        string a = Path.Combine(scratch.Path, "a.hepmc3");
        string b = Path.Combine(scratch.Path, "b.hepmc3");
        HepMc3Writer.Write(a, [SampleEvents.Make(50, 1, 0.106, 0.0, 0.03), SampleEvents.Make(50, 2, 0.106, 0.0, 0.03)], Run(Single)).ShouldBe(100);
        HepMc3Writer.Write(b, new[] { 1, 2 }.Select(seed => SampleEvents.Make(50, seed, 0.106, 0.0, 0.03)), Run(Single));

        File.ReadAllBytes(b).ShouldBe(File.ReadAllBytes(a));
    }

    private static void Compare(Dictionary<string, double> found, TruthEventBatch batch)
    {
        found["events"].ShouldBe(batch.Count);
        found["pot"].ShouldBe(6.87e20);
        Close(found["weight"], batch.Weight.Sum());
        Close(found["electron_e"], batch.Electron.E.Sum());
        Close(found["positron_e"], batch.Positron.E.Sum());
        Close(found["pair_pz"], batch.Electron.Z.Sum() + batch.Positron.Z.Sum());
        Close(found["dark_e"], batch.DarkNeutrino.E.Sum());
        Close(found["neutrino_e"], batch.NeutrinoEnergy.Sum());
        Close(found["vertex_x"], batch.VertexX.Sum());
        Close(found["vertex_y"], batch.VertexY.Sum());
        Close(found["vertex_z"], batch.VertexZ.Sum());
        Close(found["lab_x"], batch.ScatterX.Sum());
        Close(found["lab_z"], batch.ScatterZ.Sum());
    }

    private static void Close(double found, double expected) => found.ShouldBe(expected, (1e-11 * Math.Abs(expected)) + 1e-9);

    private Dictionary<string, double> Check(IEnumerable<TruthEventBatch> batches, HepMc3Run run)
    {
        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "e.hepmc3");
        HepMc3Writer.Write(path, batches, run);
        (int code, string output, string error) = Tool.Run(checker.Program, path);
        code.ShouldBe(0, error);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The compiled reader; its tests are skipped, saying so, where it cannot be compiled.</summary>
    public sealed class Checker : IDisposable
    {
        private readonly TemporaryFolder scratch = new();
        private readonly string missing = "";

        public Checker()
        {
            string program = Path.Combine(scratch.Path, "check");
            if (!Tool.Exists("/usr/bin/g++") || !Tool.Exists("/usr/include/HepMC3/ReaderAscii.h"))
            {
                missing = "g++ or libhepmc3-dev is not installed";
                return;
            }

            (int code, _, string error) = Tool.Run("/usr/bin/g++", "-std=c++17", "-o", program, Path.Combine(Repository.Root, "validation", "hepmc3-reader", "check.cc"), "-lHepMC3");
            code.ShouldBe(0, error);
            CompiledProgram = program;
        }

        public string Program
        {
            get
            {
                Assert.SkipUnless(missing.Length == 0, missing);
                return CompiledProgram;
            }
        }

        private string CompiledProgram { get; } = "";

        public void Dispose() => scratch.Dispose();
    }
}
