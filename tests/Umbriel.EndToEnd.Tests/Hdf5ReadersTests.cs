namespace Umbriel.EndToEnd.Tests;

/// <summary>Other programs read what is written here.</summary>
public sealed class Hdf5ReadersTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void H5pyReadsEveryDatasetAndAttributeOfGeneratedSimulatedAndReconstructedEvents()
    {
        Assert.SkipUnless(File.Exists(Python) && Shell.Run(Python, ["-c", "import h5py"]).ExitCode == 0, "python3-h5py is not installed");
        sandbox.Umbriel("simulate", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--particle", "gamma", "--energy", "150", "--vertex", "128,0,300", "--events", "3", "-o", "s.h5", "--quiet").ExitCode.ShouldBe(0);
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "r.h5", "--quiet").ExitCode.ShouldBe(0);
        sandbox.Write("card.yaml", Sandbox.SmallCard);
        sandbox.Umbriel("generate", "card.yaml", "-n", "50", "-o", "t.h5", "--quiet").ExitCode.ShouldBe(0);
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "f.h5", "--around-flash", "90", "--quiet").ExitCode.ShouldBe(0);
        sandbox.Write("check.py", """
            import h5py
            for name, least in [("t.h5", 15), ("s.h5", 60), ("r.h5", 60), ("f.h5", 60)]:
                datasets = []
                def visit(path, item):
                    values = [item.attrs[key] for key in item.attrs]
                    assert all(value is not None for value in values)
                    if isinstance(item, h5py.Dataset):
                        assert item[...].shape == item.shape and item.dtype.kind in "iuf", path
                        datasets.append(path)
                with h5py.File(name) as file:
                    assert bytes(file.attrs["format"]).startswith(b"umbriel-"), name
                    visit("/", file)
                    file.visititems(visit)
                assert len(datasets) >= least, (name, len(datasets))
            s = h5py.File("s.h5")
            e = s["events"]
            assert list(e["event"]) == [0, 1, 2] and list(e["primary_pdg"]) == [22, 22, 22]
            assert abs(e["energy_given"][:] - 0.15).max() < 1e-12
            assert abs(e["energy_deposited"][:] + e["energy_escaped"][:] + e["energy_lost"][:] - e["energy_given"][:] - e["energy_released"][:]).max() < 1e-9
            assert abs(s["deposits/energy"][:].sum() - e["energy_deposited"][:].sum()) < 1e-9
            assert s["regions/length"][:].sum() == len(s["samples/adc"]) and e["region_count"][:].sum() == len(s["regions/wire"])
            assert s["samples/adc"][:].max() > 20
            assert s["particles/x"].attrs["units"] == b"cm"
            r = h5py.File("r.h5")
            assert r.attrs["format"] == b"umbriel-reconstruction"
            assert r["events/hit_count"][:].sum() == len(r["hits/charge"]) > 100
            assert abs(r["points/z"][:] - 300).min() < 100
            """);
        Outcome outcome = sandbox.Bash($"{Python} check.py");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
    }
}
