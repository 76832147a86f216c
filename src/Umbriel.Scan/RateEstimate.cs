using Umbriel.Beam;
using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Generation;
using Umbriel.Response;

namespace Umbriel.Scan;

/// <summary>Events at a card's point and exposure.</summary>
/// <param name="Scatters">Upscatterings.</param>
/// <param name="Decays">Pairs born in the active volume.</param>
/// <param name="Selected">Selected pairs; null where the site has no published response.</param>
/// <param name="RelativeError">Statistical error of <paramref name="Decays"/>, relative.</param>
public sealed record RateEstimate(double Scatters, double Decays, double? Selected, double RelativeError)
{
    private const int Events = 100_000;

    /// <summary>Adds up regions of the scattering.</summary>
    /// <param name="card">The card.</param>
    /// <param name="origins">Regions of the scattering.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="cancellation">Stops between blocks of events.</param>
    public static RateEstimate Compute(Card card, IEnumerable<EventOrigin> origins, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(origins);
        PublishedResponse? response = card.Generation.Site.PublishedTables is null ? null : SearchInputs.For(card, threads, cancellation).MicroBooNE.Response;
        BeamData beam = card.Generation.Site.Beam.Data;
        RateCalculator calculator = new(card.Model, card.Generation, beam);
        RateEstimate rate = new(0, 0, response is null ? null : 0, 0);
        double variance = 0.0;
        foreach (EventOrigin origin in origins)
        {
            EventSource source = new(card.Model, card.Generation, beam, origin);
            TruthEventBatch batch = EventGenerator.Generate(source, 0, Events, Events, threads, cancellation);
            double sum = batch.Weight.Sum();
            variance += Math.Max(0.0, batch.Weight.Sum(w => w * w) - (sum * sum / Events));
            rate = new RateEstimate(rate.Scatters + calculator.Scatters(origin), rate.Decays + sum, rate.Selected + response?.Fold(batch).Total, 0.0);
        }

        return rate with { RelativeError = rate.Decays > 0.0 ? Math.Sqrt(variance) / rate.Decays : 0.0 };
    }
}
