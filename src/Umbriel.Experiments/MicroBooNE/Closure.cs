using Umbriel.Generation;
using Umbriel.Generation.Sites;
using Umbriel.Response;

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>How the published example signal is reproduced.</summary>
/// <param name="Mixture">Mixture the efficiency was fitted on.</param>
/// <param name="Signal">Predicted signal at the letter's example point, all origins.</param>
/// <param name="StatisticalError">Its error from finite generated statistics, events.</param>
public sealed record Closure(string Mixture, SelectedSignal Signal, double StatisticalError)
{
    /// <summary>Predicts the example signal with one response.</summary>
    internal static Closure Compute(DetectorSite site, ulong seed, string mixture, PublishedResponse response, int threads, CancellationToken cancellation)
    {
        (SelectedSignal signal, double error) = SignalSample.Select(ResponseBuilder.ExamplePoint, new GenerationSettings(site) { Seed = seed }, response, threads, cancellation);
        return new Closure(mixture, signal, error);
    }

    /// <summary>What the choice of mixture leaves open, the first of <paramref name="closures"/> being the one in use.</summary>
    public static MixtureUncertainty Uncertainty(IReadOnlyList<Closure> closures) =>
        new(closures[0].Mixture, [.. closures.Select(c => KeyValuePair.Create(c.Mixture, c.Signal.Total))]);
}
