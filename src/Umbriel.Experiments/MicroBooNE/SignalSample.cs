using Umbriel.Beam;
using Umbriel.Core;
using Umbriel.DarkSector;
using Umbriel.Generation;
using Umbriel.Response;

namespace Umbriel.Experiments.MicroBooNE;

/// <summary>The selected signal of one model point in all published distributions, from generated events.</summary>
internal static class SignalSample
{
    /// <summary>Events per origin.</summary>
    private const int Events = 40000;

    /// <summary>Generates and selects events of every origin.</summary>
    /// <param name="point">The model point.</param>
    /// <param name="settings">Exposure, regimes, geometry, seed.</param>
    /// <param name="response">The response.</param>
    /// <param name="threads">Worker threads.</param>
    /// <param name="cancellation">Stops between blocks of events.</param>
    /// <returns>The signal, and its error from finite statistics in events.</returns>
    public static (SelectedSignal Signal, double StatisticalError) Select(
        DarkSectorParameters point, GenerationSettings settings, PublishedResponse response, int threads, CancellationToken cancellation)
    {
        SelectedSignal sum = response.Empty();
        double variance = 0.0;
        foreach (EventOrigin origin in Enum.GetValues<EventOrigin>())
        {
            EventSource source = new(point, settings, settings.Site.Beam.Data, origin);
            SelectedSignal part = response.Fold(EventGenerator.Generate(source, 0, Events, Events, threads, cancellation));
            variance += Math.Max(0.0, part.Variance - (part.Total * part.Total / Events));
            sum.Add(part);
        }

        return (sum, Math.Sqrt(variance));
    }
}
