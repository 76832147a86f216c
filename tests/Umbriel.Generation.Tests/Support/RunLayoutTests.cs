using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Generation.Tests;

/// <summary>Bits must not depend on how a run is spread over threads or batches.</summary>
public sealed class RunLayoutTests
{
    private const int Events = 10_000;

    public static TheoryData<EventOrigin, HnlType> Cases => new()
    {
        { EventOrigin.Tpc, HnlType.Dirac }, { EventOrigin.Cryostat, HnlType.Majorana }, { EventOrigin.Soil, HnlType.Dirac },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Any_number_of_threads_gives_the_same_bytes(EventOrigin origin, HnlType type)
    {
        EventSource source = Source(origin, type);
        string one = Hash(EventGenerator.Generate(source, 0, Events, Events, 1));
        foreach (int threads in new[] { 2, 7 })
        {
            Hash(EventGenerator.Generate(source, 0, Events, Events, threads)).ShouldBe(one, $"{threads} threads");
        }

        Hash(EventGenerator.Generate(Source(origin, type), 0, Events, Events, 7)).ShouldBe(one, "a second source");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Any_split_into_batches_gives_the_same_bytes(EventOrigin origin, HnlType type)
    {
        EventSource source = Source(origin, type);
        TruthEventBatch whole = EventGenerator.Generate(source, 0, Events, Events, 2);
        int first = 0;
        foreach (int count in new[] { 1, 4095, 4097, 0, 1807 })
        {
            TruthEventBatch part = EventGenerator.Generate(source, first, count, Events, 2);
            for (int i = 0; i < count; i++)
            {
                Row(part, i).ShouldBe(Row(whole, first + i));
            }

            first += count;
        }

        first.ShouldBe(Events);
    }

    [Fact]
    public void Seeds_and_origins_give_different_events()
    {
        EventSource a = new(Points.Key, new GenerationSettings(Points.Site) { Seed = 1 }, Points.Beam, EventOrigin.Tpc);
        EventSource b = new(Points.Key, new GenerationSettings(Points.Site) { Seed = 2 }, Points.Beam, EventOrigin.Tpc);
        TruthEventBatch x = EventGenerator.Generate(a, 0, 100, 100, 1);
        TruthEventBatch y = EventGenerator.Generate(b, 0, 100, 100, 1);
        x.VertexX.Intersect(y.VertexX).ShouldBeEmpty();
    }

    [Fact]
    public void Generation_stops_when_told_to()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        EventSource source = Source(EventOrigin.Tpc, HnlType.Dirac);
        Should.Throw<OperationCanceledException>(() => EventGenerator.Generate(source, 0, Events, Events, 1, stop.Token));
        Should.Throw<OperationCanceledException>(() => EventGenerator.Generate(source, 0, Events, Events, 2, stop.Token));
    }

    /// <summary>Long-lived, so that every region has events.</summary>
    private static EventSource Source(EventOrigin origin, HnlType type) => new(
        Points.Key.WithMixingSquared(2e-16) with { HnlType = type },
        new GenerationSettings(Points.Site) { Regimes = [ScatteringRegime.Coherent, ScatteringRegime.ProtonElastic], Seed = 77 },
        Points.Beam,
        origin);

    private static string Hash(TruthEventBatch batch)
    {
        using MemoryStream stream = new();
        foreach (double[] column in Columns(batch))
        {
            stream.Write(MemoryMarshal.AsBytes(column.AsSpan()));
        }

        stream.Write(MemoryMarshal.AsBytes(batch.NeutrinoPdg.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(batch.Target.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(batch.Regime.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(batch.Origin.AsSpan()));
        stream.Write(MemoryMarshal.AsBytes(batch.HelicityConserved.AsSpan()));
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }

    private static string Row(TruthEventBatch batch, int i) =>
        string.Join(' ', Columns(batch).Select(c => BitConverter.DoubleToInt64Bits(c[i]).ToString("x", null)))
        + $" {batch.NeutrinoPdg[i]} {batch.Target[i]} {batch.Regime[i]} {batch.Origin[i]} {batch.HelicityConserved[i]}";

    private static IEnumerable<double[]> Columns(TruthEventBatch b) =>
    [
        b.Weight, b.VertexX, b.VertexY, b.VertexZ, b.ScatterX, b.ScatterY, b.ScatterZ, b.TimeNs, b.NeutrinoEnergy,
        b.DarkNeutrino.E, b.DarkNeutrino.X, b.DarkNeutrino.Y, b.DarkNeutrino.Z,
        b.Electron.E, b.Electron.X, b.Electron.Y, b.Electron.Z, b.Positron.E, b.Positron.X, b.Positron.Y, b.Positron.Z,
    ];
}
