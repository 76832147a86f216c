using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.Generation;
using Umbriel.Response;

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>How the published example signal is reproduced.</summary>
/// <param name="Mixture">Mixture the efficiency was fitted on.</param>
/// <param name="Signal">Predicted signal at the letter's example point, all origins.</param>
/// <param name="StatisticalError">Its error from finite generated statistics, events.</param>
public sealed record Closure(string Mixture, SelectedSignal Signal, double StatisticalError)
{
    private const int Events = 40000;

    /// <summary>Predicts the example signal with one response.</summary>
    internal static Closure Compute(BeamData beam, ulong seed, string mixture, PublishedResponse response, int threads, CancellationToken cancellation)
    {
        SelectedSignal sum = response.Empty();
        double variance = 0.0;
        GenerationSettings settings = new() { Seed = seed };
        foreach (EventOrigin origin in Enum.GetValues<EventOrigin>())
        {
            EventSource source = new(ResponseBuilder.ExamplePoint, settings, beam, origin);
            SelectedSignal part = response.Fold(EventGenerator.Generate(source, 0, Events, Events, threads, cancellation));
            variance += Math.Max(0.0, part.Variance - (part.Total * part.Total / Events));
            sum.Add(part);
        }

        return new Closure(mixture, sum, Math.Sqrt(variance));
    }

    /// <summary>What the choice of mixture leaves open, the first of <paramref name="closures"/> being the one in use.</summary>
    public static MixtureUncertainty Uncertainty(IReadOnlyList<Closure> closures) =>
        new(closures[0].Mixture, [.. closures.Select(c => KeyValuePair.Create(c.Mixture, c.Signal.Total))]);
}
