using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Generation.Tests;

/// <summary>A run is its events in order, or nothing where none has weight.</summary>
public sealed class EventGeneratorTests
{
    private static readonly GenerationSettings Settings = new(Points.Site) { Seed = 1 };

    [Fact]
    public void Rows_without_weight_before_the_first_with_weight_are_kept()
    {
        // A Z' of cτ = 5e6 cm decays in the TPC a few times in a million; the first batch of this seed has none.
        EventSource source = Source(7e-9);
        const int count = 6 * EventGenerator.BatchRows;
        TruthEventBatch[] batches = [.. EventGenerator.Run(source, count, threads: 2)];
        double[] weights = [.. batches.SelectMany(batch => batch.Weight)];
        batches[0].Weight.Sum().ShouldBe(0.0);
        weights.Sum().ShouldBeGreaterThan(0.0);
        weights.ShouldBe(EventGenerator.Generate(source, 0, count, count, threads: 1).Weight);
    }

    [Theory]
    [InlineData(1e-10, EventOrigin.Tpc)]
    [InlineData(1e-10, EventOrigin.Soil)]
    public void There_are_no_rows_where_none_has_weight(double epsilon, EventOrigin origin) =>
        EventGenerator.Run(Source(epsilon, origin), 100_000, threads: 1).ShouldBeEmpty();

    private static EventSource Source(double epsilon, EventOrigin origin = EventOrigin.Tpc) =>
        new(Points.Key with { Epsilon = epsilon }, Settings, Points.Beam, origin);
}
