using System.Text.Json;
using Umbriel.Beam;
using Umbriel.Cards;
using Umbriel.Core;
using Umbriel.Formats.Json;
using Umbriel.Formats.Text;
using Umbriel.Generation;
using Umbriel.Generation.Sites;
using Umbriel.Response;

namespace Umbriel.Scan;

/// <summary>Events at a card's point and exposure.</summary>
/// <param name="Site">Where.</param>
/// <param name="Scatters">Upscatterings.</param>
/// <param name="Decays">Pairs born in the active volume.</param>
/// <param name="Selected">Selected pairs; null where the site has no published response.</param>
/// <param name="RelativeError">Statistical error of <paramref name="Decays"/>, relative.</param>
public sealed record RateEstimate(DetectorSite Site, double Scatters, double Decays, double? Selected, double RelativeError) : IPrintable
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
        RateEstimate rate = new(card.Generation.Site, 0, 0, response is null ? null : 0, 0);
        double variance = 0.0;
        foreach (EventOrigin origin in origins)
        {
            EventSource source = new(card.Model, card.Generation, beam, origin, withBreakups: false);
            TruthEventBatch batch = EventGenerator.Generate(source, 0, Events, Events, threads, cancellation);
            double sum = batch.Weight.Sum();
            variance += Math.Max(0.0, batch.Weight.Sum(w => w * w) - (sum * sum / Events));
            rate = rate with { Scatters = rate.Scatters + calculator.Scatters(origin), Decays = rate.Decays + sum, Selected = rate.Selected + response?.Fold(batch).Total };
        }

        return rate with { RelativeError = rate.Decays > 0.0 ? Math.Sqrt(variance) / rate.Decays : 0.0 };
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("site", Site.Name);
        writer.WriteNumber("scatters", Scatters);
        writer.WriteNumber("decays_in_tpc", Decays);
        writer.WriteFinite("selected", Selected);
        writer.WriteNumber("relative_error", RelativeError);
        writer.WriteStartArray("notes");
        foreach (string note in Site.Notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public void Write(TextWriter output)
    {
        TextTable table = new(Site.Title, "events");
        table.Add("upscatterings", Show.Brief(Scatters));
        table.Add("decays in the TPC", Show.Brief(Decays));
        table.Add("selected", Selected is { } selected ? Show.Brief(selected) : "- (no published response)");
        table.Write(output);
        output.WriteLine($"relative statistical error of the decays: {Show.Brief(RelativeError)}");
        foreach (string note in Site.Notes)
        {
            output.WriteLine($"{Site.Title}: {note}");
        }
    }
}
