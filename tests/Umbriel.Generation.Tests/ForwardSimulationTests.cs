using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Generation.Tests;

/// <summary>Pairs from the soil, followed backwards by EventSource, against following them forwards.</summary>
[Trait("Category", "Validation")]
public sealed class ForwardSimulationTests
{
    public static TheoryData<GeometryConvention, double, double, double> Cases => new()
    {
        // geometry, m_4, m_Z', |U|²: real Z' throughout; lifetimes from hundreds of metres (all the soil counts) to metres.
        { GeometryConvention.DarkNews, 0.08, 0.06, 2e-15 },
        { GeometryConvention.DarkNews, 0.106, 0.03, 1e-17 },
        { GeometryConvention.Letter, 0.08, 0.06, 2e-15 },
        { GeometryConvention.Letter, 0.106, 0.03, 1e-17 },
        { GeometryConvention.Letter, 0.106, 0.03, 2e-15 },
        { GeometryConvention.Letter, 0.3, 0.2, 1e-15 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Event_source_agrees_with_the_forward_simulation(GeometryConvention geometry, double m4, double mediator, double mixing)
    {
        // docs/physics.md (34). 6 comparisons at 4 standard errors of 0.3 to 2%, false alarm 4e-4 if the seeds were free.
        (DarkSectorParameters point, GenerationSettings settings) = Setup(geometry, m4, mediator, mixing);
        (double Sum, double Error) forward = ForwardSimulation.Soil(point, settings, 2_000_000);
        (double Sum, double Error) source = Statistics.SumOf(Points.Run(point, settings, EventOrigin.Soil, 300_000).Weight);
        Report(point, geometry, "source", source, forward);
        Math.Abs(Statistics.Pull(source, forward)).ShouldBeLessThan(4.0);
        forward.Error.ShouldBeLessThan(0.03 * forward.Sum);
    }

    private static (DarkSectorParameters Point, GenerationSettings Settings) Setup(GeometryConvention geometry, double m4, double mediator, double mixing) =>
        (Points.Key with { M4 = m4, MZPrime = mediator, Umu4 = Math.Sqrt(mixing) }, new GenerationSettings(Points.Site) { Geometry = geometry });

    private static void Report(DarkSectorParameters point, GeometryConvention geometry, string what, (double Sum, double Error) a, (double Sum, double Error) b) =>
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{geometry} {point.M4} {point.MZPrime}: ctau {DecayWidths.Compute(point).CtauParentCm:0} cm, {what} {a.Sum:0.000e+0} ± {a.Error / a.Sum:0.0e+0}, reference {b.Sum:0.000e+0} ± {b.Error / b.Sum:0.0e+0}, ratio {a.Sum / b.Sum:0.0000}");
}
