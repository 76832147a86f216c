using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Response;

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>How the published example signal is reproduced.</summary>
/// <param name="Mixture">Mixture the efficiency was fitted on.</param>
/// <param name="Signal">Predicted signal at the letter's example point, all origins, with the model's dark coupling.</param>
/// <param name="StatisticalError">Its error from finite generated statistics, events.</param>
/// <param name="AlphaD">The model's α_D.</param>
/// <param name="Published">The published signal, events: the sum of the score bins.</param>
public sealed record Closure(string Mixture, SelectedSignal Signal, double StatisticalError, double AlphaD, double Published)
{
    /// <summary>α_D for which the prediction is the published signal: the example decays at once, so that its rate goes as α_D.</summary>
    public double ClosingAlphaD => AlphaD * Published / Signal.Total;

    /// <summary>Predicts the example signal with one response.</summary>
    /// <param name="model">Coupling and conventions; masses, mixing and ε are the example's.</param>
    /// <param name="settings">Site, geometry, neutrino kinds, seed; the exposure is the site's.</param>
    /// <param name="mixture">Name of the mixture.</param>
    /// <param name="response">Its response.</param>
    /// <param name="published">The published signal, events.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="cancellation">Stops between blocks of events.</param>
    internal static Closure Compute(DarkSectorParameters model, GenerationSettings settings, string mixture, PublishedResponse response, double published, int threads, CancellationToken cancellation)
    {
        DarkSectorParameters point = ResponseBuilder.ExamplePoint with { GD = model.GD, EmCoupling = model.EmCoupling, BRee = model.BRee, ZInterference = model.ZInterference };
        (SelectedSignal signal, double error) = SignalSample.Select(point, settings with { Pot = settings.Site.Beam.Pot }, response, threads, cancellation);
        return new Closure(mixture, signal, error, point.AlphaD, published);
    }
}
