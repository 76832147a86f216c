using System.Globalization;
using Umbriel.Detector.Cards;

namespace Umbriel.Detector.Sources;

/// <summary>
/// The cosmic muons of a detector's readout: those that enter its cryostat, under its overburden, from one full drift before
/// the first sample to the last one, so that all charge that the samples can see is there.
/// </summary>
public static class CosmicOverlay
{
    /// <summary>The source for a detector.</summary>
    /// <param name="card">The detector.</param>
    /// <param name="scale">Factor on the flux.</param>
    public static CosmicMuons Over(DetectorCard card, double scale) => new(Settings(card, scale), card.Cryostat);

    /// <summary>What fixes the muons, and their mean number, in stable text: kept in files.</summary>
    public static string ToCanonicalText(DetectorCard card, double scale)
    {
        CosmicMuonSettings settings = Settings(card, scale);
        CosmicMuons muons = new(settings, card.Cryostat);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"scale: {settings.Scale:R}\noverburden: {settings.Overburden:R}\nwindow: [{settings.WindowStart:R}, {settings.WindowStart + settings.WindowLength:R}]\nenergies: [{settings.MinimumEnergy:R}, {settings.MaximumEnergy:R}]\nmean: {muons.MeanInWindow:G9}\n");
    }

    private static CosmicMuonSettings Settings(DetectorCard card, double scale)
    {
        ArgumentNullException.ThrowIfNull(card);
        double drift = 1000.0 * card.DriftLength / card.Drift.Speed;
        return new CosmicMuonSettings
        {
            Overburden = card.Overburden.Column,
            WindowStart = -(1e6 * card.Readout.PreSample) - drift,
            WindowLength = (card.Readout.Ticks * card.Readout.TickNs) + drift,
            Scale = scale,
        };
    }
}
