namespace Umbriel.EndToEnd.Tests;

/// <summary>Other programs read what is written here.</summary>
public sealed class Hdf5ReadersTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void H5pyReadsSimulatedAndReconstructedEvents()
    {
        Assert.SkipUnless(File.Exists(Python) && Shell.Run(Python, ["-c", "import h5py"]).ExitCode == 0, "python3-h5py is not installed");
        sandbox.Umbriel("simulate", "--detector", Repository.PathOf("cards/detectors/microboone.yaml"), "--particle", "gamma", "--energy", "150", "--vertex", "128,0,300", "--events", "3", "-o", "s.h5", "--quiet").ExitCode.ShouldBe(0);
        sandbox.Umbriel("reconstruct", "s.h5", "-o", "r.h5", "--quiet").ExitCode.ShouldBe(0);
        sandbox.Write("check.py", """
            import h5py
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
