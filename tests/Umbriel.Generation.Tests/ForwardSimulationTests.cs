using Umbriel.Core;
using Umbriel.DarkSector;

namespace Umbriel.Generation.Tests;

/// <summary>Pairs from the soil, followed backwards by EventSource, against following them forwards.</summary>
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
    public void Backward_and_forward_agree(GeometryConvention geometry, double m4, double mediator, double mixing)
    {
        // 6 comparisons at 4 standard errors, false alarm 4e-4 if the seeds were free. 1%: the mean decay point instead of
        // the whole distribution in the forward flux.
        DarkSectorParameters point = Points.Key with { M4 = m4, MZPrime = mediator, Umu4 = Math.Sqrt(mixing) };
        GenerationSettings settings = new() { Geometry = geometry };
        (double Sum, double Error) forward = ForwardSimulation.Soil(point, settings, 2_000_000);
        (double Sum, double Error) backward = Statistics.SumOf(Points.Run(point, settings, EventOrigin.Soil, 100_000).Weight);
        double combined = Math.Sqrt((forward.Error * forward.Error) + (backward.Error * backward.Error));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{geometry} {m4} {mediator}: ctau {DecayWidths.Compute(point).CtauParentCm:0} cm, backward {backward.Sum:0.000e+0} ± {backward.Error / backward.Sum:0.0e+0}, forward {forward.Sum:0.000e+0} ± {forward.Error / forward.Sum:0.0e+0}, ratio {backward.Sum / forward.Sum:0.0000}");
        backward.Sum.ShouldBe(forward.Sum, (4.0 * combined) + (0.01 * forward.Sum));
        combined.ShouldBeLessThan(0.03 * forward.Sum);
    }
}
