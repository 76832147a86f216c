using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Sources;

namespace Umbriel.Studies.Simulation;

/// <summary>Makes the cosmic muons that a request lays over every event.</summary>
internal static class CosmicWords
{
    private const double LargestScale = 100.0;

    /// <summary>The muons and what fixes them in text; null and "none" if there are none.</summary>
    public static (CosmicMuons? Muons, string Text) For(SimulationRequest request, DetectorCard card)
    {
        double factor = 1.0;
        if (request.CosmicsScale is { } text)
        {
            if (!request.Cosmics)
            {
                throw new UserErrorException("--cosmics-scale", null, "no --cosmics", "both or neither");
            }

            factor = PrimaryWords.Number(text) is { } value && value is >= 0.0 and <= LargestScale
                ? value
                : throw new UserErrorException("--cosmics-scale", null, $"'{text}'", $"a number from 0 to {LargestScale}");
        }

        return request.Cosmics ? (CosmicOverlay.Over(card, factor), CosmicOverlay.ToCanonicalText(card, factor)) : (null, "none");
    }
}
