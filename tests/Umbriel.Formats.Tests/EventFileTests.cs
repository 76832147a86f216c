using Umbriel.Core;
using Umbriel.Formats.Events;
using Umbriel.Formats.Hdf5;

namespace Umbriel.Formats.Tests;

public class EventFileTests
{
    private static readonly EventFileMetadata Metadata = new() { Version = "0.1.0", Card = "model: single\nα: 1\n", Seed = ulong.MaxValue, Pot = 6.87e20 };

    private static TruthEventBatch[] Batches() =>
        [SampleEvents.Make(20_000, 1, 0.106, 0.0, 0.03), SampleEvents.Make(0, 2, 0.106, 0.0, 0.03), SampleEvents.Make(777, 3, 0.106, 0.0, 0.03, nucleons: true)];

    [Fact]
    public void Events_round_trip_exactly_whole_and_in_blocks()
    {
        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "e.h5");
        TruthEventBatch[] batches = Batches();

        EventFile.Write(path, batches, Metadata).ShouldBe(20_777);

        EventFileContent content = EventFile.Read(path);
        content.Metadata.ShouldBe(Metadata);
        content.Events.Count.ShouldBe(20_777);
        content.Events.Weight.ShouldBe([.. batches[0].Weight, .. batches[2].Weight]);
        content.Events.Positron.Z.ShouldBe([.. batches[0].Positron.Z, .. batches[2].Positron.Z]);
        content.Events.TimeNs.ShouldBe([.. batches[0].TimeNs, .. batches[2].TimeNs]);
        content.Events.NeutrinoPdg.ShouldBe([.. batches[0].NeutrinoPdg, .. batches[2].NeutrinoPdg]);
        content.Events.Target.ShouldBe([.. batches[0].Target, .. batches[2].Target]);
        content.Events.Regime.ShouldBe([.. batches[0].Regime, .. batches[2].Regime]);
        content.Events.Origin.ShouldBe([.. batches[0].Origin, .. batches[2].Origin]);
        content.Events.HelicityConserved.ShouldBe([.. batches[0].HelicityConserved, .. batches[2].HelicityConserved]);
        content.Events.DarkNeutrino.E.ShouldBe([.. batches[0].DarkNeutrino.E, .. batches[2].DarkNeutrino.E]);
    }

    [Fact]
    public void The_same_events_give_the_same_bytes()
    {
        using TemporaryFolder scratch = new();
        string a = Path.Combine(scratch.Path, "a.h5");
        string b = Path.Combine(scratch.Path, "b.h5");
        EventFile.Write(a, Batches(), Metadata);
        Thread.Sleep(1_100); // HDF5's time stamps count seconds
        EventFile.Write(b, Batches(), Metadata);

        File.ReadAllBytes(b).ShouldBe(File.ReadAllBytes(a));
    }

    [Fact]
    public void The_layout_is_as_documented_to_the_standard_tool()
    {
        Assert.SkipUnless(Tool.Exists("/usr/bin/h5dump"), "h5dump (Debian package hdf5-tools) is not installed");
        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "e.h5");
        EventFile.Write(path, Batches(), Metadata);

        (int code, string output, string error) = Tool.Run("/usr/bin/h5dump", "-p", "-H", path);

        code.ShouldBe(0, error);
        string[] names = output.Split('\n').Where(l => l.Contains("DATASET \"")).Select(l => l.Split('"')[1]).ToArray();
        names.Length.ShouldBe(26);
        string manual = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats.md"));
        foreach (string name in names.Select(n => n.Replace("_px", "_e").Replace("_py", "_e").Replace("_pz", "_e")).Distinct())
        {
            manual.ShouldContain($"`{name}`");
        }

        output.ShouldContain("H5T_IEEE_F64LE");
        output.ShouldContain("H5T_STD_I32LE");
        output.ShouldContain("H5T_STD_U8LE");
        output.ShouldContain("COMPRESSION DEFLATE");
        output.ShouldContain("PREPROCESSING SHUFFLE");
        output.ShouldContain("ATTRIBUTE \"units\"");
    }

    [Fact]
    public void H5py_reads_the_same_sums()
    {
        Assert.SkipUnless(Tool.Exists("/usr/bin/python3") && Tool.Run("/usr/bin/python3", "-c", "import h5py").Code == 0, "python3-h5py is not installed");
        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "e.h5");
        TruthEventBatch batch = SampleEvents.Make(1_000, 5, 0.106, 0.0, 0.03);
        EventFile.Write(path, [batch], Metadata);

        (int code, string output, string error) = Tool.Run("/usr/bin/python3", "-c", """
            import sys, h5py
            f = h5py.File(sys.argv[1])
            e = f['events']
            print(e['weight'][:].sum(), e['neutrino_pdg'][:].sum(), e['origin'][:].sum(), f.attrs['seed'], f.attrs['pot'], e['time'].attrs['units'].decode() if isinstance(e['time'].attrs['units'], bytes) else e['time'].attrs['units'])
            """, path);

        code.ShouldBe(0, error);
        string[] words = output.Split();
        double.Parse(words[0]).ShouldBe(batch.Weight.Sum(), 1e-9);
        int.Parse(words[1]).ShouldBe(batch.NeutrinoPdg.Sum());
        int.Parse(words[2]).ShouldBe(batch.Origin.Sum(o => (int)o));
        ulong.Parse(words[3]).ShouldBe(ulong.MaxValue);
        double.Parse(words[4]).ShouldBe(6.87e20);
        words[5].ShouldBe("ns");
    }

    [Fact]
    public void Damaged_and_foreign_files_are_refused_in_one_line()
    {
        using TemporaryFolder scratch = new();
        string whole = Path.Combine(scratch.Path, "e.h5");
        EventFile.Write(whole, [SampleEvents.Make(100, 5, 0.106, 0.0, 0.03)], Metadata);
        byte[] bytes = File.ReadAllBytes(whole);
        string cut = Path.Combine(scratch.Path, "cut.h5");
        File.WriteAllBytes(cut, bytes[..(bytes.Length / 2)]);
        string other = Path.Combine(scratch.Path, "other.h5");
        using (Hdf5Writer writer = Hdf5Writer.Create(other))
        {
            writer.Attribute("/", "format", "something");
            writer.Finish();
        }

        foreach (string path in (string[])[cut, other, scratch.Write("text.h5", "not hdf5"), scratch.Write("empty.h5", ""), Path.Combine(scratch.Path, "none.h5")])
        {
            Should.Throw<UserErrorException>(() => EventFile.Read(path)).Message.ShouldStartWith(path);
        }
    }

    [Fact]
    public void Columns_of_different_length_and_values_out_of_range_are_refused()
    {
        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "e.h5");
        TruthEventBatch batch = SampleEvents.Make(10, 5, 0.106, 0.0, 0.03);
        batch.Weight[3] = double.NaN;
        EventFile.Write(path, [batch], Metadata);
        Should.Throw<UserErrorException>(() => EventFile.Read(path)).Message.ShouldContain("/events/weight");

        batch.Weight[3] = 1.0;
        batch.Regime[0] = (ScatteringRegime)7;
        EventFile.Write(path, [batch], Metadata);
        Should.Throw<UserErrorException>(() => EventFile.Read(path)).Message.ShouldContain("/events/regime");
    }

    [Fact]
    public void Nothing_is_left_where_writing_fails()
    {
        using TemporaryFolder scratch = new();
        string path = Path.Combine(scratch.Path, "e.h5");

        Should.Throw<InvalidOperationException>(() => EventFile.Write(path, Failing(), Metadata));
        Directory.GetFiles(scratch.Path).ShouldBeEmpty();
        Should.Throw<UserErrorException>(() => EventFile.Write(Path.Combine(scratch.Path, "no", "such", "e.h5"), [], Metadata)).Message.ShouldContain("e.h5");

        static IEnumerable<TruthEventBatch> Failing()
        {
            yield return SampleEvents.Make(10, 5, 0.106, 0.0, 0.03);
            throw new InvalidOperationException("the generator failed");
        }
    }

    [Fact]
    public void A_full_disk_is_reported_in_one_line()
    {
        Assert.SkipUnless(Tool.Exists("/dev/full"), "/dev/full does not exist");
        // HDF5 is of no further use in a process in which this happened: the test runs itself in another one.
        if (Environment.GetEnvironmentVariable("UMBRIEL_FULL_DISK") is null)
        {
            (int code, string output, string stderr) = Tool.Run("/usr/bin/env", "UMBRIEL_FULL_DISK=1", Environment.ProcessPath!, "--filter-method", "*A_full_disk_is_reported*");
            code.ShouldBe(0, output + stderr);
            (output + stderr).ShouldNotContain("HDF5-DIAG");
            return;
        }

        UserErrorException error = Should.Throw<UserErrorException>(() =>
        {
            using Hdf5Writer full = Hdf5Writer.Create("/dev/full");
            using Hdf5Column<double> column = full.CreateColumn<double>("/x", "", "");
            column.Append(new double[1 << 20]);
            full.Finish();
        });
        error.Message.ShouldStartWith("/dev/full");
    }

    [Fact]
    public void A_missing_library_names_the_package()
    {
        Should.Throw<UserErrorException>(() => Hdf5Library.Load("libhdf5_absent.so.999")).Message.ShouldContain("libhdf5-103-1");
    }
}
