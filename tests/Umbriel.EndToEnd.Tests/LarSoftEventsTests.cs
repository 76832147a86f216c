using Umbriel.Core.Events;
using Umbriel.Formats.Hdf5;

namespace Umbriel.EndToEnd.Tests;

/// <summary>Events as LArSoft's text generators write them (HEPEVT with positions in cm), in another detector than the examples'.</summary>
public sealed class LarSoftEventsTests : IDisposable
{
    private const string Events = """
        0 2
        1 11 0 0 0 0 0.05 0.02 0.25 0.2557351 0.000510999 100.0 0.0 250.0 0.0
        1 -11 0 0 0 0 -0.02 0.01 0.12 0.1220666 0.000510999 100.0 0.0 250.0 0.0
        1 1
        1 2112 0 0 0 0 0.0 0.0 0.3 0.986 0.939565 100.0 0.0 250.0 0.0

        """;

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void ThePairsVertexIsFoundWhereItWas()
    {
        sandbox.Write("events.txt", Events);
        string detector = Repository.PathOf("cards/detectors/sbnd-like.yaml");
        Outcome simulate = sandbox.Umbriel("simulate", "--detector", detector, "--events-from", "events.txt", "-o", "s.h5", "--quiet");
        simulate.ExitCode.ShouldBe(0, simulate.Error);
        Outcome reconstruct = sandbox.Umbriel("reconstruct", "s.h5", "-o", "r.h5", "--quiet");
        reconstruct.ExitCode.ShouldBe(0, reconstruct.Error);
        using Hdf5Reader found = Hdf5Reader.Open(sandbox["r.h5"]);

        // One event with a fixed seed: 0.2 cm off, where wires are 0.3 cm apart.
        double[] vertex = [.. new[] { "x", "y", "z" }.Select(axis => found.Read<double>($"/events/vertex_{axis}")[0])];
        Math.Sqrt(Math.Pow(vertex[0] - 100.0, 2) + Math.Pow(vertex[1], 2) + Math.Pow(vertex[2] - 250.0, 2)).ShouldBeLessThan(1.0);
        found.Read<byte>("/events/topology")[0].ShouldBe((byte)Topology.TwoShowers);
    }
}
